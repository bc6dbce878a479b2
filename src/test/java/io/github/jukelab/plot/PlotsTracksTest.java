package io.github.jukelab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.Beats;
import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.feature.OnsetStrength;
import io.github.jukelab.feature.SpectralCentroid;
import io.github.jukelab.feature.SpectralRolloff;
import io.github.jukelab.feature.Tempo;
import io.github.jukelab.feature.Tempogram;
import io.github.jukelab.feature.ZeroCrossingRate;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.XYChart;

/** Plots that show features over a track, or compare tracks. */
class PlotsTracksTest {

    private static final int RATE = 22_050;
    private static final int WHITE = 0xFFFFFFFF;

    /** A click every half second: 120 beats per minute. */
    private static Wave clicks(double seconds) {
        float[] samples = new float[(int) (RATE * seconds)];
        for (int i = 0; i < samples.length; i += RATE / 2) {
            samples[i] = 1;
        }
        return Wave.of(samples, RATE);
    }

    private static FrameSeries hertz(String name, float... values) {
        return FrameSeries.of(name, "Hz", List.of(name), values, 0.5);
    }

    private static FrameSeries notes(String name, float... means) {
        List<String> rows =
                IntStream.range(0, means.length).mapToObj(i -> "note" + i).toList();
        float[] values = new float[2 * means.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = means[i / 2] + (i % 2 == 0 ? 1 : -1);
        }
        return FrameSeries.of(name, "dB", rows, values, 0.5);
    }

    /** White at the edges, a small file, a readable text. */
    private static void checkFigure(Figure figure) {
        BufferedImage image = figure.image();
        assertThat(image.getRGB(0, 0)).isEqualTo(WHITE);
        assertThat(image.getRGB(image.getWidth() - 1, image.getHeight() - 1)).isEqualTo(WHITE);
        for (int y = 0; y < image.getHeight(); y++) {
            assertThat(image.getRGB(0, y)).as("left edge at " + y).isEqualTo(WHITE);
        }
        assertThat(figure.png()).hasSizeLessThan(100_000);
        assertThat(figure.alternativeText()).doesNotContain("NaN", "Infinity", "null", "\n");
    }

    private static double height(Figure figure, int colour, int x) {
        BufferedImage image = figure.image();
        return IntStream.range(40, 290)
                .filter(y -> image.getRGB(x, y) == colour)
                .average()
                .orElseThrow();
    }

    @Test
    void linesOverASpectrogramAreAtTheirFrequency() {
        Spectrogram spectrogram = Spectrogram.of(clicks(4), Stft.LIBROSA);
        int quarter = RATE / 8;
        Figure figure = Plots.spectrogram(spectrogram, hertz("a quarter up", quarter, quarter, quarter, quarter));
        checkFigure(figure);
        assertThat(height(figure, WHITE, 300)).isBetween(36 + 264 * 0.75 - 3, 36 + 264 * 0.75 + 3);
        assertThat(figure.alternativeText())
                .startsWith("Spectrogram of 1025 bins from 0 to 11025 Hz over 4.")
                .endsWith(". Overlaid: a quarter up: from 2756 to 2756 Hz, median 2756 Hz");
        checkFigure(Plots.spectrogram(spectrogram, SpectralCentroid.of(spectrogram), SpectralRolloff.of(spectrogram)));
    }

    @Test
    void linesOverASpectrogramAreInHertz() {
        Wave wave = clicks(1);
        Spectrogram spectrogram = Spectrogram.of(wave, Stft.LIBROSA);
        assertThatThrownBy(() -> Plots.spectrogram(spectrogram, ZeroCrossingRate.of(wave)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a line over a spectrogram needs one row in Hz, got FrameSeries[zero");
        assertThatThrownBy(() -> Plots.spectrogram(spectrogram, notes("two", 1, 2)))
                .hasMessageStartingWith("a line over a spectrogram needs one row in Hz, got FrameSeries[two, 2 x 2");
    }

    @Test
    void linesOverASpectrogramNeedEvenBins() {
        double[] mel = {0, 100, 200, 400, 800};
        Spectrogram uneven = Spectrogram.of(new float[10], mel, io.github.jukelab.signal.Scale.POWER, 0.1);
        assertThatThrownBy(() -> Plots.spectrogram(uneven, hertz("centroid", 100)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("lines in Hz need evenly spaced bins, got Spectrogram[5 bins");
    }

    @Test
    void beatsAreMarkedAndCounted() {
        Wave wave = clicks(10);
        Figure figure = Plots.beats(wave, Beats.of(wave));
        checkFigure(figure);
        assertThat(figure.alternativeText())
                .startsWith("Waveform of 10.00 s at 22050 Hz")
                .contains(" beats, tempo 117.5 beats per minute, from ")
                .endsWith("median interval 0.51 s");
        int lines = (int) IntStream.range(76, 768)
                .filter(x -> figure.image().getRGB(x, 40) == Palette.VERMILION.getRGB())
                .count();
        assertThat(lines).isEqualTo(Beats.of(wave).frames().length);
    }

    @Test
    void silenceHasNoBeats() {
        Wave silence = Wave.of(new float[RATE], RATE);
        Figure figure = Plots.beats(silence, Beats.of(silence));
        checkFigure(figure);
        assertThat(figure.alternativeText()).endsWith("Overlaid: 0 beats, tempo 0.0 beats per minute");
    }

    @Test
    void tempogramIsBrightAtTheTempoAndMarksIt() {
        FrameSeries onset = OnsetStrength.of(clicks(12));
        FrameSeries tempogram = Tempogram.of(onset);
        Tempo tempo = Tempo.of(onset);
        Figure figure = Plots.tempogram(tempogram, tempo);
        checkFigure(figure);
        assertThat(figure.alternativeText())
                .startsWith("Tempogram over 12.00 s from 30 to 480 beats per minute; mean autocorrelation ")
                .contains(" at 117.5 beats per minute; mean autocorrelation ");
        double expected = 36 + 264 * (1 - Math.log(tempo.bpm() / 30) / Math.log(16));
        assertThat(height(figure, WHITE, 80)).isBetween(expected - 3, expected + 3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 10, 1000})
    void aTempoOutsideIsNotMarked(double bpm) {
        Figure figure = Plots.tempogram(Tempogram.of(OnsetStrength.of(clicks(12))), new Tempo(bpm));
        checkFigure(figure);
        assertThat(IntStream.range(36, 299).map(y -> figure.image().getRGB(80, y)))
                .doesNotContain(WHITE);
    }

    @Test
    void tempogramNeedsLagsForSlowTempi() {
        FrameSeries tempogram = Tempogram.of(OnsetStrength.of(clicks(3)), 40);
        assertThatThrownBy(() -> Plots.tempogram(tempogram, new Tempo(120)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a tempogram down to 30 beats per minute needs 87 lags, got 40");
    }

    @Test
    void profileTextGivesTheMeans() {
        Figure figure = Plots.profile("Note", notes("blues", 1, 2.5f, -3), notes("rock", 4, 0, 7));
        checkFigure(figure);
        assertThat(figure.alternativeText())
                .isEqualTo("Note, mean over time of 3 rows. blues: note0 1.00, note1 2.50, note2 -3.00;"
                        + " rock: note0 4.00, note1 0.00, note2 7.00");
        checkFigure(Plots.profile("Note", notes("silence", 0)));
    }

    @Test
    void profilesHaveTheSameRows() {
        assertThatThrownBy(() -> Plots.profile("Note"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a profile must have from 1 to 8 lines, got 0");
        assertThatThrownBy(() -> Plots.profile("Note", notes("two", 1, 2), notes("three", 1, 2, 3)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a profile needs series of the same rows and unit,"
                        + " got FrameSeries[two, 2 x 2 frames] and FrameSeries[three, 3 x 2 frames]");
    }

    @Test
    void seriesOfSeveralSoundsShareANamedAxis() {
        Figure figure =
                Plots.series("Spectral centroid in Hz", hertz("blues", 100, 300), hertz("rock", 900, 1100, 1000));
        checkFigure(figure);
        assertThat(figure.alternativeText())
                .isEqualTo("Spectral centroid in Hz over time. blues: from 100.0 to 300.0 Hz, median 300.0 Hz;"
                        + " rock: from 900.0 to 1100 Hz, median 1000 Hz");
        assertThatThrownBy(() -> Plots.series("Hz", notes("nine", new float[9])))
                .hasMessage("a chart must have from 1 to 8 lines, got 9");
    }

    @Test
    void stripTextGivesMedianAndRange() {
        Map<String, double[]> values = new LinkedHashMap<>();
        values.put("rock", new double[] {3, 1, 2});
        values.put("a label that is far too long for its row", new double[] {10, 20});
        values.put("empty", new double[0]);
        Figure figure = Plots.strip("Centroid in Hz", values);
        checkFigure(figure);
        assertThat(figure.alternativeText())
                .isEqualTo(
                        "Centroid in Hz, 5 values of 3 labels. rock: median 2.000, from 1.000 to 3.000;"
                                + " a label that is far too long for its row: median 15.00, from 10.00 to 20.00; empty: no values");
        checkFigure(Plots.strip("the same throughout", Map.of("one", new double[] {5})));
    }

    @Test
    void aBorderIsOnTheAxisWhateverTheValuesAre() {
        Figure figure = Plots.strip("Probability", Map.of("cat", new double[] {0.1, 0.2, 0.3}), 0.5);
        checkFigure(figure);
        assertThat(figure.alternativeText()).endsWith("cat: median 0.2000, from 0.1000 to 0.3000, 0 of 3 above 0.5000");
        XYChart chart = (XYChart) figure.chart();
        assertThat(chart.getStyler().getXAxisMax()).isGreaterThan(0.5);
        assertThat(chart.getSeries("border").getXData()).containsExactly(0.5, 0.5);
        assertThatThrownBy(() -> Plots.strip("x", Map.of("cat", new double[] {1}), Double.NaN))
                .hasMessage("a border must be finite, got NaN");
    }

    @Test
    void stripNeedsFiniteValues() {
        assertThatThrownBy(() -> Plots.strip("x", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("values by label must be finite and at least one, got 0 for []");
        assertThatThrownBy(() -> Plots.strip("x", Map.of("rock", new double[] {1, Double.NaN})))
                .hasMessage("values by label must be finite and at least one, got 2 for [rock]");
    }
}
