package io.github.jukelab.embedding;

/**
 * A trained batch normalisation: each channel is scaled and shifted.
 *
 * @param scales of each channel
 * @param shifts of each channel
 */
record BatchNormalization(float[] scales, float[] shifts) {

    /** That of TensorFlow. */
    static final double EPSILON = 1e-3;

    static BatchNormalization of(Weights weights, String name, int channels) {
        float[] gamma = weights.values(name + "/gamma", channels);
        float[] beta = weights.values(name + "/beta", channels);
        float[] mean = weights.values(name + "/moving_mean", channels);
        float[] variance = weights.values(name + "/moving_variance", channels);
        for (int i = 0; i < channels; i++) {
            double scale = gamma[i] / Math.sqrt(variance[i] + EPSILON);
            gamma[i] = (float) scale;
            beta[i] = (float) (beta[i] - mean[i] * scale);
        }
        return new BatchNormalization(gamma, beta);
    }

    /** Rows of one value per channel, in place. */
    void apply(float[] rows) {
        for (int start = 0; start < rows.length; start += scales.length) {
            for (int i = 0; i < scales.length; i++) {
                rows[start + i] = rows[start + i] * scales[i] + shifts[i];
            }
        }
    }
}
