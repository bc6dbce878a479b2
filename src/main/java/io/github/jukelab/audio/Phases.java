package io.github.jukelab.audio;

/**
 * The coefficients of a filter of many phases, by phase.
 *
 * @param rows shape [phases + 1, coefficients]: row p has those of an output sample p phases after an input sample, in
 *     the order of the input
 * @param before input samples before that one on which the output depends
 */
record Phases(float[][] rows, int before) {

    /**
     * Sorts coefficients by phase.
     *
     * @param taps an odd number of coefficients, {@code h(0)} in the middle
     * @param phases values of {@code h} per input sample
     */
    static Phases of(double[] taps, int phases) {
        int middle = taps.length / 2;
        int before = middle / phases;
        float[][] rows = new float[phases + 1][before + (middle + phases) / phases + 1];
        for (int phase = 0; phase <= phases; phase++) {
            float[] row = rows[phase];
            for (int i = 0; i < row.length; i++) {
                int at = middle + phase + (before - i) * phases;
                row[i] = at < 0 || at >= taps.length ? 0 : (float) taps[at];
            }
        }
        return new Phases(rows, before);
    }
}
