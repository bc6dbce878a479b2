package io.github.jukelab.classic;

import java.util.Arrays;

/**
 * One labelled row of numbers, such as the feature row of a track.
 *
 * @param id unique among its samples, such as {@code blues.00000.3}
 * @param track the track it was cut from, such as {@code blues.00000}
 * @param label the true label
 * @param values one per feature, each in its own unit; finite; copied in and out
 */
public record FeatureVector(String id, String track, String label, double[] values) {

    /**
     * Copies the values.
     *
     * @param id unique among its samples
     * @param track its track
     * @param label the true label
     * @param values one per feature
     */
    public FeatureVector {
        values = values.clone();
    }

    /**
     * One per feature.
     *
     * @return a copy
     */
    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureVector s
                && id.equals(s.id)
                && track.equals(s.track)
                && label.equals(s.label)
                && Arrays.equals(values, s.values);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "FeatureVector[" + id + ", " + label + ", " + values.length + " values]";
    }
}
