package io.github.jukelab.feature;

import java.util.Locale;

/**
 * The tempo of a recording in beats per minute: one value for the whole recording.
 *
 * <p>Every lag of the {@link Tempogram}'s mean over frames, with a window of 8 s, corresponds to a tempo. The lag with
 * the largest {@code ln(1 + 1e6 max(0, mean[lag])) - (log2(bpm / 120))^2 / 2} is chosen: one at which onsets repeat, preferably
 * near 120 beats per minute. Only tempi below 320 are considered. As a lag is a whole number of frames, tempi are
 * quantised, near 120 in steps of about 5 beats per minute. Half or double the perceived tempo is a common error.
 *
 * <p>Silence, where all lags are equal, gives the tempo nearest to 120. Equal to {@code librosa.feature.tempo} of the
 * same onset strength: the same lag. Strengths may be negative, as after subtracting their mean; librosa 0.11 then takes
 * the logarithm of a negative number and returns the first such lag.
 *
 * <p>Notebook: 01-explore-gtzan
 *
 * @param bpm beats per minute, positive; 0 if {@link Beats} found no onset
 */
public record Tempo(double bpm) {

    private static final double WINDOW_SECONDS = 8;
    private static final double PREFERRED_BPM = 120;
    private static final double MAX_BPM = 320;

    /**
     * Checks the range.
     *
     * @param bpm beats per minute
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Tempo {
        if (!(bpm >= 0 && bpm < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tempo must be 0 or more beats per minute, got " + bpm);
        }
    }

    /**
     * The tempo of an onset strength.
     *
     * @param onset one row, of frames up to 4 s apart; librosa's {@code feature.tempo} uses the mean over bands, its
     *     {@code beat_track} the median
     * @return below 320 beats per minute
     * @throws IllegalArgumentException if the onset strength has several rows or is not finite, or frames are more than
     *     4 s apart
     */
    public static Tempo of(FrameSeries onset) {
        int window = (int) (WINDOW_SECONDS / onset.secondsPerFrame());
        if (window < 2) {
            throw new IllegalArgumentException(
                    "tempo needs frames at most 4 s apart, got " + onset.secondsPerFrame() + " s");
        }
        double framesPerMinute = 60 / onset.secondsPerFrame();
        double[] mean = Tempogram.mean(onset, window);
        double best = Double.NEGATIVE_INFINITY;
        int bestLag = 0;
        for (int lag = 1 + (int) (framesPerMinute / MAX_BPM); lag < window; lag++) {
            double score = Math.log1p(1e6 * Math.max(0, mean[lag])) - penalty(framesPerMinute / lag);
            bestLag = score > best ? lag : bestLag;
            best = Math.max(best, score);
        }
        return new Tempo(framesPerMinute / bestLag);
    }

    /** The penalty for a tempo: half the squared distance from 120 in octaves. */
    private static double penalty(double bpm) {
        double octaves = Math.log(bpm / PREFERRED_BPM) / Math.log(2);
        return octaves * octaves / 2;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Tempo[%.1f bpm]", bpm);
    }
}
