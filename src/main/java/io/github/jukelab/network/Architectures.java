package io.github.jukelab.network;

import java.util.List;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.inputs.InputType;
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
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;

/**
 * The networks, one chain each, to be read beside the text they come from. Two habits of DL4J differ from Keras: a
 * drop-out layer takes the share it <em>keeps</em>, and {@code l2} is halved in the loss, so that Keras' 0.02 is
 * written 0.04. Initial weights (Glorot uniform, biases 0) and Adam's constants are Keras'.
 *
 * <p>Notebook: 04-mel-windows
 */
public final class Architectures {

    private static final double RATE = 1e-3;

    private Architectures() {}

    /**
     * Five convolution blocks and a dense head, for mel windows: 2 495 114 parameters at 128 x 129 and 10 classes.
     *
     * <p>A training step of 32 examples takes about 0.35 s on two cores. Layer by layer equal to the network of the
     * article "mel windows and majority vote" (004).
     *
     * @param height rows of the input, at least 32: mel bands
     * @param width columns of the input, at least 32: frames
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the configuration, to be given to {@link Network#of}
     * @throws IllegalArgumentException if the input is smaller than five halvings allow, or classes are fewer than 2
     */
    public static MultiLayerConfiguration fiveBlocks(int height, int width, int classes, long seed) {
        check(height, width, 32, classes);
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .cacheMode(CacheMode.DEVICE)
                .updater(new Adam(RATE, 0.9, 0.999, 1e-7))
                .weightInit(WeightInit.XAVIER_UNIFORM)
                .list()
                .layer(convolution(16))
                .layer(halve())
                .layer(drop(0.25))
                .layer(convolution(32))
                .layer(halve())
                .layer(drop(0.25))
                .layer(convolution(64))
                .layer(halve())
                .layer(drop(0.25))
                .layer(convolution(128))
                .layer(halve())
                .layer(drop(0.25))
                .layer(convolution(256))
                .layer(halve())
                .layer(drop(0.25))
                .layer(drop(0.5))
                .layer(new DenseLayer.Builder()
                        .nOut(512)
                        .activation(Activation.RELU)
                        .l2(2 * 0.02)
                        .build())
                .layer(drop(0.25))
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(classes)
                        .activation(Activation.SOFTMAX)
                        .l2(2 * 0.02)
                        .build())
                .setInputType(InputType.convolutional(height, width, 1))
                .build();
    }

    /**
     * Three convolution blocks and a mean over the picture, for a quick tour: some 24 000 parameters, whatever
     * the input's size, and about 1.5 ms an example in training at 32 x 65 on two cores.
     *
     * <p>Batch normalisation makes it learn within a few passes, and the mean over all places makes it indifferent to
     * where in the window something sounds.
     *
     * @param height rows of the input, at least 8: mel bands
     * @param width columns of the input, at least 8: frames
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the configuration, to be given to {@link Network#of}
     * @throws IllegalArgumentException if the input is smaller than three halvings allow, or classes are fewer than 2
     */
    public static MultiLayerConfiguration small(int height, int width, int classes, long seed) {
        check(height, width, 8, classes);
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .cacheMode(CacheMode.DEVICE)
                .updater(new Adam(3 * RATE, 0.9, 0.999, 1e-7))
                .weightInit(WeightInit.RELU)
                .list()
                .layer(convolution(16))
                .layer(halve())
                .layer(new BatchNormalization())
                .layer(convolution(32))
                .layer(halve())
                .layer(new BatchNormalization())
                .layer(convolution(64))
                .layer(halve())
                .layer(new BatchNormalization())
                .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(classes)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(height, width, 1))
                .build();
    }

    /**
     * Four dense layers, for rows of numbers: 202 826 parameters at 57 features and 10 classes.
     *
     * <p>Layer by layer equal to the network of the article on the feature table (003), which calls it a CNN and trains it
     * for 600 epochs {@linkplain Protocol#TO_THE_END to the end}, at one learning rate. On rows standardised by the
     * training side it is at its best after some 20 to 60 epochs: a patience of 50 finds that.
     *
     * @param features numbers in a row, at least 1
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the configuration, to be given to {@link Network#of(MultiLayerConfiguration, List, Shape)}
     * @throws IllegalArgumentException if there are no features, or classes are fewer than 2
     */
    public static MultiLayerConfiguration dense(int features, int classes, long seed) {
        check(1, features, 1, classes);
        return new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(RATE, 0.9, 0.999, 1e-7))
                .weightInit(WeightInit.XAVIER_UNIFORM)
                .list()
                .layer(relu(512))
                .layer(drop(0.2))
                .layer(relu(256))
                .layer(drop(0.2))
                .layer(relu(128))
                .layer(drop(0.2))
                .layer(relu(64))
                .layer(drop(0.2))
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(classes)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(1, features, 1)) // a row is a picture of height 1
                .build();
    }

    private static DenseLayer relu(int units) {
        return new DenseLayer.Builder().nOut(units).activation(Activation.RELU).build();
    }

    private static ConvolutionLayer convolution(int maps) {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(maps)
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.RELU)
                .build();
    }

    private static SubsamplingLayer halve() {
        return new SubsamplingLayer.Builder(SubsamplingLayer.PoolingType.MAX)
                .kernelSize(2, 2)
                .stride(2, 2)
                .convolutionMode(ConvolutionMode.Truncate)
                .build();
    }

    private static DropoutLayer drop(double share) {
        return new DropoutLayer(1 - share);
    }

    private static void check(int height, int width, int least, int classes) {
        Backend.current();
        if (height < least || width < least) {
            throw new IllegalArgumentException(
                    "input must be at least " + least + " x " + least + ", got " + height + " x " + width);
        }
        if (classes < 2) {
            throw new IllegalArgumentException("classes must be at least 2, got " + classes);
        }
    }
}
