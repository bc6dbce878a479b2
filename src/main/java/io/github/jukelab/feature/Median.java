package io.github.jukelab.feature;

/** The middle of a few values, found without sorting them. */
final class Median {

    private Median() {}

    /**
     * The median; of an even number of values the mean of the middle two.
     *
     * @param values at least one; their order is lost
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

    /** Hoare's selection: puts the value of a rank in its place, none above it before, none below it after. */
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
