package io.github.jukelab.feature;

import io.github.jukelab.feature.MelStatistics.Statistic;
import java.util.Arrays;

/**
 * Gathers the statistics of one band, whose decibels come piece by piece. They lie at most 80 dB below the loudest value
 * of the sound. For the percentiles they are counted in steps of 1/128 dB below it, since those of hours could not be
 * kept to be sorted.
 */
final class BandStatistics {

    private static final int STEPS_PER_DECIBEL = 128;
    private static final int RANGE = 80 * STEPS_PER_DECIBEL;

    private final double loudest;
    private final SummaryBuilder values = new SummaryBuilder();
    private final SummaryBuilder differences = new SummaryBuilder();
    /** How many values lie so many steps below the loudest. */
    private final int[] counts = new int[RANGE + 1];

    private int count;
    private float last;

    /**
     * Without values.
     *
     * @param loudest the largest value of all bands in dB
     */
    BandStatistics(double loudest) {
        this.loudest = loudest;
    }

    /** Adds the next values in dB. */
    void add(float[] decibels) {
        values.add(decibels);
        float[] steps = new float[decibels.length];
        for (int t = 0; t < decibels.length; t++) {
            steps[t] = decibels[t] - last;
            last = decibels[t];
            long below = Math.round((loudest - decibels[t]) * STEPS_PER_DECIBEL);
            counts[(int) Math.max(0, Math.min(RANGE, below))]++;
        }
        addDifferences(steps);
        count += decibels.length;
    }

    /** The first value of all has none before it. */
    private void addDifferences(float[] steps) {
        if (count > 0) {
            differences.add(steps);
        } else {
            differences.add(Arrays.copyOfRange(steps, 1, steps.length));
        }
    }

    /**
     * One statistic.
     *
     * @param zero dB that become 0
     */
    double value(Statistic statistic, double zero) {
        return switch (statistic) {
            case MEAN -> values.summary().mean() - zero;
            case STD -> Math.sqrt(values.summary().variance());
            case DIFF_STD -> count == 1 ? 0 : Math.sqrt(differences.summary().variance());
            case P10 -> percentile(0.1) - zero;
            case P90 -> percentile(0.9) - zero;
        };
    }

    /** The value at a share of the way from the smallest to the largest, between two values interpolated. */
    private double percentile(double share) {
        double rank = share * (count - 1);
        int lower = (int) rank;
        double low = ranked(lower);
        double high = ranked(Math.min(count - 1, lower + 1));
        return low + (rank - lower) * (high - low);
    }

    /** The value of a rank, from the smallest on. */
    private double ranked(int rank) {
        int below = RANGE;
        for (int passed = counts[below]; passed <= rank; passed += counts[below]) {
            below--;
        }
        return loudest - (double) below / STEPS_PER_DECIBEL;
    }
}
