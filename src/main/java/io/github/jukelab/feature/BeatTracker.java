package io.github.jukelab.feature;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Finds the frames of the beats for an approximate period: the sequence with the strongest onsets and with steps
 * closest to the period, by dynamic programming (Ellis 2007), in all details as in librosa.
 */
final class BeatTracker {

    private static final double TIGHTNESS = 100;
    private static final int NONE = -1;

    private final int period;
    /** The smoothed onset strength of each frame. */
    private final double[] scores;
    /** The score of the best sequence that ends in each frame. */
    private final double[] totals;
    /** The previous beat in that sequence, or {@link #NONE}. */
    private final int[] previous;

    private BeatTracker(int period, double[] scores) {
        this.period = period;
        this.scores = scores;
        this.totals = new double[scores.length];
        this.previous = new int[scores.length];
    }

    /**
     * Finds the beats.
     *
     * @param strength onset strength, not all 0
     * @param period frames from beat to beat, at least 1
     * @return frames of the beats, ascending
     */
    static int[] track(float[] strength, int period) {
        BeatTracker tracker = new BeatTracker(period, scores(normalised(strength), period));
        tracker.computeTotals();
        return tracker.trimmed(tracker.sequence(tracker.lastBeat()));
    }

    /** The strength divided by its standard deviation (with n - 1), in float as in librosa. */
    private static float[] normalised(float[] strength) {
        int n = strength.length;
        float std = (float) Math.sqrt(Summary.of(strength).variance() * n / (n - 1.0));
        float[] normalised = new float[n];
        for (int t = 0; t < n; t++) {
            normalised[t] = strength[t] / (std + Float.MIN_NORMAL);
        }
        return normalised;
    }

    /** The strength smoothed by a Gaussian a sixteenth of the period wide; frame 0 is skipped, as in librosa. */
    private static double[] scores(float[] strength, int period) {
        double[] gaussian = new double[2 * period + 1];
        Arrays.setAll(gaussian, k -> Math.exp(-0.5 * Math.pow((k - period) * 32.0 / period, 2)));
        double[] scores = new double[strength.length];
        for (int t = 0; t < scores.length; t++) {
            int first = Math.max(0, t + period - scores.length + 1);
            for (int k = first; k < Math.min(t + period, gaussian.length); k++) {
                scores[t] += gaussian[k] * strength[t + period - k];
            }
        }
        return scores;
    }

    private void computeTotals() {
        double[] costs = new double[2 * period + 1];
        Arrays.setAll(costs, step -> TIGHTNESS * Math.pow(Math.log(step) - Math.log(period), 2));
        double threshold = 0.01 * Arrays.stream(scores).max().orElseThrow();
        boolean started = false;
        for (int t = 0; t < scores.length; t++) {
            int beat = previousBeat(t, costs);
            totals[t] = beat == NONE ? scores[t] : scores[t] + (totals[beat] - costs[t - beat]);
            started |= scores[t] >= threshold;
            previous[t] = started ? beat : NONE;
        }
    }

    /** The best previous beat, half a period to two periods before a frame. */
    private int previousBeat(int frame, double[] costs) {
        int shortest = Math.max(1, (int) Math.rint(period / 2.0));
        int beat = NONE;
        double best = Double.NEGATIVE_INFINITY;
        for (int step = shortest; step <= Math.min(frame, 2 * period); step++) {
            double total = totals[frame - step] - costs[step];
            if (total > best) {
                best = total;
                beat = frame - step;
            }
        }
        return beat;
    }

    /** The last local maximum of the totals that is not below half of their median; without any, the last frame. */
    private int lastBeat() {
        int[] maxima = IntStream.range(1, totals.length).filter(this::isMaximum).toArray();
        double[] heights =
                Arrays.stream(maxima).mapToDouble(t -> totals[t]).sorted().toArray();
        int n = heights.length;
        double threshold = n == 0 ? 0 : 0.5 * (heights[(n - 1) / 2] + heights[n / 2]) / 2;
        return Arrays.stream(maxima).filter(t -> totals[t] >= threshold).max().orElse(totals.length - 1);
    }

    private boolean isMaximum(int frame) {
        boolean rises = totals[frame] > totals[frame - 1];
        return rises && (frame == totals.length - 1 || totals[frame] >= totals[frame + 1]);
    }

    private int[] sequence(int last) {
        int[] backwards = IntStream.iterate(last, beat -> beat != NONE, beat -> previous[beat])
                .toArray();
        return IntStream.range(0, backwards.length)
                .map(i -> backwards[backwards.length - 1 - i])
                .toArray();
    }

    /** Without the beats before the first and after the last frame whose score exceeds half the RMS of the beats. */
    private int[] trimmed(int[] beats) {
        double threshold = 0.5 * rms(beats);
        int first = 0;
        while (first < scores.length && scores[first] <= threshold) {
            first++;
        }
        int last = scores.length - 1;
        while (last > first && scores[last] <= threshold) {
            last--;
        }
        int from = first;
        int to = last;
        return Arrays.stream(beats).filter(t -> t >= from && t <= to).toArray();
    }

    /** The RMS of the beats' scores, each smoothed with its neighbours; the smoothed row is two values longer. */
    private double rms(int[] beats) {
        double[] padded = new double[beats.length + 4];
        for (int i = 0; i < beats.length; i++) {
            padded[i + 1] = scores[beats[i]];
        }
        int count = Math.min(beats.length + 2, scores.length);
        double squares = 0;
        for (int i = 0; i < count; i++) {
            double smooth = 0.5 * padded[i] + padded[i + 1] + 0.5 * padded[i + 2];
            squares += smooth * smooth;
        }
        return Math.sqrt(squares / count);
    }
}
