package io.github.jukelab.feature;

/** The median of a few values, found without sorting them. */
final class Median {

    private Median() {}

    /**
     * The median; for an even number of values the mean of the middle two.
     *
     * @param values at least one; will be reordered
     */
    static float of(float[] values) {
        int middle = values.length / 2;
        float upper = select(values, middle);
        if (values.length % 2 == 1) {
            return upper;
        }
        float lower = values[0];
        for (int i = 1; i < middle; i++) {
            lower = Math.max(lower, values[i]);
        }
        return (lower + upper) / 2;
    }

    /** Quickselect (Hoare): moves the value of a rank to its index, no larger value before it, no smaller after it. */
    private static float select(float[] values, int rank) {
        int from = 0;
        int to = values.length - 1;
        while (from < to) {
            float pivot = values[rank];
            int i = from;
            int j = to;
            while (i <= j) {
                while (values[i] < pivot) {
                    i++;
                }
                while (values[j] > pivot) {
                    j--;
                }
                if (i <= j) {
                    float swapped = values[i];
                    values[i++] = values[j];
                    values[j--] = swapped;
                }
            }
            from = j < rank ? i : from;
            to = rank < i ? j : to;
        }
        return values[rank];
    }
}
