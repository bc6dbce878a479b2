package io.github.jukelab.network;

import java.util.List;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.nd4j.linalg.api.memory.MemoryWorkspace;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** Counts correct predictions during training without a second pass: only the last, small product is recomputed. */
final class Dl4jAccuracy extends BaseTrainingListener {

    private int correct;

    @Override
    public void onForwardPass(Model model, List<INDArray> activations) {
        MultiLayerNetwork network = (MultiLayerNetwork) model;
        Layer output = network.getOutputLayer();
        INDArray input = activations.get(activations.size() - 1);
        MemoryWorkspace outside = Nd4j.getWorkspaceManager().scopeOutOfWorkspaces();
        try (INDArray scores = input.mmul(output.getParam(DefaultParamInitializer.WEIGHT_KEY));
                INDArray predicted = scores.addiRowVector(output.getParam(DefaultParamInitializer.BIAS_KEY))
                        .argMax(1);
                INDArray actual = network.getLabels().argMax(1)) {
            count(predicted.toLongVector(), actual.toLongVector());
        } finally {
            outside.close();
        }
    }

    private void count(long[] predicted, long[] actual) {
        for (int i = 0; i < predicted.length; i++) {
            correct += predicted[i] == actual[i] ? 1 : 0;
        }
    }

    /** The number of correct predictions since the last call. */
    int takeCorrect() {
        int count = correct;
        correct = 0;
        return count;
    }
}
