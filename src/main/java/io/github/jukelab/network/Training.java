package io.github.jukelab.network;

import io.github.jukelab.Progress;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.input.Augmentation;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.FlipAndCutout;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * How a network is taught. Immutable; only {@link #fit} changes something: the network.
 *
 * <p>Losses are mean cross-entropy (for {@link Architectures#wideKernelsAsPrinted} its own loss) plus the network's
 * regularisation, in both subsets, as in Keras; accuracy on the training set is counted while it learns, with drop-out
 * at work.
 *
 * <p>Example: {@code Training.of(network).withEpochs(20).fit(train, validation)}
 *
 * <p>Notebook: 04-mel-windows
 *
 * @param network what is taught
 * @param mode how the passes go
 * @param epochs passes over the data, at least 1
 * @param batch examples a step, at least 1
 * @param seed of order, augmentation and drop-out
 * @param augmentation what happens to an example each time it is seen
 * @param plateau when the learning rate falls
 * @param patience epochs without a better one before training stops early, at least 1
 */
public record Training(
        Network network,
        TrainingMode mode,
        int epochs,
        int batch,
        long seed,
        Augmentation augmentation,
        ReduceLrOnPlateau plateau,
        int patience) {

    /** The patience that never ends. */
    public static final int NEVER = Integer.MAX_VALUE;

    /**
     * Checks the numbers.
     *
     * @param network what is taught
     * @param mode how the passes go
     * @param epochs at least 1
     * @param batch at least 1
     * @param seed any
     * @param augmentation what happens to an example
     * @param plateau when the learning rate falls
     * @param patience at least 1
     * @throws IllegalArgumentException if a number is less than 1
     */
    public Training {
        requirePositive("epochs", epochs);
        requirePositive("batch", batch);
        requirePositive("patience", patience);
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + value);
        }
    }

    /**
     * The usual: 150 epochs of batches of 128, seed 1, the learning rate lowered gently on a plateau, no augmentation,
     * no early stop.
     *
     * @param network what is taught
     * @return the settings
     */
    public static Training of(Network network) {
        return new Training(
                network,
                TrainingMode.SHUFFLED_KEEP_BEST,
                150,
                128,
                1,
                Augmentation.NONE,
                ReduceLrOnPlateau.ARTICLE_004,
                NEVER);
    }

    /**
     * As the article's (004) notebook really ran, faults included: see {@link TrainingMode#HALF_EPOCHS}. Its validation set
     * was its test set.
     *
     * @param network what is taught
     * @return the settings
     */
    public static Training asPrinted(Network network) {
        return new Training(
                network,
                TrainingMode.HALF_EPOCHS,
                150,
                64,
                1,
                FlipAndCutout.AS_PRINTED,
                ReduceLrOnPlateau.ARTICLE_004,
                NEVER);
    }

    /**
     * The same with passes of another kind.
     *
     * @param mode how they go
     * @return a copy
     */
    public Training withMode(TrainingMode mode) {
        return new Training(network, mode, epochs, batch, seed, augmentation, plateau, patience);
    }

    /**
     * The same with another number of passes.
     *
     * @param epochs at least 1
     * @return a copy
     * @throws IllegalArgumentException if it is less than 1
     */
    public Training withEpochs(int epochs) {
        return new Training(network, mode, epochs, batch, seed, augmentation, plateau, patience);
    }

    /**
     * The same with other batches.
     *
     * @param batch examples a step, at least 1
     * @return a copy
     * @throws IllegalArgumentException if it is less than 1
     */
    public Training withBatch(int batch) {
        return new Training(network, mode, epochs, batch, seed, augmentation, plateau, patience);
    }

    /**
     * The same with another seed.
     *
     * @param seed of order, augmentation and drop-out
     * @return a copy
     */
    public Training withSeed(long seed) {
        return new Training(network, mode, epochs, batch, seed, augmentation, plateau, patience);
    }

    /**
     * The same with changed examples.
     *
     * @param augmentation what happens to an example each time it is seen
     * @return a copy
     */
    public Training withAugmentation(Augmentation augmentation) {
        return new Training(network, mode, epochs, batch, seed, augmentation, plateau, patience);
    }

    /**
     * The same with another plateau.
     *
     * @param plateau when the learning rate falls
     * @return a copy
     */
    public Training withPlateau(ReduceLrOnPlateau plateau) {
        return new Training(network, mode, epochs, batch, seed, augmentation, plateau, patience);
    }

    /**
     * The same with an early stop.
     *
     * @param patience epochs without a better one, at least 1
     * @return a copy
     * @throws IllegalArgumentException if it is less than 1
     */
    public Training withPatience(int patience) {
        return new Training(network, mode, epochs, batch, seed, augmentation, plateau, patience);
    }

    /**
     * Teaches the network, listened to by nobody.
     *
     * @param train what it learns from
     * @param validation what it is judged by after each epoch
     * @return the epochs
     * @throws IllegalArgumentException if shape or labels of a subset are not the network's
     * @throws TrainingException if the loss is no number any more
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public History fit(Examples train, Examples validation) {
        return fit(train, validation, Progress.NONE, history -> {});
    }

    /**
     * Teaches the network. At the end it is as after its best epoch, by validation accuracy (by the other protocols: as
     * after the last). The same holds when it ends by an exception: an interrupted notebook cell leaves the best network
     * so far, or within the first epoch the little it has learned, and {@link Network#history()} has the epochs that
     * were finished. An interruption is noticed within a step.
     *
     * @param train what it learns from
     * @param validation what it is judged by after each epoch
     * @param progress told about each step
     * @param epochEnd told about the epochs so far after each of them
     * @return the epochs
     * @throws IllegalArgumentException if shape or labels of a subset are not the network's
     * @throws TrainingException if the loss is no number any more
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public History fit(Examples train, Examples validation, Progress progress, Consumer<History> epochEnd) {
        network.requireFit(train);
        network.requireFit(validation);
        train.requireLabels();
        validation.requireLabels();
        return Threads.suiting(
                network.multiplications(), () -> new TrainingLoop(this, train, validation, progress, epochEnd).run());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Training[%s, %d epochs, batch %d, seed %d]",
                mode.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                epochs,
                batch,
                seed);
    }
}
