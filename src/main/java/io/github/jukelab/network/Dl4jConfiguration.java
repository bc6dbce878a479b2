package io.github.jukelab.network;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.layers.ActivationLayer;
import org.deeplearning4j.nn.conf.layers.BaseLayer;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.ConvolutionLayer;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.DropoutLayer;
import org.deeplearning4j.nn.conf.layers.GlobalPoolingLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.conf.layers.PoolingType;
import org.deeplearning4j.nn.conf.layers.SubsamplingLayer;
import org.deeplearning4j.nn.weights.IWeightInit;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.weights.WeightInitRelu;
import org.deeplearning4j.nn.weights.WeightInitXavierUniform;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;
import org.nd4j.linalg.learning.regularization.L2Regularization;
import org.nd4j.linalg.learning.regularization.Regularization;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * An architecture as DL4J's configuration, and back from a saved one. DL4J differs from Keras in two ways: a dropout
 * layer takes the share it <em>keeps</em>, and {@code l2} is halved in the loss.
 */
final class Dl4jConfiguration {

    private Dl4jConfiguration() {}

    static MultiLayerConfiguration of(Architecture architecture) {
        NeuralNetConfiguration.Builder builder = new NeuralNetConfiguration.Builder()
                .seed(architecture.seed())
                .updater(updater(architecture.optimizer()))
                .weightInit(
                        architecture.initializer() == Initializer.HE_NORMAL
                                ? WeightInit.RELU
                                : WeightInit.XAVIER_UNIFORM);
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

    /**
     * The architecture of a saved configuration.
     *
     * @throws IllegalArgumentException if it has something that no architecture has
     */
    static Architecture read(MultiLayerConfiguration configuration, io.github.jukelab.input.Shape input) {
        List<NeuralNetConfiguration> all = configuration.getConfs();
        List<Layer> layers = new ArrayList<>();
        all.subList(0, all.size() - 1).forEach(each -> layers.add(layer(each.getLayer())));
        NeuralNetConfiguration last = all.get(all.size() - 1);
        if (!(last.getLayer() instanceof OutputLayer output)) {
            throw unknown(last.getLayer());
        }
        return new Architecture(
                input,
                Math.toIntExact(output.getNOut()),
                last.getSeed(),
                initializer(output.getWeightInitFn()),
                optimizer(output.getIUpdater()),
                layers,
                l2(output),
                loss(output.getLossFn()));
    }

    private static Layer layer(org.deeplearning4j.nn.conf.layers.Layer layer) {
        if (layer instanceof ConvolutionLayer conv) {
            return new Layer.Conv2D(
                    Math.toIntExact(conv.getNOut()),
                    conv.getKernelSize()[0],
                    conv.getStride()[0],
                    conv.getConvolutionMode() == ConvolutionMode.Same ? Layer.Padding.SAME : Layer.Padding.VALID,
                    activation(conv));
        }
        if (layer instanceof SubsamplingLayer pool) {
            boolean max = pool.getPoolingType() == PoolingType.MAX;
            return new Layer.Pooling2D(max ? Layer.Pooling.MAX : Layer.Pooling.AVERAGE, pool.getKernelSize()[0]);
        }
        if (layer instanceof DenseLayer dense) {
            return new Layer.Dense(Math.toIntExact(dense.getNOut()), activation(dense), l2(dense));
        }
        if (layer instanceof DropoutLayer dropout) {
            return new Layer.Dropout(dropoutRate(dropout));
        }
        if (layer instanceof BatchNormalization) {
            return new Layer.BatchNormalization();
        }
        if (layer instanceof ActivationLayer) {
            return new Layer.ReLU();
        }
        if (layer instanceof GlobalPoolingLayer) {
            return new Layer.GlobalAveragePooling2D();
        }
        throw unknown(layer);
    }

    /** 1 - 0.8 is not 0.2 in binary: rounded to what was written. */
    private static double dropoutRate(DropoutLayer layer) {
        org.deeplearning4j.nn.conf.dropout.Dropout dropout =
                (org.deeplearning4j.nn.conf.dropout.Dropout) layer.getIDropout();
        return Math.round((1 - dropout.getP()) * 1e9) / 1e9;
    }

    private static Layer.Activation activation(BaseLayer layer) {
        return layer.getActivationFn() instanceof ActivationReLU ? Layer.Activation.RELU : Layer.Activation.LINEAR;
    }

    private static double l2(BaseLayer layer) {
        for (Regularization regularization : layer.getRegularization()) {
            if (regularization instanceof L2Regularization l2) {
                return l2.getL2().valueAt(0, 0) / 2;
            }
        }
        return 0;
    }

    private static Initializer initializer(IWeightInit weights) {
        if (weights instanceof WeightInitRelu) {
            return Initializer.HE_NORMAL;
        }
        if (weights instanceof WeightInitXavierUniform) {
            return Initializer.GLOROT_UNIFORM;
        }
        throw unknown(weights);
    }

    private static Optimizer optimizer(IUpdater updater) {
        if (updater instanceof Adam adam) {
            return new Optimizer.Adam(adam.getLearningRate(), adam.getBeta1(), adam.getBeta2(), adam.getEpsilon());
        }
        if (updater instanceof RmsProp rms) {
            return new Optimizer.RmsProp(rms.getLearningRate(), rms.getRmsDecay(), rms.getEpsilon());
        }
        if (updater instanceof Sgd sgd) {
            return new Optimizer.Sgd(sgd.getLearningRate());
        }
        if (updater instanceof Momentum momentum) {
            return momentum.optimizer();
        }
        throw unknown(updater);
    }

    private static Loss loss(ILossFunction loss) {
        if (loss instanceof RawBinaryCrossEntropy) {
            return Loss.RAW_BINARY_CROSSENTROPY;
        }
        if (loss instanceof LossMCXENT) {
            return Loss.CATEGORICAL_CROSSENTROPY;
        }
        throw unknown(loss);
    }

    private static IllegalArgumentException unknown(Object part) {
        return new IllegalArgumentException(
                "no architecture has a " + part.getClass().getSimpleName());
    }
}
