package io.github.jukelab.network;

import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** What the numbers are that a network puts out, and what a wrong answer costs. */
enum OutputKind {
    /** One per label, summing to 1; the loss is cross-entropy. */
    PROBABILITIES {
        @Override
        float[] probabilities(float[] output) {
            return output;
        }

        @Override
        double loss(float[] output, int actual) {
            return -Math.log(Math.max(output[actual], 1e-7));
        }
    },
    /** Any numbers; made to probabilities by softmax, so that the largest stays the largest. */
    RAW {
        @Override
        float[] probabilities(float[] output) {
            return softmax(output);
        }

        @Override
        double loss(float[] output, int actual) {
            return RawBinaryCrossEntropy.loss(output, actual);
        }
    };

    static OutputKind of(MultiLayerNetwork model) {
        return model.getOutputLayer().conf().getLayer() instanceof OutputLayer layer
                        && layer.getLossFn() instanceof RawBinaryCrossEntropy
                ? RAW
                : PROBABILITIES;
    }

    abstract float[] probabilities(float[] output);

    abstract double loss(float[] output, int actual);

    private static float[] softmax(float[] output) {
        double[] powers = new double[output.length];
        double sum = 0;
        float largest = output[Network.first(output)];
        for (int i = 0; i < output.length; i++) {
            powers[i] = Math.exp(output[i] - largest);
            sum += powers[i];
        }
        float[] shares = new float[output.length];
        for (int i = 0; i < output.length; i++) {
            shares[i] = (float) (powers[i] / sum);
        }
        return shares;
    }
}
