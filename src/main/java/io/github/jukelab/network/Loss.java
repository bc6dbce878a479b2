package io.github.jukelab.network;

/** What the outputs of a network are, and how far they are from the true label. */
public enum Loss {
    /** The outputs are probabilities, by softmax; the loss is {@code -log} of the true label's probability. */
    CATEGORICAL_CROSSENTROPY {
        @Override
        float[] probabilities(float[] output) {
            return output;
        }

        @Override
        double loss(float[] output, int actual) {
            return -Math.log(Math.max(output[actual], 1e-7));
        }

        @Override
        public String toString() {
            return "softmax, categorical cross-entropy";
        }
    },
    /**
     * The fault of the article on cats and dogs (001): raw outputs for two labels, and Keras 2's binary cross-entropy,
     * which takes both outputs for the probability of the second label. Probabilities are the softmax of the outputs,
     * which keeps their order.
     */
    RAW_BINARY_CROSSENTROPY {
        @Override
        float[] probabilities(float[] output) {
            return softmax(output);
        }

        @Override
        double loss(float[] output, int actual) {
            return RawBinaryCrossEntropy.loss(output, actual);
        }

        @Override
        public String toString() {
            return "linear, raw binary cross-entropy";
        }
    };

    abstract float[] probabilities(float[] output);

    abstract double loss(float[] output, int actual);

    private static float[] softmax(float[] output) {
        double[] exponentials = new double[output.length];
        double sum = 0;
        float largest = output[Network.argMax(output)];
        for (int i = 0; i < output.length; i++) {
            exponentials[i] = Math.exp(output[i] - largest);
            sum += exponentials[i];
        }
        float[] probabilities = new float[output.length];
        for (int i = 0; i < output.length; i++) {
            probabilities[i] = (float) (exponentials[i] / sum);
        }
        return probabilities;
    }
}
