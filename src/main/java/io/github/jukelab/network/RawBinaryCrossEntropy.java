package io.github.jukelab.network;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * What TensorFlow's Keras 2 computes for {@code loss='binary_crossentropy'} with two outputs without an activation and
 * one label, 0 or 1, per example: the fault of the article on cats and dogs (001). Both outputs are taken for the
 * probability of label 1 and clipped ({@code o = clip(output, e, 1 - e)}, e = 1e-7), and both are trained the same way:
 * the loss is the mean over the two of {@code -y log(o + e) - (1 - y) log(1 - o + e)}. Nothing distinguishes the
 * outputs, so it is left to chance which is larger. A clipped output has no gradient: one that starts negative for all
 * examples is never trained. Keras 3 refuses such shapes. The activation is ignored.
 */
final class RawBinaryCrossEntropy implements ILossFunction {

    private static final long serialVersionUID = 1;
    private static final float EPSILON = 1e-7f;
    private static final float MAX = 1 - EPSILON;

    /** The loss of one example, whose label is 0 or 1. */
    static double loss(float[] outputs, int label) {
        double sum = 0;
        for (float output : outputs) {
            float clipped = Math.max(EPSILON, Math.min(output, MAX));
            sum -= Math.log(label == 1 ? clipped + EPSILON : 1 - clipped + EPSILON);
        }
        return sum / outputs.length;
    }

    private static float slope(float output, int label, int outputs) {
        if (output < EPSILON || output > MAX) {
            return 0;
        }
        return (label == 1 ? -1 / (output + EPSILON) : 1 / (1 - output + EPSILON)) / outputs;
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray outputs, IActivation none, INDArray mask) {
        int[] actual = labels.argMax(1).toIntVector();
        float[][] values = outputs.toFloatMatrix();
        float[][] losses = new float[values.length][1];
        for (int i = 0; i < values.length; i++) {
            losses[i][0] = (float) loss(values[i], actual[i]);
        }
        return Nd4j.createFromArray(losses);
    }

    @Override
    public double computeScore(INDArray labels, INDArray outputs, IActivation none, INDArray mask, boolean mean) {
        double sum = computeScoreArray(labels, outputs, none, mask).sumNumber().doubleValue();
        return mean ? sum / outputs.size(0) : sum;
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray outputs, IActivation none, INDArray mask) {
        int[] actual = labels.argMax(1).toIntVector();
        float[][] slopes = outputs.toFloatMatrix();
        for (int i = 0; i < slopes.length; i++) {
            for (int k = 0; k < slopes[i].length; k++) {
                slopes[i][k] = slope(slopes[i][k], actual[i], slopes[i].length);
            }
        }
        return Nd4j.createFromArray(slopes);
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray outputs, IActivation none, INDArray mask, boolean mean) {
        return new Pair<>(
                computeScore(labels, outputs, none, mask, mean), computeGradient(labels, outputs, none, mask));
    }

    @Override
    public String name() {
        return "RawBinaryCrossEntropy";
    }
}
