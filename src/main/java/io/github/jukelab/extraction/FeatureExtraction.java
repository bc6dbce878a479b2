package io.github.jukelab.extraction;

import io.github.jukelab.Progress;
import io.github.jukelab.feature.Preset;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Makes the feature table of many sound files, on all cores.
 *
 * <p>The label of a file is the part of its name before the number where it is named as in GTZAN
 * ({@code blues.00000.wav}), else the name of its folder; so one folder per class is all that recordings of one's own need.
 * The filename is the file's name; where two files have the same, as many of their folders stand before it as tell them
 * apart ({@code cat/01.wav}, {@code dog/01.wav}), so that it stays a key. A segment has its number before the ending
 * ({@code blues.00000.0.wav}).
 *
 * <p>Rows stand in the order of the files' paths, and are the same whatever the number of threads. Each thread holds one
 * track at a time, so memory does not grow with the number of files. Each finished track is written at once to a
 * journal beside the table (hidden, {@code .<table>.journal}): a run that was broken off, or is repeated, computes only
 * files that are new, have another size or time of change, or were computed with other settings.
 *
 * <p>Cost: a feature row per track or segment, see {@link io.github.jukelab.feature.FeatureRow}.
 *
 * @param preset the features' settings
 * @param segment length of the segments that tracks are cut into, in seconds; empty for whole tracks
 * @param rate to which each sound is brought first, in Hz
 * @param threads tracks computed side by side
 */
public record FeatureExtraction(Preset preset, OptionalDouble segment, int rate, int threads) {

    /** The rate of GTZAN and librosa's default, in Hz. */
    public static final int RATE = 22_050;

    /** Goes up with every change of a feature's values, so that rows of before are computed anew. */
    private static final int VERSION = 1;

    /**
     * Checks the values.
     *
     * @param preset the features' settings
     * @param segment seconds, at least two samples
     * @param rate in Hz, positive
     * @param threads at least 1
     * @throws IllegalArgumentException if one is out of its range
     */
    public FeatureExtraction {
        if (rate < 1) {
            throw new IllegalArgumentException("rate must be positive, got " + rate);
        }
        if (threads < 1) {
            throw new IllegalArgumentException("threads must be at least 1, got " + threads);
        }
        if (segment.isPresent()
                && !(segment.getAsDouble() * rate >= 2 && segment.getAsDouble() * rate <= Integer.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "a segment must be two samples or longer, got " + segment.getAsDouble() + " s at " + rate + " Hz");
        }
    }

    /**
     * Whole tracks at 22050 Hz, on all cores.
     *
     * @param preset the features' settings
     * @return the extraction
     */
    public static FeatureExtraction of(Preset preset) {
        return new FeatureExtraction(
                preset, OptionalDouble.empty(), RATE, Runtime.getRuntime().availableProcessors());
    }

    /**
     * The same for segments of tracks, cut as the published table of segments was: segment k begins at k times the length, and
     * is one sample shorter than that (66149 samples for 3 s); what is left at the end, and a last segment that ends with
     * the track to the sample, is dropped.
     *
     * @param seconds length of a segment, at least two samples
     * @return the extraction
     * @throws IllegalArgumentException if the segments are too short
     */
    public FeatureExtraction withSegments(double seconds) {
        return new FeatureExtraction(preset, OptionalDouble.of(seconds), rate, threads);
    }

    /**
     * The same at another rate.
     *
     * @param hz to which each sound is brought first, positive
     * @return the extraction
     * @throws IllegalArgumentException if the rate is not positive
     */
    public FeatureExtraction withRate(int hz) {
        return new FeatureExtraction(preset, segment, hz, threads);
    }

    /**
     * The same with another number of threads.
     *
     * @param threads tracks computed side by side, at least 1
     * @return the extraction
     * @throws IllegalArgumentException if there is no thread
     */
    public FeatureExtraction withThreads(int threads) {
        return new FeatureExtraction(preset, segment, rate, threads);
    }

    /**
     * Makes a table, or brings it up to date.
     *
     * @param table where to; replaced as a whole at the end, its folder made if missing; not written if no file is usable
     * @param places files, and folders with all sound files below them; links are followed, hidden files passed over
     * @param progress told after each file that was computed, from this thread
     * @return what was done; files that cannot be used are left out of the table and named there
     * @throws IOException if a place is missing, no place has a sound file, or the table cannot be written
     * @throws java.util.concurrent.CancellationException if the thread was interrupted; finished tracks are kept
     */
    public ExtractionReport into(Path table, List<Path> places, Progress progress) throws IOException {
        return ExtractionRun.into(table, this, places, progress);
    }

    /** All that a row hangs on beside its track. */
    String settings() {
        String length = segment.isPresent() ? "pieces of " + segment.getAsDouble() + " s" : "whole songs";
        return "features as of version " + VERSION + "; " + preset + "; " + length + "; " + rate + " Hz; "
                + String.join(",", FeatureTable.FEATURES);
    }
}
