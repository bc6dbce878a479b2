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
 * The networks, one chain of layers each, for comparison with the articles. DL4J differs from Keras in two ways: a
 * dropout layer takes the share it <em>keeps</em>, and {@code l2} is halved in the loss, so that Keras' 0.02 is written
 * 0.04. Initial weights (Glorot uniform, biases 0) and the constants of the optimisers are those of Keras.
 *
 * <p>Notebook: 04-mel-windows
 */
public final class Architectures {

    private static final double RATE = 1e-3;

    private Architectures() {}

    /**
     * Five convolution blocks and a dense head, for mel windows: 2 495 114 parameters at 128 x 129 and 10 classes.
     *
     * <p>A training step of 32 examples takes about 0.35 s on two cores. The layers are those of the article "mel
     * windows and majority vote" (004).
     *
     * @param height rows of the input, at least 32: mel bands
     * @param width columns of the input, at least 32: frames
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the layers, for {@link Network#of}
     * @throws IllegalArgumentException if height or width is less than 32, or there are fewer than 2 classes
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
     * Four convolution blocks with batch normalisation and global average pooling: 99 658 parameters at 10 classes, for
     * any size of input.
     *
     * <p>An example of 64 x 130 costs 30 million multiplications, one of 32 x 65 a quarter of that, one of {@link
     * #fiveBlocks} 81 million. Training on an example takes a quarter, or a tenth, of the time of {@link #fiveBlocks}.
     * The first convolution has stride 2, since it would be the most expensive layer at full size. Batch normalisation
     * allows three times the usual learning rate. Global average pooling makes the prediction independent of where in
     * the window a sound occurs, and replaces a dense layer of millions of parameters.
     *
     * @param height rows of the input, at least 8: mel bands
     * @param width columns of the input, at least 8: frames
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the layers, for {@link Network#of}
     * @throws IllegalArgumentException if height or width is less than 8, or there are fewer than 2 classes
     * @see <a href="https://arxiv.org/abs/1502.03167">Ioffe and Szegedy, Batch normalization (2015)</a>
     * @see <a href="https://arxiv.org/abs/1312.4400">Lin, Chen and Yan, Network in network (2013), on global average
     *     pooling</a>
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
     * <p>The layers are those of the article on the feature table (003), which calls the network a CNN, trains it for
     * 600 epochs at one learning rate and {@linkplain TrainingMode#SHUFFLED_KEEP_LAST keeps the last epoch}. On rows
     * standardised by the training set it is best after about 20 to 60 epochs; a patience of 50 finds that epoch.
     *
     * @param features numbers per row, at least 1
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the layers, for {@link Network#of(Architecture, List, Shape)}
     * @throws IllegalArgumentException if there are no features, or fewer than 2 classes
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
                .setInputType(InputType.convolutional(1, features, 1)) // a row has height 1
                .build());
    }

    /**
     * Three convolutions, each followed by average pooling and then ReLU, for coloured pictures: 93 898 parameters at
     * 64 x 64 and 10 classes.
     *
     * <p>The layers are those of the article on spectrogram pictures (000). The optimiser is the one that the article
     * intended: gradient descent with momentum 0.9 at a rate of 0.01, divided by {@code 1 + 5e-5 i} in step {@code i}.
     * A {@link ReduceLrOnPlateau} multiplies the rate before that division, as in Keras.
     *
     * @param height rows of the input, at least 17
     * @param width columns of the input, at least 17
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the layers, for {@link Network#of}; its input has 3 channels: red, green, blue
     * @throws IllegalArgumentException if height or width is less than 17, or there are fewer than 2 classes
     */
    public static Architecture averagePools(int height, int width, int classes, long seed) {
        return averagePools(height, width, classes, seed, new Momentum(0.01, 0.9, 0.01 / 200));
    }

    /**
     * The same network with the optimiser that the article (000) actually uses: it creates one with momentum, but then
     * compiles with {@code "sgd"}, which is plain gradient descent at a rate of 0.01.
     *
     * @param height rows of the input, at least 17
     * @param width columns of the input, at least 17
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the layers, for {@link Network#of}; its input has 3 channels: red, green, blue
     * @throws IllegalArgumentException if height or width is less than 17, or there are fewer than 2 classes
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
     * <p>The layers are those of the article on cats and dogs (001), with an output and a loss that fit its labels:
     * softmax and cross-entropy.
     *
     * @param height rows of the input, at least 32
     * @param width columns of the input, at least 32
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the layers, for {@link Network#of}
     * @throws IllegalArgumentException if height or width is less than 32, or there are fewer than 2 classes
     */
    public static Architecture wideKernels(int height, int width, int classes, long seed) {
        return wideKernels(height, width, classes, seed, Activation.SOFTMAX, new LossMCXENT());
    }

    /**
     * The same network with the article's (001) output and loss, for two labels: raw outputs, and Keras 2's binary
     * cross-entropy, which takes both for the probability of the second label and so trains both the same way. Which of
     * them is larger, and so the prediction, is left to chance. Probabilities are the softmax of the raw outputs.
     *
     * @param height rows of the input, at least 32
     * @param width columns of the input, at least 32
     * @param seed of the initial weights
     * @return the layers, with two outputs, for {@link Network#of}
     * @throws IllegalArgumentException if height or width is less than 32
     */
    public static Architecture wideKernelsAsPrinted(int height, int width, long seed) {
        return wideKernels(height, width, 2, seed, Activation.IDENTITY, new RawBinaryCrossEntropy());
    }

    private static Architecture wideKernels(
            int height, int width, int classes, long seed, Activation activation, ILossFunction loss) {
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
                        .activation(activation)
                        .build())
                .setInputType(InputType.convolutional(height, width, 1))
                .build());
    }

    /**
     * Three convolutions with two max-pools between them, and a dense layer: 5 216 898 parameters at 128 x 196 and 2
     * classes, nearly all of them in the dense layer.
     *
     * <p>The network of the article on two genres (002), which gives no sizes: these are the smallest usual ones. Its
     * binary cross-entropy over two softmax outputs is the cross-entropy used here: if the outputs sum to 1, its two
     * terms are equal. The optimiser is RMSprop with Keras' constants (rate 1e-3, rho 0.9, epsilon 1e-7). DL4J adds
     * epsilon to the root of the mean square, Keras 3 adds it under the root, so that here weights with gradients below
     * about 3e-4 take longer steps. DL4J's mean square starts at epsilon instead of 0, which has no effect after 50
     * steps.
     *
     * @param height rows of the input, at least 18: mel bands
     * @param width columns of the input, at least 18: frames
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the layers, for {@link Network#of}
     * @throws IllegalArgumentException if height or width is less than 18, or there are fewer than 2 classes
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

    /** Without padding. */
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
        return pool(SubsamplingLayer.PoolingType.MAX);
    }

    private static SubsamplingLayer averagePool() {
        return pool(SubsamplingLayer.PoolingType.AVG);
    }

    private static SubsamplingLayer pool(SubsamplingLayer.PoolingType pooling) {
        return new SubsamplingLayer.Builder(pooling)
                .kernelSize(2, 2)
                .stride(2, 2)
                .convolutionMode(ConvolutionMode.Truncate)
                .build();
    }

    private static DropoutLayer dropout(double share) {
        return new DropoutLayer(1 - share);
    }

    private static void check(int height, int width, int min, int classes) {
        Backend.current();
        if (height < min || width < min) {
            throw new IllegalArgumentException(
                    "input must be at least " + min + " x " + min + ", got " + height + " x " + width);
        }
        if (classes < 2) {
            throw new IllegalArgumentException("classes must be at least 2, got " + classes);
        }
    }
}
