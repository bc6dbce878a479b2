package io.github.jukelab.network;

/**
 * What every value of an example goes through before the network sees it: minus a mean, divided by a deviation. Fitted
 * on the training side alone, and kept with the network.
 *
 * @param mean what is subtracted, finite, in the values' own unit
 * @param deviation what it is divided by, positive, in the same unit
 */
public record Normalisation(double mean, double deviation) {

    /** Leaves values as they are. */
    public static final Normalisation NONE = new Normalisation(0, 1);

    /**
     * Checks the numbers.
     *
     * @param mean finite
     * @param deviation positive
     * @throws IllegalArgumentException if they are not
     */
    public Normalisation {
        if (!Double.isFinite(mean) || !(deviation > 0) || Double.isInfinite(deviation)) {
            throw new IllegalArgumentException(
                    "mean must be finite and deviation positive, got " + mean + " and " + deviation);
        }
    }

    /**
     * Mean and standard deviation over all values of all examples. Examples that are constant, such as digital silence,
     * get the deviation 1.
     *
     * @param train the training side
     * @return brings its values to mean 0, deviation 1
     */
    public static Normalisation of(Examples train) {
        float[] values = new float[train.shape().values()];
        double count = (double) train.size() * values.length;
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < train.size(); i++) {
            train.read(i, values);
            for (float value : values) {
                sum += value;
                squares += (double) value * value;
            }
        }
        double mean = sum / count;
        double variance = squares / count - mean * mean;
        return new Normalisation(mean, variance > 1e-12 * squares / count ? Math.sqrt(variance) : 1);
    }

    void apply(float[] values) {
        float scale = (float) (1 / deviation);
        float shift = (float) mean;
        for (int i = 0; i < values.length; i++) {
            values[i] = (values[i] - shift) * scale;
        }
    }
}
