package io.github.jukelab.network;

import io.github.jukelab.input.Shape;
import java.util.List;
import org.deeplearning4j.nn.conf.CacheMode;
import org.deeplearning4j.nn.conf.ConvolutionMode;
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
import org.nd4j.linalg.lossfunctions.LossFunctions.LossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossMCXENT;

/**
 * The networks, one chain each, to be read beside the text they come from. Two habits of DL4J differ from Keras: a
 * drop-out layer takes the share it <em>keeps</em>, and {@code l2} is halved in the loss, so that Keras' 0.02 is
 * written 0.04. Initial weights (Glorot uniform, biases 0) and the optimisers' constants are Keras'.
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
    public static Architecture fiveBlocks(int height, int width, int classes, long seed) {
        check(height, width, 32, classes);
        return new Architecture(new NeuralNetConfiguration.Builder()
                .seed(seed)
                .cacheMode(CacheMode.DEVICE)
                .updater(new Adam(RATE, 0.9, 0.999, 1e-7))
                .weightInit(WeightInit.XAVIER_UNIFORM)
                .list()
                .layer(convolution(16))
                .layer(maxPool())
                .layer(dropout(0.25))
                .layer(convolution(32))
                .layer(maxPool())
                .layer(dropout(0.25))
                .layer(convolution(64))
                .layer(maxPool())
                .layer(dropout(0.25))
                .layer(convolution(128))
                .layer(maxPool())
                .layer(dropout(0.25))
                .layer(convolution(256))
                .layer(maxPool())
                .layer(dropout(0.25))
                .layer(dropout(0.5))
                .layer(new DenseLayer.Builder()
                        .nOut(512)
                        .activation(Activation.RELU)
                        .l2(2 * 0.02)
                        .build())
                .layer(dropout(0.25))
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(classes)
                        .activation(Activation.SOFTMAX)
                        .l2(2 * 0.02)
                        .build())
                .setInputType(InputType.convolutional(height, width, 1))
                .build());
    }

    /**
     * Four convolution blocks with batch normalisation and a mean over the picture: 99 658 parameters at 10 classes,
     * whatever the input's size.
     *
     * <p>An example of 64 x 130 costs 30 million multiplications, one of 32 x 65 a quarter of that, one of {@link
     * #fiveBlocks} 81 million; training takes a quarter, or a tenth, of the time that those take an example. The first
     * convolution takes every second row and column, as it would be the dearest of all at full size; batch
     * normalisation lets the network learn at three times the usual rate; the mean over all places makes it indifferent
     * to where in the window something sounds, and spares a dense layer of millions.
     *
     * @param height rows of the input, at least 8: mel bands
     * @param width columns of the input, at least 8: frames
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the configuration, to be given to {@link Network#of}
     * @throws IllegalArgumentException if the input is smaller than three halvings allow, or classes are fewer than 2
     * @see <a href="https://arxiv.org/abs/1502.03167">Ioffe and Szegedy, Batch normalization (2015)</a>
     * @see <a href="https://arxiv.org/abs/1312.4400">Lin, Chen and Yan, Network in network (2013), on the mean over all
     *     places</a>
     */
    public static Architecture small(int height, int width, int classes, long seed) {
        check(height, width, 8, classes);
        return new Architecture(new NeuralNetConfiguration.Builder()
                .seed(seed)
                .cacheMode(CacheMode.DEVICE)
                .updater(new Adam(3 * RATE, 0.9, 0.999, 1e-7))
                .weightInit(WeightInit.RELU)
                .list()
                .layer(stridedConvolution(16))
                .layer(new BatchNormalization())
                .layer(convolution(32))
                .layer(maxPool())
                .layer(new BatchNormalization())
                .layer(convolution(64))
                .layer(maxPool())
                .layer(new BatchNormalization())
                .layer(convolution(128))
                .layer(new BatchNormalization())
                .layer(new GlobalPoolingLayer.Builder(PoolingType.AVG).build())
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(classes)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(height, width, 1))
                .build());
    }

    /**
     * Four dense layers, for rows of numbers: 202 826 parameters at 57 features and 10 classes.
     *
     * <p>Layer by layer equal to the network of the article on the feature table (003), which calls it a CNN and trains it
     * for 600 epochs {@linkplain TrainingMode#SHUFFLED_KEEP_LAST to the end}, at one learning rate. On rows standardised by the
     * training set it is at its best after some 20 to 60 epochs: a patience of 50 finds that.
     *
     * @param features numbers in a row, at least 1
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the configuration, to be given to {@link Network#of(MultiLayerConfiguration, List, Shape)}
     * @throws IllegalArgumentException if there are no features, or classes are fewer than 2
     */
    public static Architecture dense(int features, int classes, long seed) {
        check(1, features, 1, classes);
        return new Architecture(new NeuralNetConfiguration.Builder()
                .seed(seed)
                .updater(new Adam(RATE, 0.9, 0.999, 1e-7))
                .weightInit(WeightInit.XAVIER_UNIFORM)
                .list()
                .layer(denseLayer(512))
                .layer(dropout(0.2))
                .layer(denseLayer(256))
                .layer(dropout(0.2))
                .layer(denseLayer(128))
                .layer(dropout(0.2))
                .layer(denseLayer(64))
                .layer(dropout(0.2))
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(classes)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(1, features, 1)) // a row is a picture of height 1
                .build());
    }

    /**
     * Three convolutions, each averaged before it is bent, for coloured pictures: 93 898 parameters at 64 x 64 and 10
     * classes.
     *
     * <p>Layer by layer equal to the network of the article on spectrogram pictures (000), and taught as it meant to:
     * gradient descent with momentum 0.9 at a rate of 0.01, which step {@code i} divides by {@code 1 + 5e-5 i}. A
     * {@link ReduceLrOnPlateau} multiplies the rate before that division, as in Keras.
     *
     * @param height rows of the input, at least 17
     * @param width columns of the input, at least 17
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the configuration, to be given to {@link Network#of}; its input has 3 channels: red, green, blue
     * @throws IllegalArgumentException if the input is smaller than its halvings allow, or classes are fewer than 2
     */
    public static Architecture averagePools(int height, int width, int classes, long seed) {
        return averagePools(height, width, classes, seed, new Momentum(0.01, 0.9, 0.01 / 200));
    }

    /**
     * The same network as the article (000) really taught it: it makes an optimiser with momentum, and then asks for
     * {@code "sgd"}, which is plain gradient descent at a rate of 0.01.
     *
     * @param height rows of the input, at least 17
     * @param width columns of the input, at least 17
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the configuration, to be given to {@link Network#of}; its input has 3 channels: red, green, blue
     * @throws IllegalArgumentException if the input is smaller than its halvings allow, or classes are fewer than 2
     */
    public static Architecture averagePoolsAsPrinted(int height, int width, int classes, long seed) {
        return averagePools(height, width, classes, seed, new Sgd(0.01));
    }

    private static Architecture averagePools(int height, int width, int classes, long seed, IUpdater updater) {
        check(height, width, 17, classes);
        return new Architecture(new NeuralNetConfiguration.Builder()
                .seed(seed)
                .cacheMode(CacheMode.DEVICE)
                .updater(updater)
                .weightInit(WeightInit.XAVIER_UNIFORM)
                .list()
                .layer(new ConvolutionLayer.Builder(3, 3)
                        .stride(2, 2)
                        .nOut(32)
                        .convolutionMode(ConvolutionMode.Truncate)
                        .activation(Activation.IDENTITY)
                        .build())
                .layer(averagePool())
                .layer(new ActivationLayer(Activation.RELU))
                .layer(convolution(64, Activation.IDENTITY))
                .layer(averagePool())
                .layer(new ActivationLayer(Activation.RELU))
                .layer(convolution(64, Activation.IDENTITY))
                .layer(averagePool())
                .layer(new ActivationLayer(Activation.RELU))
                .layer(dropout(0.5))
                .layer(denseLayer(64))
                .layer(dropout(0.5))
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(classes)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(height, width, 3))
                .build());
    }

    /**
     * Four convolutions, two of them with kernels of 7 x 7, and a dense head, for small pictures of short sounds:
     * 2 061 234 parameters at 32 x 32 and 2 classes.
     *
     * <p>Layer by layer equal to the network of the article on cats and dogs (001), with an end that fits its labels:
     * softmax and cross-entropy.
     *
     * @param height rows of the input, at least 32
     * @param width columns of the input, at least 32
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the configuration, to be given to {@link Network#of}
     * @throws IllegalArgumentException if the input is smaller than the kernels allow, or classes are fewer than 2
     */
    public static Architecture wideKernels(int height, int width, int classes, long seed) {
        return wideKernels(height, width, classes, seed, Activation.SOFTMAX, new LossMCXENT());
    }

    /**
     * The same network with the article's (001) end, for two labels: raw outputs, and Keras 2's binary cross-entropy,
     * which takes both for the probability of the second label and so teaches both the same. Which of them is larger,
     * and with it the answer, is left to chance; its probabilities are softmax of the raw outputs.
     *
     * @param height rows of the input, at least 32
     * @param width columns of the input, at least 32
     * @param seed of the initial weights
     * @return the configuration of two outputs, to be given to {@link Network#of}
     * @throws IllegalArgumentException if the input is smaller than the kernels allow
     */
    public static Architecture wideKernelsAsPrinted(int height, int width, long seed) {
        return wideKernels(height, width, 2, seed, Activation.IDENTITY, new RawBinaryCrossEntropy());
    }

    private static Architecture wideKernels(
            int height, int width, int classes, long seed, Activation end, ILossFunction loss) {
        check(height, width, 32, classes);
        return new Architecture(new NeuralNetConfiguration.Builder()
                .seed(seed)
                .cacheMode(CacheMode.DEVICE)
                .updater(new Adam(RATE, 0.9, 0.999, 1e-7))
                .weightInit(WeightInit.XAVIER_UNIFORM)
                .list()
                .layer(validConvolution(3, 32))
                .layer(validConvolution(3, 64))
                .layer(maxPool())
                .layer(dropout(0.5))
                .layer(validConvolution(7, 128))
                .layer(validConvolution(7, 256))
                .layer(maxPool())
                .layer(dropout(0.5))
                .layer(denseLayer(128))
                .layer(dropout(0.2))
                .layer(denseLayer(16))
                .layer(new OutputLayer.Builder(loss)
                        .nOut(classes)
                        .activation(end)
                        .build())
                .setInputType(InputType.convolutional(height, width, 1))
                .build());
    }

    /**
     * Three convolutions with two max-pools between them, and a dense layer: 5 216 898 parameters at 128 x 196 and 2
     * classes, nearly all of them in the dense layer.
     *
     * <p>The network of the article on two genres (002), which gives no sizes: these are the smallest usual ones. Its
     * binary cross-entropy over two softmax outputs is the cross-entropy used here: where outputs sum to 1, both of its
     * terms are the same. It is taught by RMSprop with Keras' constants (rate 1e-3, rho 0.9, epsilon 1e-7). DL4J adds
     * epsilon to the root of the mean square, Keras 3 puts it under the root, so that here weights with gradients below
     * some 3e-4 take longer steps; and DL4J's mean square begins with epsilon instead of 0, which is forgotten within
     * 50 steps.
     *
     * @param height rows of the input, at least 18: mel bands
     * @param width columns of the input, at least 18: frames
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the configuration, to be given to {@link Network#of}
     * @throws IllegalArgumentException if the input is smaller than the kernels allow, or classes are fewer than 2
     */
    public static Architecture threeConvolutions(int height, int width, int classes, long seed) {
        check(height, width, 18, classes);
        return new Architecture(new NeuralNetConfiguration.Builder()
                .seed(seed)
                .cacheMode(CacheMode.DEVICE)
                .updater(new RmsProp(RATE, 0.9, 1e-7))
                .weightInit(WeightInit.XAVIER_UNIFORM)
                .list()
                .layer(validConvolution(3, 32))
                .layer(maxPool())
                .layer(validConvolution(3, 64))
                .layer(maxPool())
                .layer(validConvolution(3, 64))
                .layer(denseLayer(64))
                .layer(new OutputLayer.Builder(LossFunction.MCXENT)
                        .nOut(classes)
                        .activation(Activation.SOFTMAX)
                        .build())
                .setInputType(InputType.convolutional(height, width, 1))
                .build());
    }

    private static DenseLayer denseLayer(int units) {
        return new DenseLayer.Builder().nOut(units).activation(Activation.RELU).build();
    }

    private static ConvolutionLayer convolution(int filters) {
        return convolution(filters, Activation.RELU);
    }

    private static ConvolutionLayer convolution(int filters, Activation activation) {
        return new ConvolutionLayer.Builder(3, 3)
                .nOut(filters)
                .convolutionMode(ConvolutionMode.Same)
                .activation(activation)
                .build();
    }

    /** Only where the kernel lies within the picture. */
    private static ConvolutionLayer validConvolution(int kernel, int filters) {
        return new ConvolutionLayer.Builder(kernel, kernel)
                .nOut(filters)
                .convolutionMode(ConvolutionMode.Truncate)
                .activation(Activation.RELU)
                .build();
    }

    private static ConvolutionLayer stridedConvolution(int filters) {
        return new ConvolutionLayer.Builder(5, 5)
                .stride(2, 2)
                .nOut(filters)
                .convolutionMode(ConvolutionMode.Same)
                .activation(Activation.RELU)
                .build();
    }

    private static SubsamplingLayer maxPool() {
        return maxPool(SubsamplingLayer.PoolingType.MAX);
    }

    private static SubsamplingLayer averagePool() {
        return maxPool(SubsamplingLayer.PoolingType.AVG);
    }

    private static SubsamplingLayer maxPool(SubsamplingLayer.PoolingType pooling) {
        return new SubsamplingLayer.Builder(pooling)
                .kernelSize(2, 2)
                .stride(2, 2)
                .convolutionMode(ConvolutionMode.Truncate)
                .build();
    }

    private static DropoutLayer dropout(double share) {
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
