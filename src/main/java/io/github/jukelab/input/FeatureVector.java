package io.github.jukelab.input;

import java.util.Arrays;

/**
 * The labelled features of one track or segment.
 *
 * @param id unique among the vectors, such as {@code blues.00000.3}
 * @param track the id of the track, such as {@code blues.00000}
 * @param label the true label
 * @param values one per feature, each in its own unit; finite; copied
 */
public record FeatureVector(String id, String track, String label, double[] values) {

    /**
     * Copies the values.
     *
     * @param id unique among the vectors
     * @param track the id of the track
     * @param label the true label
     * @param values one per feature
     */
    public FeatureVector {
        values = values.clone();
    }

    /**
     * The values, one per feature.
     *
     * @return a copy
     */
    @Override
    public double[] values() {
        return values.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureVector vector
                && id.equals(vector.id)
                && track.equals(vector.track)
                && label.equals(vector.label)
                && Arrays.equals(values, vector.values);
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
