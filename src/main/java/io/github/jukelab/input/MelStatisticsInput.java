package io.github.jukelab.input;

import io.github.jukelab.Require;
import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.feature.FeatureRow;
import io.github.jukelab.feature.MelStatistics;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * A sound as a row of {@link MelStatistics}, or as one row per window; if the gain is removed, that of each window by
 * itself. The normalisation should be {@linkplain StandardScaler#byColumn by column}.
 *
 * <p>Example: {@code MelStatisticsInput.of(MelStatistics.DEFAULT).withWindows(66_150, 33_075)}
 *
 * @param rate samples per second in Hz
 * @param window length in samples; the rest of a sound after its last full window is dropped, a sound shorter than one
 *     window gives one row
 * @param step samples from one window's start to the next
 * @param statistics which values
 * @param normalisation the last step, fitted on the training set
 */
public record MelStatisticsInput(int rate, int window, int step, MelStatistics statistics, StandardScaler normalisation)
        implements Preprocessing {

    /** The window for whole sounds. */
    public static final int WHOLE = Integer.MAX_VALUE;

    private static final int RATE = 22_050;

    /**
     * Checks the numbers.
     *
     * @param rate in Hz, at least 1
     * @param window in samples, at least 1
     * @param step in samples, at least 1
     * @param statistics which values
     * @param normalisation the last step
     * @throws IllegalArgumentException if a number is less than 1, or the normalisation is for another number of values
     */
    public MelStatisticsInput {
        Require.atLeast("rate", 1, rate);
        Require.atLeast("window", 1, window);
        Require.atLeast("step", 1, step);
        normalisation.requireFits(shape(statistics));
    }

    /**
     * Whole sounds of 22 050 Hz.
     *
     * @param statistics which values
     * @return not normalised
     */
    public static MelStatisticsInput of(MelStatistics statistics) {
        return new MelStatisticsInput(RATE, WHOLE, WHOLE, statistics, StandardScaler.NONE);
    }

    /**
     * The same at another rate.
     *
     * @param rate in Hz, at least 1; bands end at half of it
     * @return a copy
     * @throws IllegalArgumentException if it is less than 1
     */
    public MelStatisticsInput withRate(int rate) {
        return new MelStatisticsInput(rate, window, step, statistics, normalisation);
    }

    /**
     * The same with other windows.
     *
     * @param length in samples, at least 1
     * @param step samples from one start to the next, at least 1
     * @return a copy
     * @throws IllegalArgumentException if a number is less than 1
     */
    public MelStatisticsInput withWindows(int length, int step) {
        return new MelStatisticsInput(rate, length, step, statistics, normalisation);
    }

    @Override
    public MelStatisticsInput withNormalisation(StandardScaler normalisation) {
        return new MelStatisticsInput(rate, window, step, statistics, normalisation);
    }

    @Override
    public int samples() {
        return Integer.MAX_VALUE;
    }

    /** One row of all values. */
    @Override
    public Shape shape() {
        return shape(statistics);
    }

    private static Shape shape(MelStatistics statistics) {
        return Shape.row(statistics.names().size());
    }

    /** The inputs for one sound, all steps but the normalisation. */
    @Override
    public List<float[]> inputs(Wave wave) {
        Wave resampled = wave.resample(rate);
        List<Wave> windows = resampled.length() < window ? List.of(resampled) : resampled.windows(window, step);
        return windows.stream().map(statistics::row).map(FeatureRow::floats).toList();
    }

    @Override
    public void forEachInput(Recording recording, Consumer<float[]> action) throws AudioException {
        Recording resampled = recording.resample(rate);
        if (resampled.length() < window || window == WHOLE) {
            action.accept(statistics.row(resampled).floats());
        } else {
            WindowReader.of(window, step, samples())
                    .forEach(resampled, part -> inputs(part).forEach(action));
        }
    }

    @Override
    public TimeSpan span(int index, double seconds) {
        return TimeSpan.of((long) index * step, window, rate, seconds);
    }

    @Override
    public String toString() {
        String windows = window == WHOLE
                ? "whole sounds"
                : String.format(
                        Locale.ROOT, "windows of %.2f s every %.2f s", (double) window / rate, (double) step / rate);
        return "MelStatisticsInput[" + rate + " Hz, " + windows + ", " + statistics + "]";
    }
}
