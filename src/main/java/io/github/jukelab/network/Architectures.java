package io.github.jukelab.network;

import io.github.jukelab.input.Shape;
import io.github.jukelab.network.Layer.Activation;
import io.github.jukelab.network.Layer.BatchNormalization;
import io.github.jukelab.network.Layer.Conv2D;
import io.github.jukelab.network.Layer.Dense;
import io.github.jukelab.network.Layer.Dropout;
import io.github.jukelab.network.Layer.GlobalAveragePooling2D;
import io.github.jukelab.network.Layer.Padding;
import io.github.jukelab.network.Layer.Pooling2D;
import io.github.jukelab.network.Layer.ReLU;

/**
 * The networks of the articles and our own, one line of layers each, for comparison with the articles. Layers, initial
 * weights and constants are those of Keras.
 *
 * <p>Each takes the shape of an example, the number of labels and the seed of the initial weights, and refuses an input
 * that is smaller than it says, and fewer than 2 labels, with an {@link IllegalArgumentException}.
 *
 * <p>Example: {@code Architectures.fiveBlocks(MelWindows.REPAIRED.shape(), 10, seed)}
 *
 * <p>Notebook: 04-mel-windows
 */
public final class Architectures {

    private Architectures() {}

    /**
     * Five convolution blocks and a dense head, for mel windows: 2 495 114 parameters at 128 x 129 and 10 classes.
     *
     * <p>A training step of 32 examples takes about 0.35 s on two cores. The layers are those of the article "mel
     * windows and majority vote" (004).
     *
     * @param input mel bands by frames, at least 32 x 32
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the layers, for {@link Network#of}
     */
    public static Architecture fiveBlocks(Shape input, int classes, long seed) {
        requireAtLeast(32, input);
        return Architecture.of(input, classes, seed)
                .add(new Conv2D(16, 3), Pooling2D.max(2), new Dropout(0.25))
                .add(new Conv2D(32, 3), Pooling2D.max(2), new Dropout(0.25))
                .add(new Conv2D(64, 3), Pooling2D.max(2), new Dropout(0.25))
                .add(new Conv2D(128, 3), Pooling2D.max(2), new Dropout(0.25))
                .add(new Conv2D(256, 3), Pooling2D.max(2), new Dropout(0.25))
                .add(new Dropout(0.5), new Dense(512).withL2(0.02), new Dropout(0.25))
                .withOutputL2(0.02);
    }

    /**
     * Four convolution blocks with batch normalisation and global average pooling: 99 658 parameters at 10 classes and
     * one channel, for any size of input.
     *
     * <p>An example of 64 x 130 costs 30 million multiplications, one of 32 x 65 a quarter of that, one of {@link
     * #fiveBlocks} 81 million. Training on an example takes a quarter, or a tenth, of the time of {@link #fiveBlocks}.
     * The first convolution has stride 2, since it would be the most expensive layer at full size. Batch normalisation
     * allows three times the usual learning rate. Global average pooling makes the prediction independent of where in
     * the window a sound occurs, and replaces a dense layer of millions of parameters.
     *
     * @param input mel bands by frames, at least 8 x 8
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the layers, for {@link Network#of}
     * @see <a href="https://arxiv.org/abs/1502.03167">Ioffe and Szegedy, Batch normalization (2015)</a>
     * @see <a href="https://arxiv.org/abs/1312.4400">Lin, Chen and Yan, Network in network (2013), on global average
     *     pooling</a>
     */
    public static Architecture small(Shape input, int classes, long seed) {
        requireAtLeast(8, input);
        return Architecture.of(input, classes, seed)
                .withOptimizer(new Optimizer.Adam(3 * 1e-3))
                .withInitializer(Initializer.HE_NORMAL)
                .add(new Conv2D(16, 5).withStride(2), new BatchNormalization())
                .add(new Conv2D(32, 3), Pooling2D.max(2), new BatchNormalization())
                .add(new Conv2D(64, 3), Pooling2D.max(2), new BatchNormalization())
                .add(new Conv2D(128, 3), new BatchNormalization(), new GlobalAveragePooling2D());
    }

    /**
     * Four dense layers, for rows of numbers: 202 826 parameters at 57 features and 10 classes.
     *
     * <p>The layers are those of the article on the feature table (003), which calls the network a CNN, trains it for
     * 600 epochs at one learning rate and {@linkplain TrainingMode#SHUFFLED_KEEP_LAST keeps the last epoch}. On rows
     * standardised by the training set it is best after about 20 to 60 epochs; a patience of 50 finds that epoch.
     *
     * @param input such as {@code Shape.row(57)}
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the layers, for {@link Network#of}
     */
    public static Architecture dense(Shape input, int classes, long seed) {
        return Architecture.of(input, classes, seed)
                .add(new Dense(512), new Dropout(0.2))
                .add(new Dense(256), new Dropout(0.2))
                .add(new Dense(128), new Dropout(0.2))
                .add(new Dense(64), new Dropout(0.2));
    }

    /**
     * Three convolutions, each followed by average pooling and then ReLU, for coloured pictures: 93 898 parameters at
     * 64 x 64 and 10 classes.
     *
     * <p>The layers are those of the article on spectrogram pictures (000). The optimiser is the one that the article
     * intended: gradient descent with momentum 0.9 at a rate of 0.01, divided by {@code 1 + 5e-5 i} in step {@code i}.
     * A {@link ReduceLrOnPlateau} multiplies the rate before that division, as in Keras.
     *
     * @param input a coloured picture (3 channels) of at least 17 x 17
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the layers, for {@link Network#of}
     */
    public static Architecture averagePools(Shape input, int classes, long seed) {
        requireAtLeast(17, input);
        return Architecture.of(input, classes, seed)
                .withOptimizer(new Optimizer.Sgd(0.01, 0.9, 0.01 / 200))
                .add(linear(32).withStride(2).withPadding(Padding.VALID), Pooling2D.average(2), new ReLU())
                .add(linear(64), Pooling2D.average(2), new ReLU())
                .add(linear(64), Pooling2D.average(2), new ReLU())
                .add(new Dropout(0.5), new Dense(64), new Dropout(0.5));
    }

    /**
     * The same network with the optimiser that the article (000) actually uses: it creates one with momentum, but then
     * compiles with {@code "sgd"}, which is plain gradient descent at a rate of 0.01.
     *
     * @param input a coloured picture (3 channels) of at least 17 x 17
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the layers, for {@link Network#of}
     */
    public static Architecture averagePoolsAsPrinted(Shape input, int classes, long seed) {
        return averagePools(input, classes, seed).withOptimizer(new Optimizer.Sgd(0.01));
    }

    /**
     * Four convolutions, two of them with kernels of 7 x 7, and a dense head, for small pictures of short sounds:
     * 2 061 234 parameters at 32 x 32 and 2 classes.
     *
     * <p>The layers are those of the article on cats and dogs (001), with an output and a loss that fit its labels:
     * softmax and cross-entropy.
     *
     * @param input at least 32 x 32
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the layers, for {@link Network#of}
     */
    public static Architecture wideKernels(Shape input, int classes, long seed) {
        requireAtLeast(32, input);
        return Architecture.of(input, classes, seed)
                .add(valid(32, 3), valid(64, 3), Pooling2D.max(2), new Dropout(0.5))
                .add(valid(128, 7), valid(256, 7), Pooling2D.max(2), new Dropout(0.5))
                .add(new Dense(128), new Dropout(0.2), new Dense(16));
    }

    /**
     * The same network with the article's (001) output and loss, for two labels: raw outputs, and Keras 2's binary
     * cross-entropy, which takes both for the probability of the second label and so trains both the same way. Which of
     * them is larger, and so the prediction, is left to chance. Probabilities are the softmax of the raw outputs.
     *
     * @param input at least 32 x 32
     * @param classes number of labels: 2
     * @param seed of the initial weights
     * @return the layers, for {@link Network#of}
     */
    public static Architecture wideKernelsAsPrinted(Shape input, int classes, long seed) {
        return wideKernels(input, classes, seed).withLoss(Loss.RAW_BINARY_CROSSENTROPY);
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
     * @param input mel bands by frames, at least 18 x 18
     * @param classes number of labels, at least 2
     * @param seed of the initial weights
     * @return the layers, for {@link Network#of}
     */
    public static Architecture threeConvolutions(Shape input, int classes, long seed) {
        requireAtLeast(18, input);
        return Architecture.of(input, classes, seed)
                .withOptimizer(new Optimizer.RmsProp(1e-3))
                .add(valid(32, 3), Pooling2D.max(2))
                .add(valid(64, 3), Pooling2D.max(2))
                .add(valid(64, 3), new Dense(64));
    }

    private static Conv2D valid(int filters, int kernel) {
        return new Conv2D(filters, kernel).withPadding(Padding.VALID);
    }

    private static Conv2D linear(int filters) {
        return new Conv2D(filters, 3).withActivation(Activation.LINEAR);
    }

    private static void requireAtLeast(int size, Shape input) {
        if (input.height() < size || input.width() < size) {
            throw new IllegalArgumentException("input must be at least " + size + " x " + size + ", got "
                    + input.height() + " x " + input.width());
        }
    }
}
