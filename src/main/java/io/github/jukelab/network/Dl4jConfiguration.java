package io.github.jukelab.network;

import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * An architecture as DL4J's configuration; {@link SavedConfiguration} is the way back. DL4J differs from Keras in two ways: a dropout
 * layer takes the share it <em>keeps</em>, and {@code l2} is halved in the loss.
 */
final class Dl4jConfiguration {

    private Dl4jConfiguration() {}

    static MultiLayerConfiguration of(Architecture architecture) {
        NeuralNetConfiguration.Builder builder = new NeuralNetConfiguration.Builder()
                .seed(architecture.seed())
                .updater(updater(architecture.optimizer()))
                .weightInit(initializer(architecture.initializer()));
        if (architecture.input().height() > 1) {
            builder.cacheMode(CacheMode.DEVICE);
        }
        NeuralNetConfiguration.ListBuilder list = builder.list();
        architecture.layers().forEach(layer -> list.layer(layer(layer)));
        list.layer(output(architecture));
        var input = architecture.input();
        return list.setInputType(InputType.convolutional(input.height(), input.width(), input.channels()))
                .build();
    }

    private static WeightInit initializer(Initializer initializer) {
        return switch (initializer) {
            case GLOROT_UNIFORM -> WeightInit.XAVIER_UNIFORM;
            case GLOROT_NORMAL -> WeightInit.XAVIER;
            case HE_NORMAL -> WeightInit.RELU;
        };
    }

    private static IUpdater updater(Optimizer optimizer) {
        if (optimizer instanceof Optimizer.Adam adam) {
            return new Adam(adam.rate(), adam.beta1(), adam.beta2(), adam.epsilon());
        }
        if (optimizer instanceof Optimizer.RmsProp rms) {
            return new RmsProp(rms.rate(), rms.rho(), rms.epsilon());
        }
        Optimizer.Sgd sgd = (Optimizer.Sgd) optimizer;
        return sgd.momentum() == 0 && sgd.decay() == 0
                ? new Sgd(sgd.rate())
                : new Momentum(sgd.rate(), sgd.momentum(), sgd.decay());
    }

    private static org.deeplearning4j.nn.conf.layers.Layer layer(Layer layer) {
        if (layer instanceof Layer.Conv2D conv) {
            return new ConvolutionLayer.Builder(conv.kernel(), conv.kernel())
                    .stride(conv.stride(), conv.stride())
                    .nOut(conv.filters())
                    .convolutionMode(
                            conv.padding() == Layer.Padding.SAME ? ConvolutionMode.Same : ConvolutionMode.Truncate)
                    .activation(activation(conv.activation()))
                    .build();
        }
        if (layer instanceof Layer.Pooling2D pool) {
            return pool(pool);
        }
        if (layer instanceof Layer.Dense dense) {
            DenseLayer.Builder builder =
                    new DenseLayer.Builder().nOut(dense.units()).activation(activation(dense.activation()));
            return dense.l2() == 0
                    ? builder.build()
                    : builder.l2(2 * dense.l2()).build();
        }
        if (layer instanceof Layer.Dropout dropout) {
            return new DropoutLayer(1 - dropout.rate());
        }
        if (layer instanceof Layer.BatchNormalization) {
            return new BatchNormalization();
        }
        if (layer instanceof Layer.ReLU) {
            return new ActivationLayer(Activation.RELU);
        }
        return new GlobalPoolingLayer.Builder(PoolingType.AVG).build();
    }

    private static SubsamplingLayer pool(Layer.Pooling2D pool) {
        boolean max = pool.pooling() == Layer.Pooling.MAX;
        return new SubsamplingLayer.Builder(max ? SubsamplingLayer.PoolingType.MAX : SubsamplingLayer.PoolingType.AVG)
                .kernelSize(pool.size(), pool.size())
                .stride(pool.size(), pool.size())
                .convolutionMode(ConvolutionMode.Truncate)
                .build();
    }

    private static OutputLayer output(Architecture architecture) {
        boolean raw = architecture.loss() == Loss.RAW_BINARY_CROSSENTROPY;
        ILossFunction loss = raw ? new RawBinaryCrossEntropy() : new LossMCXENT();
        OutputLayer.Builder builder = new OutputLayer.Builder(loss)
                .nOut(architecture.classes())
                .activation(raw ? Activation.IDENTITY : Activation.SOFTMAX);
        return architecture.outputL2() == 0
                ? builder.build()
                : builder.l2(2 * architecture.outputL2()).build();
    }

    private static Activation activation(Layer.Activation activation) {
        return activation == Layer.Activation.RELU ? Activation.RELU : Activation.IDENTITY;
    }
}
