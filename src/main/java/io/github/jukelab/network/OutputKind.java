package io.github.jukelab.network;

import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/** What the outputs of a network are, and the loss of a prediction. */
enum OutputKind {
    /** Probabilities, one per label, that sum to 1; the loss is cross-entropy. */
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
    /** Any numbers; softmax makes probabilities of them and keeps their order. */
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
