package io.github.jukelab.network;

import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.ILossFunction;

/**
 * Another loss with the loss and the gradient of each example multiplied by the weight of its label. Only there while a
 * network is trained, so no file has one. DL4J's own ways are not for this: the weights of its cross-entropy are for no
 * other loss, and its masks are multiplied with the outputs, too.
 */
final class WeightedLoss implements ILossFunction {

    private static final long serialVersionUID = 1;

    private final ILossFunction inner;
    private final double[] weights;

    WeightedLoss(ILossFunction inner, double[] weights) {
        this.inner = inner;
        this.weights = weights.clone();
    }

    ILossFunction inner() {
        return inner;
    }

    private INDArray weighted(INDArray rows, INDArray labels) {
        int[] actual = labels.argMax(1).toIntVector();
        float[][] column = new float[actual.length][1];
        for (int i = 0; i < actual.length; i++) {
            column[i][0] = (float) weights[actual[i]];
        }
        return rows.muliColumnVector(Nd4j.createFromArray(column));
    }

    @Override
    public INDArray computeScoreArray(INDArray labels, INDArray outputs, IActivation activation, INDArray mask) {
        INDArray scores = inner.computeScoreArray(labels, outputs, activation, mask);
        return weighted(scores.reshape(labels.size(0), 1), labels);
    }

    @Override
    public double computeScore(INDArray labels, INDArray outputs, IActivation activation, INDArray mask, boolean mean) {
        double sum =
                computeScoreArray(labels, outputs, activation, mask).sumNumber().doubleValue();
        return mean ? sum / outputs.size(0) : sum;
    }

    @Override
    public INDArray computeGradient(INDArray labels, INDArray outputs, IActivation activation, INDArray mask) {
        return weighted(inner.computeGradient(labels, outputs, activation, mask), labels);
    }

    @Override
    public Pair<Double, INDArray> computeGradientAndScore(
            INDArray labels, INDArray outputs, IActivation activation, INDArray mask, boolean mean) {
        return new Pair<>(
                computeScore(labels, outputs, activation, mask, mean),
                computeGradient(labels, outputs, activation, mask));
    }

    @Override
    public String name() {
        return "Weighted " + inner.name();
    }
}
