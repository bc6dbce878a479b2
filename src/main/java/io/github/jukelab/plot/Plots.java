package io.github.jukelab.plot;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.evaluation.BenchmarkResult;
import io.github.jukelab.evaluation.Calibration;
import io.github.jukelab.evaluation.ConfusionMatrix;
import io.github.jukelab.evaluation.Coverage;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.evaluation.LearningCurve;
import io.github.jukelab.evaluation.OcclusionMap;
import io.github.jukelab.evaluation.RobustnessReport;
import io.github.jukelab.evaluation.SoundPrediction;
import io.github.jukelab.feature.Beats;
import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.feature.Tempo;
import io.github.jukelab.image.Picture;
import io.github.jukelab.signal.Spectrogram;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * All plots, one method each.
 *
 * <p>Example: {@code Plots.mel(MelSpectrogram.of(wave, stft, mel))}.
 *
 * <p>Notebook: 00-quick-tour
 */
public final class Plots {

    private Plots() {}

    /**
     * Amplitude over time: the lowest and the highest sample of each column of pixels, or every sample of a short wave.
     *
     * @param wave of any length
     * @return the figure
     */
    public static Figure waveform(Wave wave) {
        return WavePlot.whole(wave);
    }

    /**
     * A part of a sound, drawn in the same way; the axis has the time within the whole sound.
     *
     * @param wave the sound
     * @param fromSecond start, at least 0
     * @param toSecond end, after the start, at most {@code wave.seconds()}
     * @return the figure
     * @throws IllegalArgumentException if the times are out of order or outside the sound
     */
    public static Figure waveform(Wave wave, double fromSecond, double toSecond) {
        return WavePlot.part(wave, fromSecond, toSecond);
    }

    /**
     * Several sounds below each other with one axis of time and one of amplitude, so that lengths and levels can be
     * compared.
     *
     * @param waves at least one
     * @param titles one per wave
     * @return the figure
     * @throws IllegalArgumentException if there is none, or titles are missing
     */
    public static Figure waveforms(List<Wave> waves, List<String> titles) {
        return WavePlot.several(waves, titles);
    }

    /**
     * Energy over frequency and time as colours, down to 80 dB below the loudest. A spectrogram that is not in decibels
     * is shown relative to its loudest pixel. If the bins are spaced unevenly, as in a mel spectrogram, all have the
     * same height and the axis gives their Hz. A pixel is the mean of the values under it.
     *
     * @param spectrogram of any scale
     * @return the figure
     */
    public static Figure spectrogram(Spectrogram spectrogram) {
        return SpectrogramPlot.one(spectrogram, "Spectrogram", "Frequency in Hz");
    }

    /**
     * A spectrogram with lines over it, such as the spectral centroid and roll-off of the same sound.
     *
     * @param spectrogram of any scale, with evenly spaced bins, at least 2
     * @param lines of one row in Hz each; colours repeat after three
     * @return the figure
     * @throws IllegalArgumentException if the bins are spaced unevenly, or a line has several rows or another unit,
     *     or goes on after the end of the spectrogram
     */
    public static Figure spectrogram(Spectrogram spectrogram, FrameSeries... lines) {
        return SpectrogramPlot.withLines(spectrogram, List.of(lines));
    }

    /**
     * A mel spectrogram, drawn as in {@link #spectrogram(Spectrogram)}, with an axis labelled as mel.
     *
     * @param mel of any scale
     * @return the figure
     * @throws IllegalArgumentException if the bins are those of a Fourier transform or of a constant-Q transform
     */
    public static Figure mel(Spectrogram mel) {
        return SpectrogramPlot.mel(mel);
    }

    /**
     * Several spectrograms, up to five per row, numbered from 1, all with the same colours for the same loudness and
     * one axis of time: a shorter sound fills a part of its tile.
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
     * Several spectrograms, up to five per row, all with the same colours for the same loudness and one axis of time: a
     * shorter sound fills a part of its tile.
     *
     * @param spectrograms at least one; the same bins and scale
     * @param titles one per spectrogram
     * @return the figure
     * @throws IllegalArgumentException if there is none, bins or scale differ, or titles are missing
     */
    public static Figure grid(List<Spectrogram> spectrograms, List<String> titles) {
        return SpectrogramPlot.grid(spectrograms, titles);
    }

    /**
     * A row of spectrograms for each track, such as its windows, all with the same colours for the same loudness and one
     * axis of time.
     *
     * @param tracks at least one; the same number of spectrograms in each, from 1 to 5, with the same bins and scale
     * @param names one per track
     * @return the figure
     * @throws IllegalArgumentException if there is no track, names are missing, or the numbers of spectrograms, bins or
     *     scales differ
     */
    public static Figure gridByTrack(List<List<Spectrogram>> tracks, List<String> names) {
        return SpectrogramPlot.byTrack(tracks, names);
    }

    /**
     * Pictures side by side, up to five per row, each in a thin frame, so that white margins can be seen. Large
     * pictures are downscaled; small ones are enlarged by a whole number, so that their pixels can be counted.
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
     * A chromagram: the strength of the twelve notes over time, one row per note, the first at the bottom, colours from
     * 0 to 1.
     *
     * @param chroma twelve rows named after their notes, values in [0, 1]
     * @return the figure
     * @throws IllegalArgumentException if there are not twelve rows, or a value is outside [0, 1]
     */
    public static Figure chroma(FrameSeries chroma) {
        if (chroma.rows().size() != 12) {
            throw new IllegalArgumentException(
                    "chroma must have 12 rows, got " + chroma.rows().size());
        }
        for (float value : chroma.values()) {
            if (!(value >= 0 && value <= 1.0001f)) {
                throw new IllegalArgumentException("chroma must be in [0, 1], got " + value + " in " + chroma);
            }
        }
        return SpectrogramPlot.chroma(chroma);
    }

    /**
     * Any series of several rows as colours, the first row at the bottom, colours from the lowest to the highest value.
     * The series' name is at the axis of rows. Rows named {@code C}, {@code C 2}, {@code C 3} have one tick.
     *
     * @param series such as MFCC
     * @return the figure
     */
    public static Figure heatMap(FrameSeries series) {
        return SpectrogramPlot.rows(series);
    }

    /**
     * The waveform with a line over it, such as the spectral roll-off. The line's axis is on the right.
     *
     * @param wave the sound
     * @param series one row, of the same sound
     * @return the figure
     * @throws IllegalArgumentException if the series has more than one row, or goes on after the end of the wave
     */
    public static Figure waveform(Wave wave, FrameSeries series) {
        return WavePlot.withLine(wave, series);
    }

    /**
     * The waveform with a line at every beat.
     *
     * @param wave the sound
     * @param beats found in it
     * @return the figure
     * @throws IllegalArgumentException if a beat is after the end of the wave
     */
    public static Figure beats(Wave wave, Beats beats) {
        return WavePlot.beats(wave, beats);
    }

    /**
     * A tempogram with its lags as tempi on a logarithmic axis from 30 to 480 beats per minute, one tempo marked.
     *
     * @param tempogram of onset strength, with lags down to 30 beats per minute
     * @param tempo to mark; not marked if it is outside the axis
     * @return the figure
     * @throws IllegalArgumentException if there are too few lags, or the rows are not lags
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
     * Frame series as lines over time, one panel per unit. Of more frames than pixels, the lowest and the highest of
     * each column of pixels are drawn.
     *
     * @param series at most eight rows in all; {@link #heatMap(FrameSeries)} shows more
     * @return the figure
     * @throws IllegalArgumentException if there are no rows or more than eight
     */
    public static Figure series(FrameSeries... series) {
        return LinePlot.series(List.of(series));
    }

    /**
     * The same feature of several sounds as lines over time, in one panel, drawn as in {@link #series(FrameSeries...)}.
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
     * The mean over time of each row of a series, such as its twelve notes or its MFCC: one line per series, to compare
     * whole sounds.
     *
     * @param axis what the rows are
     * @param series from one to eight, of the same rows and unit, each named after its sound
     * @return the figure
     * @throws IllegalArgumentException if there is none or too many, or rows or units differ
     */
    public static Figure profile(String axis, FrameSeries... series) {
        return ProfilePlot.of(axis, List.of(series));
    }

    /**
     * One measure of tracks: a row per label, a ring per track, a bar at the label's median. The less the rows overlap,
     * the better the measure separates the labels.
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
     * The same with a line at a border, which is on the axis whatever the values are: 0.5 for the probability of one of
     * two labels.
     *
     * @param axis what was measured and its unit
     * @param values by label, in the order of the rows; finite
     * @param border finite
     * @return the figure
     * @throws IllegalArgumentException if there is no value, or one is not finite
     */
    public static Figure strip(String axis, Map<String, double[]> values, double border) {
        return StripPlot.of(axis, values, border);
    }

    /**
     * A prediction for one sound: a row per label, at most twelve, the most probable on top. Over time each row is
     * shaded by the label's probability, and underlined where it is the most probable; on the right is a bar for the
     * whole sound.
     *
     * @param prediction of any number of segments and labels
     * @return the figure
     */
    public static Figure prediction(SoundPrediction prediction) {
        return PredictionPlot.of(prediction);
    }

    /**
     * The same below the spectrogram of the sound.
     *
     * @param wave the sound
     * @param prediction for this sound
     * @return the figure
     */
    public static Figure prediction(Wave wave, SoundPrediction prediction) {
        return PredictionPlot.of(wave, prediction);
    }

    /**
     * Where a model looked: its input, and below it a map of the same time and bands. A block is vermilion if the
     * probability of the label falls when the patch around it is hidden, blue if it rises. A line marks the end of the sound if the
     * input goes on after it.
     *
     * @param input of which patches were hidden, its lowest row first
     * @param map of this input
     * @return the figure
     */
    public static Figure occlusion(FrameSeries input, OcclusionMap map) {
        return OcclusionPlot.of(input, map);
    }

    /**
     * Accuracies of the same models under several protocols: a band per protocol, a dot per model with its 95 %
     * interval, a dashed line for guessing among the labels, a bar for always predicting the most frequent label.
     *
     * @param data the data set's name
     * @param results at least one, all of the same models, at most eight
     * @return the figure
     * @throws IllegalArgumentException if there is no result, or models differ or are too many
     */
    public static Figure accuracies(String data, List<BenchmarkResult> results) {
        return AccuracyPlot.of(data, results);
    }

    /**
     * Accuracies of several models on the same test set: a row per model with a dot and its 95 % interval, a dashed
     * line for guessing among the labels, a line for always predicting the most frequent label.
     *
     * @param data the data set's name
     * @param models their names, at least one, in the order of the rows
     * @param evaluations one per model
     * @return the figure
     * @throws IllegalArgumentException if there is no model, evaluations are missing, or test sets differ
     */
    public static Figure accuracies(String data, List<String> models, List<Evaluation> evaluations) {
        return AccuracyPlot.of(data, models, evaluations);
    }

    /**
     * How many answers are different after each change of the sounds: a row per change, in it a dot with its 95 % interval
     * per model.
     *
     * @param data the data set's name
     * @param models their names, one to eight
     * @param reports one per model, all with the same changes
     * @return the figure
     * @throws IllegalArgumentException if the numbers of models and reports differ, there is none or there are too many,
     *     or the changes differ
     */
    public static Figure robustness(String data, List<String> models, List<RobustnessReport> reports) {
        return RobustnessPlot.of(data, models, reports);
    }

    /**
     * One measure of many tracks: a row per label, a box from the first to the third quartile with a bar at the median,
     * whiskers to the farthest tracks within 1.5 lengths of the box, a ring for each track beyond.
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
     * The correlations of columns of numbers: blue for positive, orange for negative. The names are beside the rows;
     * columns have the same order.
     *
     * @param names of the columns, at least one
     * @param values their correlations, [column][column], in [−1, 1]
     * @return the figure
     * @throws IllegalArgumentException if the numbers of rows, columns and names differ, or a value is outside [−1, 1]
     */
    public static Figure correlations(List<String> names, double[][] values) {
        return CorrelationPlot.of(names, values);
    }

    /**
     * Tracks as points in a plane, colour and shape by label, a large mark at each label's mean.
     *
     * @param xAxis what the x axis shows, and its unit
     * @param yAxis what the y axis shows, and its unit
     * @param points by label, [track][x, y], finite
     * @return the figure
     * @throws IllegalArgumentException if there is no point, or one is not finite
     */
    public static Figure scatter(String xAxis, String yAxis, Map<String, double[][]> points) {
        return ScatterPlot.of(xAxis, yAxis, points);
    }

    /**
     * Loss and accuracy over the epochs, of training and of validation, the best epoch marked.
     *
     * @param history of any length, also empty
     * @return the figure
     */
    public static Figure history(History history) {
        return history(history, "validation");
    }

    /**
     * The same, saying which tracks were held out: in articles often the test set.
     *
     * @param history of any length, also empty
     * @param heldOut what the history calls validation, in a word, such as {@code test}
     * @return the figure
     */
    public static Figure history(History history, String heldOut) {
        return LinePlot.history(history, heldOut);
    }

    /**
     * Validation loss and accuracy of several trainings over their epochs. Training loss and accuracy are not shown:
     * with augmentation each is measured on different examples.
     *
     * @param histories from one to eight
     * @param names one per history, a word or two
     * @return the figure
     * @throws IllegalArgumentException if there is no history or too many, or names are missing
     */
    public static Figure histories(List<History> histories, List<String> names) {
        return LinePlot.histories(histories, names);
    }

    /**
     * A reliability diagram: of the answers of each confidence, how many are correct, with 95 % intervals. Above the
     * diagonal the model is not sure enough, below it too sure.
     *
     * @param calibration of one model
     * @return the figure
     */
    public static Figure calibration(Calibration calibration) {
        return calibrations(List.of(calibration), List.of("model"));
    }

    /**
     * The same for several models, without intervals.
     *
     * @param calibrations from one to eight
     * @param names one per calibration, a word or two
     * @return the figure
     * @throws IllegalArgumentException if there is none or too many, or names are missing
     */
    public static Figure calibrations(List<Calibration> calibrations, List<String> names) {
        return CalibrationPlot.of(calibrations, names);
    }

    /**
     * How many answers are correct, with 95 % intervals, by how many tracks are answered: a point per threshold to
     * abstain, some of them named.
     *
     * @param coverage of one model
     * @return the figure
     */
    public static Figure coverage(Coverage coverage) {
        return coverages(List.of(coverage), List.of("model"));
    }

    /**
     * The same for several models, without intervals.
     *
     * @param coverages from one to eight
     * @param names one per coverage, a word or two
     * @return the figure
     * @throws IllegalArgumentException if there is none or too many, or names are missing
     */
    public static Figure coverages(List<Coverage> coverages, List<String> names) {
        return CoveragePlot.of(coverages, names);
    }

    /**
     * A confusion matrix: counts, and the share of each row in percent and as a shade.
     *
     * @param confusion the counts
     * @return the figure
     */
    public static Figure confusion(ConfusionMatrix confusion) {
        return ConfusionPlot.of(confusion);
    }

    /**
     * A learning curve: the mean accuracy of each model by training recordings per class, on a scale where each doubling is
     * as wide as the next, and a band from the 10th to the 90th percentile of its draws.
     *
     * @param curve of at most eight models
     * @return the figure
     * @throws IllegalArgumentException if there are more models
     */
    public static Figure learningCurve(LearningCurve curve) {
        return LearningCurvePlot.of(curve);
    }
}
