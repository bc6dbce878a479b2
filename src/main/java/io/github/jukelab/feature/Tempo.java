package io.github.jukelab.feature;

import java.util.Locale;

/**
 * How many beats a minute a recording has, as one number for the whole.
 *
 * <p>Every lag of the {@link Tempogram}'s mean over frames, with a window of 8 s, stands for a tempo; the one wins whose
 * {@code ln(1 + 1e6 mean[lag]) - (log2(bpm / 120))^2 / 2} is largest: a lag that repeats, preferably near 120 beats a
 * minute. Only tempi below 320 count. As a lag is a whole number of frames, tempi come in steps, about 5 beats a minute
 * near 120; and half or double the tempo that one would tap is a usual error.
 *
 * <p>Silence, which repeats at any lag, has the tempo nearest to 120. Equal to {@code librosa.feature.tempo} of the same
 * onset strength: the same lag.
 *
 * <p>Notebook: 01-explore-gtzan
 *
 * @param bpm beats a minute, positive; 0 where {@link Beats} found no onset
 */
public record Tempo(double bpm) {

    private static final double WINDOW_SECONDS = 8;
    private static final double USUAL = 120;
    private static final double LIMIT = 320;

    /**
     * Checks the range.
     *
     * @param bpm beats a minute
     * @throws IllegalArgumentException if it is negative or not finite
     */
    public Tempo {
        if (!(bpm >= 0 && bpm < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("tempo must be 0 or more beats a minute, got " + bpm);
        }
    }

    /**
     * The tempo of an onset strength.
     *
     * @param onset one row, of frames up to 4 s apart; librosa's {@code feature.tempo} takes the mean over bands, its
     *     {@code beat_track} the median
     * @return below 320 beats a minute
     * @throws IllegalArgumentException if the onset strength has several rows or is not finite, or frames are further
     *     apart
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
        for (int lag = 1 + (int) (framesPerMinute / LIMIT); lag < window; lag++) {
            double score = Math.log1p(1e6 * mean[lag]) - unlikelihood(framesPerMinute / lag);
            bestLag = score > best ? lag : bestLag;
            best = Math.max(best, score);
        }
        return new Tempo(framesPerMinute / bestLag);
    }

    /** How far from usual a tempo is: half the squared distance in octaves. */
    private static double unlikelihood(double bpm) {
        double octaves = Math.log(bpm / USUAL) / Math.log(2);
        return octaves * octaves / 2;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "Tempo[%.1f bpm]", bpm);
    }
}
