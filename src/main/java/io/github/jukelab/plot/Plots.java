package io.github.jukelab.plot;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.evaluation.BenchmarkResult;
import io.github.jukelab.evaluation.ConfusionMatrix;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.feature.Beats;
import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.feature.Tempo;
import io.github.jukelab.image.Picture;
import io.github.jukelab.signal.Spectrogram;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The pictures, one method each.
 *
 * <p>Example: {@code Plots.mel(MelSpectrogram.of(wave, stft, mel))}.
 *
 * <p>Notebook: 00-quick-tour
 */
public final class Plots {

    private Plots() {}

    /**
     * Amplitude over time: the lowest and the highest sample of each column of pixels, or every sample where there are
     * few.
     *
     * @param wave of any length
     * @return the figure
     */
    public static Figure waveform(Wave wave) {
        return WavePlot.whole(wave);
    }

    /**
     * Energy over frequency and time as colours, 80 dB down from the loudest. A spectrogram that is not in decibels is
     * shown relative to its loudest pixel. Where the bins stand unevenly, as in a mel spectrogram, each keeps the same
     * height and the axis tells their Hz.
     *
     * @param spectrogram of any scale
     * @return the figure
     */
    public static Figure spectrogram(Spectrogram spectrogram) {
        return SpectrogramPlot.one(spectrogram, "Spectrogram", "Frequency in Hz");
    }

    /**
     * A spectrogram with lines over it, such as the spectral centroid and roll-off of the same sound: where in the
     * spectrum they lie.
     *
     * @param spectrogram of any scale, with evenly spaced bins, at least 2
     * @param lines up to three that can be told apart, each of one row in Hz
     * @return the figure
     * @throws IllegalArgumentException if the bins are spaced otherwise, or a line has several rows or another unit
     */
    public static Figure spectrogram(Spectrogram spectrogram, FrameSeries... lines) {
        return SpectrogramPlot.withLines(spectrogram, List.of(lines));
    }

    /**
     * A mel spectrogram: as {@link #spectrogram(Spectrogram)}, and says that its axis is mel.
     *
     * @param mel of any scale
     * @return the figure
     */
    public static Figure mel(Spectrogram mel) {
        return SpectrogramPlot.one(mel, "Mel spectrogram", "Frequency in Hz, mel spaced");
    }

    /**
     * Many spectrograms, up to five a row, numbered from 1, all with the same colours for the same loudness.
     *
     * @param spectrograms at least one; the same bins and scale
     * @return the figure
     * @throws IllegalArgumentException if there is none, or bins or scale differ
     */
    public static Figure grid(List<Spectrogram> spectrograms) {
        List<String> numbers = IntStream.rangeClosed(1, spectrograms.size())
                .mapToObj(Integer::toString)
                .toList();
        return grid(spectrograms, numbers);
    }

    /**
     * Many spectrograms, up to five a row, all with the same colours for the same loudness.
     *
     * @param spectrograms at least one; the same bins and scale
     * @param titles one a spectrogram
     * @return the figure
     * @throws IllegalArgumentException if there is none, bins or scale differ, or titles are missing
     */
    public static Figure grid(List<Spectrogram> spectrograms, List<String> titles) {
        return SpectrogramPlot.grid(spectrograms, titles);
    }

    /**
     * Pictures beside each other, up to five a row, each in a thin frame, so that white margins can be seen. Large ones
     * are made smaller; small ones are enlarged by a whole number, so that their points can be counted.
     *
     * @param pictures at least one
     * @param titles one per picture
     * @return the figure
     * @throws IllegalArgumentException if there is none, or titles are missing
     */
    public static Figure pictures(List<Picture> pictures, List<String> titles) {
        return PicturePlot.of(pictures, titles);
    }

    /**
     * Which of the twelve notes sound when: a row a note, the first at the bottom, colours from 0 to 1.
     *
     * @param chroma twelve rows named after their notes, values in [0, 1]
     * @return the figure
     * @throws IllegalArgumentException if there are not twelve rows
     */
    public static Figure chroma(FrameSeries chroma) {
        if (chroma.rows().size() != 12) {
            throw new IllegalArgumentException(
                    "chroma must have 12 rows, got " + chroma.rows().size());
        }
        return SpectrogramPlot.chroma(chroma);
    }

    /**
     * Any series of many rows as colours, the first row at the bottom, colours from the lowest to the highest value.
     *
     * @param series such as MFCC
     * @return the figure
     */
    public static Figure heatMap(FrameSeries series) {
        return SpectrogramPlot.rows(series);
    }

    /**
     * A line over the waveform, such as the spectral roll-off: what the sound's brightness does while it gets louder and
     * softer. The line's axis is on the right.
     *
     * @param wave the sound
     * @param rolloff one row, of the same sound
     * @return the figure
     * @throws IllegalArgumentException if the series has more than one row
     */
    public static Figure waveform(Wave wave, FrameSeries rolloff) {
        return WavePlot.withLine(wave, rolloff);
    }

    /**
     * A line at every beat over the waveform: whether beats fall on what is loud.
     *
     * @param wave the sound
     * @param beats found in it
     * @return the figure
     */
    public static Figure beats(Wave wave, Beats beats) {
        return WavePlot.beats(wave, beats);
    }

    /**
     * A tempogram with its lags as tempi, each octave as high as the next: from 30 to 480 beats a minute, one tempo
     * marked.
     *
     * @param tempogram of onset strength, with lags down to 30 beats a minute
     * @param tempo to mark; left out where it is not in the picture
     * @return the figure
     * @throws IllegalArgumentException if there are too few lags
     */
    public static Figure tempogram(FrameSeries tempogram, Tempo tempo) {
        return TempogramPlot.of(tempogram, tempo);
    }

    /**
     * A few milliseconds of sound with every change of sign marked and counted; zero counts as positive.
     *
     * @param wave the sound
     * @param fromSecond start, at least 0
     * @param toSecond end, after the start, at most {@code wave.seconds()}
     * @return the figure
     * @throws IllegalArgumentException if the times are out of order or outside the sound
     */
    public static Figure zeroCrossings(Wave wave, double fromSecond, double toSecond) {
        return WavePlot.crossings(wave, fromSecond, toSecond);
    }

    /**
     * Frame series as lines over time, a panel for each unit.
     *
     * @param series at most eight rows in all; {@link #heatMap(FrameSeries)} shows more
     * @return the figure
     * @throws IllegalArgumentException if there are no rows or more than eight
     */
    public static Figure series(FrameSeries... series) {
        return LinePlot.series(List.of(series));
    }

    /**
     * The same feature of several sounds as lines over time, in one panel.
     *
     * @param axis what was measured and its unit
     * @param series at most eight rows in all, each series named after its sound
     * @return the figure
     * @throws IllegalArgumentException if there are no rows or more than eight
     */
    public static Figure series(String axis, FrameSeries... series) {
        return LinePlot.series(axis, List.of(series));
    }

    /**
     * The mean over time of each row of a series, such as its twelve notes or its MFCC: one line a series, to compare
     * sounds as wholes.
     *
     * @param axis what the rows are
     * @param series from one to eight, of the same rows and unit, each named after its sound
     * @return the figure
     * @throws IllegalArgumentException if there is none, or too many, or rows or units differ
     */
    public static Figure profile(String axis, FrameSeries... series) {
        return ProfilePlot.of(axis, List.of(series));
    }

    /**
     * One measure of many tracks: a row per label, a ring per track, a bar at the label's median. Where rows overlap the
     * measure does not tell labels apart.
     *
     * @param axis what was measured and its unit
     * @param values by label, in the order of the rows; finite
     * @return the figure
     * @throws IllegalArgumentException if there is no value, or one is not finite
     */
    public static Figure strip(String axis, Map<String, double[]> values) {
        return StripPlot.of(axis, values);
    }

    /**
     * Accuracies of the same models under several protocols: a band a trial, a dot a model with its 95 % interval, a
     * dashed line for guessing among the labels, a bar for always giving the label that occurs most often.
     *
     * @param data the data set's name
     * @param trials at least one, of the same models, at most eight
     * @return the figure
     * @throws IllegalArgumentException if there is no trial, or models differ or are too many
     */
    public static Figure accuracies(String data, List<BenchmarkResult> trials) {
        return AccuracyPlot.of(data, trials);
    }

    /**
     * One measure of very many tracks: a row per label, a box around the middle half of its tracks with a bar at the median,
     * whiskers as far as tracks lie within one and a half lengths of the box, a ring for each track beyond.
     *
     * @param axis what was measured and its unit
     * @param values by label, in the order of the rows; finite
     * @return the figure
     * @throws IllegalArgumentException if there is no value, or one is not finite
     */
    public static Figure box(String axis, Map<String, double[]> values) {
        return BoxPlot.of(axis, values);
    }

    /**
     * How columns of numbers rise and fall together: blue if they do, orange if one falls where the other rises. The names
     * stand beside the rows; columns have the same order.
     *
     * @param names of the columns, at least one
     * @param values their correlations, [column][column], in [−1, 1]
     * @return the figure
     * @throws IllegalArgumentException if there are not as many rows and columns as names
     */
    public static Figure correlations(List<String> names, double[][] values) {
        return CorrelationPlot.of(names, values);
    }

    /**
     * Tracks as points in a plane, colour and form by label, a large mark at each label's mean.
     *
     * @param xAxis what is measured from left to right, and its unit
     * @param yAxis what is measured upwards, and its unit
     * @param points by label, [track][x, y], finite
     * @return the figure
     * @throws IllegalArgumentException if there is no point, or one is not finite
     */
    public static Figure scatter(String xAxis, String yAxis, Map<String, double[][]> points) {
        return ScatterPlot.of(xAxis, yAxis, points);
    }

    /**
     * Loss and accuracy over the epochs, training beside validation, the best epoch marked.
     *
     * @param history of any length, none included
     * @return the figure
     */
    public static Figure history(History history) {
        return LinePlot.history(history);
    }

    /**
     * The validation sides of several trainings over their epochs, loss and accuracy, to compare ways of teaching. The
     * training sides are left out: under augmentation each is judged on other examples.
     *
     * @param histories from one to eight
     * @param names one a history, a word or two
     * @return the figure
     * @throws IllegalArgumentException if there is no history, or too many, or names are missing
     */
    public static Figure histories(List<History> histories, List<String> names) {
        return LinePlot.validations(histories, names);
    }

    /**
     * What was taken for what: counts, and the share of each row in percent and by shade.
     *
     * @param confusion the counts
     * @return the figure
     */
    public static Figure confusion(ConfusionMatrix confusion) {
        return ConfusionPlot.of(confusion);
    }
}
