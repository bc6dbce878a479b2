package io.github.jukelab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.evaluation.ConfusionMatrix;
import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.feature.ChromaStft;
import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.feature.Mfcc;
import io.github.jukelab.feature.Tempo;
import io.github.jukelab.signal.ConstantQ;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.MelScale;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class PlotsTest {

    private static final int YELLOW = 0xFFFDE724;
    private static final int VIOLET = 0xFF440154;
    private static final int WHITE = 0xFFFFFFFF;

    private static Wave sine(double hertz, double seconds) {
        float[] samples = new float[(int) (8000 * seconds)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(2 * Math.PI * hertz * (i + 0.5) / 8000));
        }
        return Wave.of(samples, 8000);
    }

    /** All bins at one level except one. */
    private static Spectrogram tone(Scale scale, int bins, int frames, int loud, float high, float low) {
        float[] values = new float[bins * frames];
        Arrays.fill(values, low);
        Arrays.fill(values, loud * frames, (loud + 1) * frames, high);
        double[] frequencies =
                IntStream.range(0, bins).mapToDouble(i -> 100.0 * i).toArray();
        return Spectrogram.of(values, frequencies, scale, 0.01);
    }

    private static FrameSeries rows(int rows, int frames) {
        float[] values = new float[rows * frames];
        for (int i = 0; i < values.length; i++) {
            values[i] = i / frames / (float) Math.max(1, rows - 1);
        }
        List<String> names = IntStream.range(0, rows).mapToObj(i -> "row" + i).toList();
        return FrameSeries.of("feature", "", names, values, 0.02);
    }

    private static History history(int epochs) {
        return new History(IntStream.rangeClosed(1, epochs)
                .mapToObj(i -> new Epoch(i, 2.0 / i, 1 - 1.0 / (i + 1), Math.abs(i - 16) + 1, 0.83, 0.001, 1))
                .toList());
    }

    private static ConfusionMatrix confusion(int labels) {
        List<Prediction> rows = new ArrayList<>();
        for (int i = 0; i < labels; i++) {
            float[] sure = new float[labels];
            sure[i == 1 ? 0 : i] = 1;
            rows.add(new Prediction("track" + i, "track" + i, i, sure));
        }
        return ConfusionMatrix.of(new Predictions(
                IntStream.range(0, labels).mapToObj(i -> "label" + i).toList(), rows));
    }

    /** The mean distance of a colour's pixels from the top; fails if there are none. */
    private static double height(Figure figure, int colour, int left, int right) {
        BufferedImage image = figure.image();
        return IntStream.range(0, image.getHeight())
                .filter(y -> IntStream.range(left, right).anyMatch(x -> image.getRGB(x, y) == colour))
                .average()
                .orElseThrow();
    }

    private static void checkFigure(Figure figure) {
        BufferedImage image = figure.image();
        assertThat(image.getRGB(0, 0)).isEqualTo(WHITE);
        assertThat(image.getRGB(image.getWidth() - 1, image.getHeight() - 1)).isEqualTo(WHITE);
        assertThat(figure.png()).hasSizeLessThan(100_000);
        assertThat(figure).hasToString(figure.alternativeText());
        assertThat(figure.alternativeText()).doesNotContain("NaN", "Infinity", "null", "\n");
    }

    @Test
    void waveformTextGivesItsNumbers() {
        Figure figure = Plots.waveform(sine(100, 2));
        checkFigure(figure);
        assertThat(figure.image().getWidth()).isEqualTo(800);
        assertThat(figure.image().getHeight()).isEqualTo(360);
        assertThat(figure.alternativeText())
                .startsWith("Waveform of 2.00 s at 8000 Hz: peak 0.50 after ")
                .endsWith("s, RMS 0.354");
    }

    @Test
    void waveformKeepsASingleClick() {
        float[] samples = new float[200_000];
        samples[100_000] = 1;
        Figure figure = Plots.waveform(Wave.of(samples, 22050));
        int blue = Palette.BLUE.getRGB();
        assertThat(height(figure, blue, 400, 440)).isLessThan(height(figure, blue, 100, 200) - 50);
    }

    @Test
    void silenceIsDescribed() {
        Figure figure = Plots.waveform(Wave.of(new float[100], 8000));
        checkFigure(figure);
        assertThat(figure.alternativeText()).isEqualTo("Waveform of 0.01 s at 8000 Hz: silent throughout");
        checkFigure(Plots.waveform(Wave.of(new float[] {0.5f}, 8000)));
        Figure spectrogram = Plots.spectrogram(tone(Scale.POWER, 5, 3, 2, 0, 0));
        checkFigure(spectrogram);
        assertThat(spectrogram.alternativeText()).endsWith("silent throughout");
        assertThat(spectrogram.image().getRGB(300, 150)).isEqualTo(VIOLET);
    }

    @ParameterizedTest
    @EnumSource(Scale.class)
    void loudestBinIsBrightestAndHighBinsAreOnTop(Scale scale) {
        Figure high = Plots.spectrogram(tone(scale, 40, 50, 35, 1, scale == Scale.DECIBEL ? -90 : 1e-12f));
        Figure low = Plots.spectrogram(tone(scale, 40, 50, 4, 1, scale == Scale.DECIBEL ? -90 : 1e-12f));
        checkFigure(high);
        assertThat(height(high, YELLOW, 100, 600)).isBetween(30.0, 60.0);
        assertThat(height(low, YELLOW, 100, 600)).isBetween(250.0, 285.0);
        assertThat(high.image().getRGB(300, 250)).isEqualTo(VIOLET);
        assertThat(high.alternativeText())
                .startsWith("Spectrogram of 40 bins from 0 to 3900 Hz over 0.50 s: loudest at 3500 Hz after 0.00 s");
    }

    @Test
    void oneFrameAndOneBinAreEnough() {
        Figure spectrogram = Plots.spectrogram(tone(Scale.MAGNITUDE, 1, 1, 0, 1, 1));
        checkFigure(spectrogram);
        assertThat(spectrogram.image().getRGB(300, 150)).isEqualTo(YELLOW);
        assertThat(spectrogram.alternativeText())
                .isEqualTo("Spectrogram of 1 bins from 0 to 0 Hz over 0.01 s: loudest at 0 Hz after 0.00 s");
        Figure mel = Plots.mel(tone(Scale.DECIBEL, 1, 1, 0, -5, -5));
        checkFigure(mel);
        assertThat(mel.image().getRGB(300, 150)).isEqualTo(YELLOW);
        assertThat(mel.alternativeText()).endsWith("loudest at 0 Hz after 0.00 s with -5.0 dB");
        Figure heatMap = Plots.heatMap(rows(1, 1));
        checkFigure(heatMap);
        assertThat(heatMap.image().getRGB(300, 150)).isEqualTo(VIOLET);
        assertThat(heatMap.alternativeText()).endsWith("1 rows from row0 to row0: on average strongest in row0 (0.00)");
        Figure series = Plots.series(rows(1, 1));
        checkFigure(series);
        assertThat(drawn(series, "feature", 0)).containsExactly(point(0, 0));
        assertThat(isDrawn(series, 0, 0, 0, Palette.BLUE)).isTrue();
        Figure overWave = Plots.waveform(sine(100, 0.1), rows(1, 1));
        checkFigure(overWave);
        assertThat(overWave.alternativeText()).endsWith(". Overlaid: feature from 0.000 to 0.000, median 0.000");
    }

    /** The points of a series of one of the figure's charts. */
    private static List<List<Double>> drawn(Figure figure, String series, int chart) {
        XYSeries points = ((XYChart) figure.charts().get(chart)).getSeries(series);
        return IntStream.range(0, points.getXData().length)
                .mapToObj(i -> point(points.getXData()[i], points.getYData()[i]))
                .toList();
    }

    private static List<Double> point(double x, double y) {
        return List.of(x, y);
    }

    /** Whether a colour is within a pixel of a value of one of the figure's charts, which are side by side. */
    private static boolean isDrawn(Figure figure, int chart, double x, double y, Color colour) {
        XYChart painted = (XYChart) figure.charts().get(chart);
        Figure.of(painted);
        int left = chart * painted.getWidth() + (int) Math.round(painted.getScreenXFromChart(x));
        int top = (int) Math.round(painted.getScreenYFromChart(y));
        return IntStream.range(0, 9)
                .anyMatch(i -> figure.image().getRGB(left - 1 + i % 3, top - 1 + i / 3) == colour.getRGB());
    }

    @Test
    void aShortPeakIsDrawnInALongSeries() {
        float[] values = new float[12_000];
        Arrays.fill(values, 0.5f);
        values[6000] = 16.25f;
        values[9000] = -3;
        Figure figure = Plots.series(FrameSeries.of("onset strength", "", List.of("x"), values, 0.0025));

        assertThat(drawn(figure, "onset strength", 0))
                .hasSizeLessThan(1500)
                .contains(point(15, 16.25), point(22.5, -3))
                .isSortedAccordingTo(Comparator.comparingDouble(point -> point.get(0)));
        assertThat(isDrawn(figure, 0, 15, 15, Palette.BLUE)).isTrue();
        assertThat(isDrawn(figure, 0, 22.5, -2, Palette.BLUE)).isTrue();
        assertThat(isDrawn(figure, 0, 10, 15, Palette.BLUE)).isFalse();
    }

    @Test
    void infiniteValuesAreLeftOut() {
        float[] values = {1, Float.POSITIVE_INFINITY, 2, Float.NEGATIVE_INFINITY, 3};
        Figure figure = Plots.series(FrameSeries.of("level", "dB", List.of("x"), values, 1));
        assertThat(drawn(figure, "level", 0)).containsExactly(point(0, 1), point(2, 2), point(4, 3));
    }

    @ParameterizedTest
    @Timeout(20)
    @ValueSource(doubles = {1e-30, 1e-11, 3e-5, 1e9, 1e22, 3e38})
    void valuesOfAnySizeHaveTicks(double size) {
        float[] values = {(float) size, (float) (1.3 * size / 2), (float) -size};
        Figure figure = Plots.series(FrameSeries.of("power", "", List.of("x"), values, 0.1));
        assertThat(drawn(figure, "power", 0)).hasSize(3);
    }

    @Test
    void melAxisFollowsTheBins() {
        double[] bins = {0, 100, 200, 400, 800, 1600, 3200, 6400};
        assertThat(Tick.frequencies(bins, 8)).contains(new Tick(1.5 / 8, "100"), new Tick(2.5 / 8, "200"));
        Spectrogram mel = Spectrogram.of(new float[16], bins, Scale.POWER, 0.1);
        assertThat(Plots.mel(mel).alternativeText())
                .startsWith("Mel spectrogram of 8 bins from 0 to 6400 Hz over 0.20 s");
    }

    @Test
    void gridSharesItsColours() {
        Spectrogram loud = tone(Scale.POWER, 20, 30, 5, 1, 1e-12f);
        Spectrogram soft = tone(Scale.POWER, 20, 30, 5, 1e-4f, 1e-12f);
        Figure figure = Plots.grid(List.of(loud, soft));
        checkFigure(figure);
        assertThat(figure.alternativeText())
                .contains("Grid of 2 spectrograms", "1: loudest at 500 Hz", "; 2: loudest at 500 Hz");
        assertThat(Plots.grid(List.of(loud)).alternativeText()).startsWith("Spectrogram, up to 0.30 s long");
        assertThat(height(figure, YELLOW, 80, 300)).isPositive();
        assertThatThrownBy(() -> height(figure, YELLOW, 400, 700)).isInstanceOf(NoSuchElementException.class);
        checkFigure(Plots.grid(Collections.nCopies(11, loud)));
    }

    /** The shorter sound fills the first half of its tile; on the right of it the tile is white. */
    @Test
    void gridHasOneTimeAxis() {
        Spectrogram all = tone(Scale.POWER, 20, 30, 5, 1, 1);
        Spectrogram half = tone(Scale.POWER, 20, 15, 5, 1, 1);
        BufferedImage image = Plots.grid(List.of(all, half)).image();
        int second = 72 + 320;
        assertThat(List.of(image.getRGB(72 + 280, 100), image.getRGB(second + 140, 100)))
                .containsOnly(YELLOW);
        assertThat(image.getRGB(second + 155, 100)).isEqualTo(WHITE);
    }

    @Test
    void gridOfTracksHasARowForEach() {
        Spectrogram one = tone(Scale.POWER, 20, 30, 5, 1, 1);
        Figure figure =
                Plots.gridByTrack(List.of(List.of(one, one), List.of(one, one)), List.of("reggae.1", "country.2"));
        checkFigure(figure);
        assertThat(figure.alternativeText())
                .contains("Grid of 4 spectrograms", " reggae.1 2: loudest", "; country.2 1: loudest");
        assertThatThrownBy(() -> Plots.gridByTrack(List.of(List.of(one, one), List.of(one)), List.of("a", "b")))
                .hasMessage("each track must have the same number of spectrograms, from 1 to 5, got [2, 1]");
        assertThatThrownBy(() -> Plots.gridByTrack(List.of(), List.of())).hasMessageEndingWith("from 1 to 5, got []");
        assertThatThrownBy(() -> Plots.gridByTrack(List.of(List.of(one)), List.of()))
                .hasMessage("there must be a name for each of 1 tracks, got 0");
    }

    /** The mean under a pixel is lower than the loudest value, which is 0 dB. */
    @Test
    void theBrightestColourIsTheLoudestValue() {
        float[] values = new float[20 * 3000];
        Arrays.fill(values, -100);
        Arrays.fill(values, 0, 3000, -40);
        values[0] = 0;
        double[] hertz = IntStream.range(0, 20).mapToDouble(i -> 100.0 * i).toArray();
        BufferedImage image = Plots.spectrogram(Spectrogram.of(values, hertz, Scale.DECIBEL, 0.01))
                .image();
        assertThat(image.getRGB(400, 296)).isEqualTo(0xFF20908C);
        assertThat(image.getRGB(400, 100)).isEqualTo(VIOLET);
    }

    @Test
    void waveformsShareTheirAxes() {
        Figure figure = Plots.waveforms(List.of(sine(1000, 2), sine(1000, 1)), List.of("long", "short"));
        checkFigure(figure);
        assertThat(figure.alternativeText())
                .startsWith("Waveforms on one time axis. long: Waveform of 2.00 s")
                .contains("; short: Waveform of 1.00 s");
        BufferedImage image = figure.image();
        int blue = Palette.BLUE.getRGB();
        assertThat(image.getRGB(76 + 600, 26 + 40)).isEqualTo(blue);
        assertThat(image.getRGB(76 + 300, 176 + 40)).isEqualTo(blue);
        assertThat(image.getRGB(76 + 400, 176 + 40)).isEqualTo(WHITE);
        assertThatThrownBy(() -> Plots.waveforms(List.of(sine(100, 1)), List.of()))
                .hasMessage("there must be at least one wave and a title for each, got 1 waves and 0 titles");
    }

    @Test
    void aPartOfASoundKeepsItsTimes() {
        Figure figure = Plots.waveform(sine(100, 1), 0.25, 0.5);
        checkFigure(figure);
        assertThat(figure.alternativeText()).startsWith("Part from 0.2500 to 0.5000 s. Waveform of 0.25 s");
        assertThatThrownBy(() -> Plots.waveform(sine(100, 1), 0.5, 1.5))
                .hasMessage("seconds must be in order within [0, 1.0000], got 0.5 to 1.5");
    }

    @Test
    void gridRefusesDifferentSpectrograms() {
        Spectrogram one = tone(Scale.POWER, 20, 30, 5, 1, 0);
        assertThatThrownBy(() -> Plots.grid(List.of())).hasMessage("a grid needs at least one spectrogram, got none");
        assertThatThrownBy(() -> Plots.grid(List.of(one), List.of("a", "b")))
                .hasMessage("a grid needs a title for each of 1 spectrograms, got 2");
        assertThatThrownBy(() -> Plots.grid(List.of(one, tone(Scale.POWER, 10, 30, 5, 1, 0))))
                .hasMessageContaining("same bins and scale, got Spectrogram[20 bins");
    }

    @Test
    void chromaNamesTheStrongestNote() {
        FrameSeries rising = rows(12, 40);
        Figure figure = Plots.chroma(
                FrameSeries.of("chroma", "", ChromaStft.PITCH_CLASSES, rising.values(), rising.secondsPerFrame()));
        checkFigure(figure);
        assertThat(figure.alternativeText())
                .isEqualTo("Chromagram over 0.80 s, 12 rows from C to B: on average strongest in B (1.00)");
        assertThat(figure.image().getRGB(300, 20)).isEqualTo(YELLOW);
        assertThatThrownBy(() -> Plots.chroma(rows(11, 40))).hasMessage("chroma must have 12 rows, got 11");
    }

    @Test
    void aLineIsDrawnOverTheWaveform() {
        FrameSeries series = FrameSeries.of("spectral roll-off", "Hz", List.of("x"), new float[] {100, 300, 200}, 0.3);
        Figure figure = Plots.waveform(sine(50, 1), series);
        checkFigure(figure);
        assertThat(figure.alternativeText())
                .contains("Waveform of 1.00 s", "Overlaid: spectral roll-off in Hz from 100.0 to 300.0, median 200.0");
        assertThatThrownBy(() -> Plots.waveform(sine(50, 1), rows(2, 5)))
                .hasMessage("a line over a waveform needs a series of one row, got [row0, row1]");
    }

    @Test
    void zeroCrossingsAreCounted() {
        Figure figure = Plots.zeroCrossings(sine(100, 1), 0.5, 0.55);
        checkFigure(figure);
        assertThat(figure.alternativeText())
                .isEqualTo("Waveform from 0.5000 to 0.5500 s: 9 zero crossings in 50.0 ms, 180 per second");
        checkFigure(Plots.zeroCrossings(sine(1000, 10), 0, 10));
        checkFigure(Plots.zeroCrossings(sine(100, 1), 0.99999, 1));
    }

    @Test
    void zeroCrossingsNeedTimesInOrder() {
        assertThatThrownBy(() -> Plots.zeroCrossings(sine(100, 1), 0.5, 1.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("seconds must be in order within [0, 1.0000], got 0.5 to 1.5");
        assertThatThrownBy(() -> Plots.zeroCrossings(sine(100, 1), 0.5, 0.5)).hasMessageContaining("got 0.5 to 0.5");
    }

    @Test
    void seriesHaveOnePanelPerUnit() {
        FrameSeries hertz = FrameSeries.of("centroid", "Hz", List.of("x"), new float[] {900, 1100, 1000}, 0.1);
        Figure one = Plots.series(hertz);
        Figure two = Plots.series(hertz, rows(3, 9));
        checkFigure(one);
        checkFigure(two);
        assertThat(one.alternativeText()).endsWith("centroid: from 900.0 to 1100 Hz, median 1000 Hz");
        assertThat(two.image().getHeight()).isEqualTo(460);
        assertThatThrownBy(() -> Plots.series(rows(9, 5))).hasMessage("a chart must have from 1 to 8 lines, got 9");
        assertThatThrownBy(Plots::series).hasMessage("a chart must have from 1 to 8 lines, got 0");
    }

    @Test
    void historyTextGivesItsNumbers() {
        Figure figure = Plots.history(history(20));
        checkFigure(figure);
        assertThat(figure.alternativeText())
                .contains(
                        "over 20 epochs: training accuracy goes from 50 % to 95 %, validation ends at 83 %",
                        "best epoch 16 with validation loss 1.000");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 500})
    void historyOfAnyLength(int epochs) {
        History history = history(epochs);
        Figure figure = Plots.history(history);
        checkFigure(figure);
        Epoch best = history.best();
        assertThat(figure.alternativeText()).contains(" over " + epochs + (epochs == 1 ? " epoch:" : " epochs:"));
        for (int chart = 0; chart < 2; chart++) {
            assertThat(drawn(figure, "training", chart)).hasSize(epochs);
            assertThat(drawn(figure, "validation", chart)).hasSize(epochs);
        }
        assertThat(drawn(figure, "training", 0)).endsWith(point(epochs, 2.0 / epochs));
        assertThat(drawn(figure, "validation", 1)).startsWith(point(1, 83));
        Color dot = Palette.VERMILION.darker();
        assertThat(isDrawn(figure, 0, best.number(), best.validationLoss(), dot))
                .isTrue();
        assertThat(isDrawn(figure, 1, best.number(), 83, dot)).isTrue();
    }

    @Test
    void historyNamesTheHeldOutSet() {
        Figure figure = Plots.history(history(4), "test");
        assertThat(drawn(figure, "test", 0)).isEqualTo(drawn(Plots.history(history(4)), "validation", 0));
        assertThat(figure.alternativeText()).contains(" test ends at ").doesNotContain("validation");
    }

    @Test
    void historyWithoutEpochsSaysSo() {
        Figure figure = Plots.history(history(0));
        checkFigure(figure);
        assertThat(figure.alternativeText()).isEqualTo("Line chart of loss and accuracy: no epochs yet");
        assertThat(((XYChart) figure.charts().get(0)).getSeries("training").getYData())
                .containsExactly(Double.NaN);
    }

    @Test
    void divergedTrainingIsDrawn() {
        double nan = Double.NaN;
        History diverged =
                new History(List.of(new Epoch(1, 2, 0.5, nan, nan, 0.1, 1), new Epoch(2, nan, 0.1, nan, nan, 0.1, 1)));
        Figure figure = Plots.history(diverged);
        checkFigure(figure);
        assertThat(figure.alternativeText()).contains("validation ends at undefined %");
        assertThat(drawn(figure, "training", 0)).containsExactly(point(1, 2));
        assertThat(drawn(figure, "training", 1)).containsExactly(point(1, 50), point(2, 10));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 10, 30})
    void confusionOfAnySize(int labels) {
        Figure figure = Plots.confusion(confusion(labels));
        checkFigure(figure);
        assertThat(figure.alternativeText())
                .startsWith("Confusion matrix of " + labels + " labels: " + (labels - 1) + " of " + labels + " correct")
                .endsWith("most often label1 predicted as label0 once");
    }

    /** Label 1 is predicted as label 0. */
    @Test
    void confusionHasActualLabelsDownwards() {
        HeatMapChart chart = (HeatMapChart) Plots.confusion(confusion(3)).chart();
        assertThat(chart.getHeatMapSeries().getXData()).isEqualTo(List.of("label0", "label1", "label2"));
        assertThat(chart.getHeatMapSeries().getYData()).isEqualTo(List.of("label2", "label1", "label0"));
        List<String> full = chart.getHeatMapSeries().getHeatData().stream()
                .map(Arrays::toString)
                .filter(cell -> cell.endsWith("1.0]"))
                .toList();
        assertThat(full).containsExactly("[0, 2, 1.0]", "[0, 1, 1.0]", "[2, 0, 1.0]");
    }

    /** A frame of 16.25 among 4000: a mean over the frames of a pixel would be a few units high. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1999, 2345, 3998, 3999})
    void linesKeepTheirPeaks(int peak) {
        float[] values = new float[4000];
        values[peak] = 16.25f;
        int other = 3999 - peak;
        values[other] = -7.5f;
        FrameSeries series = FrameSeries.of("feature", "", List.of("x"), values, 0.01);

        List<List<Double>> points = drawn(Plots.series(series), "feature", 0);
        assertThat(points).contains(point(peak * 0.01, 16.25), point(other * 0.01, -7.5));
        assertThat(points).hasSizeLessThan(1500);
        assertThat(LinePlot.frames(values, 100).toArray())
                .isSorted()
                .contains(peak, other)
                .hasSizeLessThanOrEqualTo(200);
    }

    /** The upper end of the axis is 1.05 times the peak over a waveform, 1000 Hz over this spectrogram. */
    @Test
    void aLineOverAWaveformOrSpectrogramKeepsItsPeak() {
        float[] values = new float[4000];
        values[2000] = 900;
        FrameSeries series = FrameSeries.of("peak", "Hz", List.of("x"), values, 0.0005);
        BufferedImage wave =
                Plots.waveform(Wave.of(new float[16_000], 8000), series).image();
        assertThat(highest(wave, 20)).isBetween(26, 34);

        BufferedImage spectrogram = Plots.spectrogram(tone(Scale.DECIBEL, 11, 200, 0, -90, -90), series)
                .image();
        assertThat(highest(spectrogram, 40)).isBetween(58, 66);
    }

    /** The first row from the given one on, in the middle of a plot, that is not of the colour of its background. */
    private static int highest(BufferedImage image, int from) {
        int background = image.getRGB(300, from);
        return IntStream.range(from, image.getHeight())
                .filter(y -> IntStream.range(360, 430).anyMatch(x -> image.getRGB(x, y) != background))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void plotsRefuseWhatTheyDoNotFit() {
        Wave wave = sine(440, 1);
        assertThatThrownBy(() -> Plots.mel(Spectrogram.of(wave, Stft.of(1024))))
                .hasMessageStartingWith("a mel spectrogram must have mel bands, got Spectrogram[513 bins")
                .hasMessageEndingWith("Plots.spectrogram draws any");
        assertThatThrownBy(() -> Plots.mel(Spectrogram.of(wave, Stft.of(256)).toDecibels()))
                .hasMessageStartingWith("a mel spectrogram must have mel bands");
        assertThatThrownBy(() -> Plots.mel(ConstantQ.LIBROSA.apply(Wave.sine(440, 2, 22_050))))
                .hasMessageStartingWith("a mel spectrogram must have mel bands");
        assertThatThrownBy(() -> Plots.chroma(Mfcc.of(
                        MelBank.of(40, 22_050)
                                .apply(Spectrogram.of(Wave.sine(440, 1, 22_050)).power())
                                .toDecibels(),
                        12)))
                .hasMessageStartingWith("chroma must be in [0, 1], got -");
        assertThatThrownBy(() -> Plots.tempogram(rows(400, 100), new Tempo(120)))
                .hasMessageStartingWith("a tempogram must have rows lag 0, lag 1");
        assertThatThrownBy(() -> Plots.waveform(wave, rows(1, 60)))
                .hasMessage("the series must be of the same sound, which ends after 1.00 s, got 1.18 s");
        assertThatThrownBy(() -> Plots.correlations(List.of("a"), new double[][] {{1.5}}))
                .hasMessage("correlations must be in [-1, 1], got 1.5");
    }

    /** Below 1000 Hz mel bands are evenly spaced in Hz, above it on a logarithmic axis. */
    @ParameterizedTest
    @EnumSource(MelScale.class)
    void everyMelSpectrogramIsDrawn(MelScale scale) {
        Spectrogram power = Spectrogram.of(Wave.sine(440, 1, 22_050)).power();
        for (double[] range : new double[][] {{0, 11_025}, {0, 900}, {300, 900}, {2000, 8000}}) {
            MelBank bank = new MelBank(10, 22_050, range[0], range[1], scale);
            assertThat(Plots.mel(bank.apply(power)).alternativeText()).startsWith("Mel spectrogram of 10 bins");
        }
    }
}
