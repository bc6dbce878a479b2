package io.github.jukelab.network;

import io.github.jukelab.Progress;
import io.github.jukelab.Require;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.input.Augmentation;
import io.github.jukelab.input.ClassWeight;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.FlipAndCutout;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * The settings of a training. Immutable, so that they can be used again, for instance for each fold; {@link #fit}
 * changes only the network.
 *
 * <p>Losses are the mean cross-entropy (for {@link Architectures#wideKernelsAsPrinted} its own loss) plus the network's
 * regularisation, for training and validation alike, as in Keras. Training accuracy is counted during training, with
 * dropout active.
 *
 * <p>With a {@link ClassWeight}, each example's cross-entropy is multiplied by the weight of its label, as Keras does,
 * in the validation loss too: the two can then be compared with each other, but not with those of a training without
 * weights. Regularisation and accuracies have no weights. The best epoch is then the one with the highest balanced
 * accuracy, the mean share of correct predictions per label: by plain accuracy, a network that predicts only the most
 * frequent label could be the best.
 *
 * <p>Example: {@code Training.DEFAULT.withEpochs(20).fit(network, train, validation)}
 *
 * <p>Notebook: 04-mel-windows
 *
 * @param mode order of the examples and which epoch is kept
 * @param epochs maximum number, at least 1
 * @param batch examples per step, at least 1
 * @param seed of order, augmentation and dropout
 * @param augmentation applied to an example each time it is used
 * @param plateau when the learning rate is reduced
 * @param patience epochs without improvement before training stops early, at least 1
 * @param classWeight how much the examples of each label count in the losses; empty if all count the same
 * @param engine name of the engine that computes; empty for the {@linkplain Engines#defaultName default}
 */
public record Training(
        TrainingMode mode,
        int epochs,
        int batch,
        long seed,
        Augmentation augmentation,
        ReduceLrOnPlateau plateau,
        int patience,
        Optional<ClassWeight> classWeight,
        Optional<String> engine) {

    /** The patience of a training that never stops early. */
    public static final int NEVER = Integer.MAX_VALUE;

    /**
     * 150 epochs, batches of 128, seed 1, {@link ReduceLrOnPlateau#ARTICLE_004}, no augmentation, no early stopping.
     */
    public static final Training DEFAULT = new Training(
            TrainingMode.SHUFFLED_KEEP_BEST,
            150,
            128,
            1,
            Augmentation.NONE,
            ReduceLrOnPlateau.ARTICLE_004,
            NEVER,
            Optional.empty(),
            Optional.empty());

    /**
     * Those with which the article's (004) notebook ran, faults included: see {@link TrainingMode#HALF_EPOCHS}. Its
     * validation set was its test set.
     */
    public static final Training ARTICLE_004 = new Training(
            TrainingMode.HALF_EPOCHS,
            150,
            64,
            1,
            FlipAndCutout.AS_PRINTED,
            ReduceLrOnPlateau.ARTICLE_004,
            NEVER,
            Optional.empty(),
            Optional.empty());

    /**
     * Checks the numbers.
     *
     * @param mode order of the examples and which epoch is kept
     * @param epochs at least 1
     * @param batch at least 1
     * @param seed any
     * @param augmentation applied to examples
     * @param plateau when the learning rate is reduced
     * @param patience at least 1
     * @param classWeight empty if all examples count the same
     * @param engine empty for the default
     * @throws IllegalArgumentException if a number is less than 1
     */
    public Training {
        Require.atLeast("epochs", 1, epochs);
        Require.atLeast("batch", 1, batch);
        Require.atLeast("patience", 1, patience);
    }

    /**
     * The same with another mode.
     *
     * @param mode order of the examples and which epoch is kept
     * @return a copy
     */
    public Training withMode(TrainingMode mode) {
        return new Training(mode, epochs, batch, seed, augmentation, plateau, patience, classWeight, engine);
    }

    /**
     * The same with another number of epochs.
     *
     * @param epochs at least 1
     * @return a copy
     * @throws IllegalArgumentException if it is less than 1
     */
    public Training withEpochs(int epochs) {
        return new Training(mode, epochs, batch, seed, augmentation, plateau, patience, classWeight, engine);
    }

    /**
     * The same with another batch size.
     *
     * @param batch examples per step, at least 1
     * @return a copy
     * @throws IllegalArgumentException if it is less than 1
     */
    public Training withBatch(int batch) {
        return new Training(mode, epochs, batch, seed, augmentation, plateau, patience, classWeight, engine);
    }

    /**
     * The same with another seed.
     *
     * @param seed of order, augmentation and dropout
     * @return a copy
     */
    public Training withSeed(long seed) {
        return new Training(mode, epochs, batch, seed, augmentation, plateau, patience, classWeight, engine);
    }

    /**
     * The same with another augmentation.
     *
     * @param augmentation applied to an example each time it is used
     * @return a copy
     */
    public Training withAugmentation(Augmentation augmentation) {
        return new Training(mode, epochs, batch, seed, augmentation, plateau, patience, classWeight, engine);
    }

    /**
     * The same with another rule for the learning rate.
     *
     * @param plateau when the learning rate is reduced
     * @return a copy
     */
    public Training withPlateau(ReduceLrOnPlateau plateau) {
        return new Training(mode, epochs, batch, seed, augmentation, plateau, patience, classWeight, engine);
    }

    /**
     * The same with early stopping.
     *
     * @param patience epochs without improvement, at least 1
     * @return a copy
     * @throws IllegalArgumentException if it is less than 1
     */
    public Training withPatience(int patience) {
        return new Training(mode, epochs, batch, seed, augmentation, plateau, patience, classWeight, engine);
    }

    /**
     * The same with class weights.
     *
     * @param classWeight how much the examples of each label count; the weights are those of the training set
     * @return a copy
     */
    public Training withClassWeight(ClassWeight classWeight) {
        return new Training(
                mode, epochs, batch, seed, augmentation, plateau, patience, Optional.of(classWeight), engine);
    }

    /**
     * The same with another engine. Weights and losses agree with those of DL4J up to rounding, but for dropout, whose
     * random numbers are each engine's own. The file of the network and its predictions do not depend on it.
     *
     * @param name {@code dl4j} or {@code libtorch}
     * @return a copy
     * @throws IllegalArgumentException if no engine has this name
     * @throws EngineException if it cannot be used here, with the reason and what to do
     */
    public Training withEngine(String name) {
        Engines.require(name);
        return new Training(mode, epochs, batch, seed, augmentation, plateau, patience, classWeight, Optional.of(name));
    }

    /**
     * The same with the default engine.
     *
     * @return a copy
     */
    public Training withDefaultEngine() {
        return new Training(mode, epochs, batch, seed, augmentation, plateau, patience, classWeight, Optional.empty());
    }

    String engineName() {
        return engine.orElseGet(Engines::defaultName);
    }

    /**
     * Trains a network, without progress reports, as {@link #fit(Network, Examples, Examples, Progress, Consumer)}.
     *
     * @param network changed
     * @param train the training set
     * @param validation the validation set, evaluated after each epoch
     * @return the epochs
     * @throws IllegalArgumentException if shape or labels of a set are not the network's, or an example has no label
     * @throws EngineException if the engine cannot be used here, with the reason and what to do
     * @throws TrainingException if the loss is not finite
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public History fit(Network network, Examples train, Examples validation) {
        return fit(network, train, validation, Progress.NONE, history -> {});
    }

    /**
     * Trains a network. At the end it has the weights of the epoch with the {@linkplain History#best best} validation accuracy (in the other
     * modes: of the last epoch), and {@link Network#history()} has the epochs.
     *
     * <p>This also holds if training ends with an exception or an error, wherever it comes from: an interrupt, the
     * progress, too little memory. It is thrown on, and the network has the weights of the best (or last) finished epoch.
     * Within the first epoch it is left partly trained; but if the loss is not finite, it is left as it was. An
     * interruption takes effect within one step; the message of its exception says what was kept. Kernels end an
     * interrupted cell with an error of their own, and a variable that was to take the result stays empty: there, the
     * bar names the epoch that is kept, and {@link Network#history()} has the epochs.
     *
     * @param network changed
     * @param train the training set
     * @param validation the validation set, evaluated after each epoch
     * @param progress told about each step: the epoch, its loss so far, and the best epoch before
     * @param epochEnd called after each epoch with the epochs so far
     * @return the epochs
     * @throws IllegalArgumentException if shape or labels of a set are not the network's, or an example has no label
     * @throws EngineException if the engine cannot be used here, with the reason and what to do
     * @throws TrainingException if the loss is not finite
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public History fit(
            Network network, Examples train, Examples validation, Progress progress, Consumer<History> epochEnd) {
        return fit(network, train, validation, progress, epochEnd, Checkpoints.NONE);
    }

    /**
     * The same with checkpoints. If the same training was not finished, because its program was killed, it was
     * interrupted or its time was over, it goes on after its last checkpoint: parameters and history, seconds apart, are
     * in the end those of a training without interruption. The network is one that has just been made in the same way, or
     * that the unfinished training left.
     *
     * @param network changed
     * @param train the training set
     * @param validation the validation set, evaluated after each epoch
     * @param progress told about each step: the epoch, its loss so far, and the best epoch before
     * @param epochEnd called after each epoch with the epochs so far
     * @param checkpoints where they are, and when the training has to end
     * @return the epochs, with those before it went on
     * @throws IllegalArgumentException if shape or labels of a set are not the network's, or an example has no label
     * @throws TrainingException if the loss is not finite
     * @throws TimeOverException if the time was over before the first epoch ended; the network is as it was
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public History fit(
            Network network,
            Examples train,
            Examples validation,
            Progress progress,
            Consumer<History> epochEnd,
            Checkpoints checkpoints) {
        train.requireMatching(network.shape(), network.labels());
        validation.requireMatching(network.shape(), network.labels());
        train.requireLabels();
        validation.requireLabels();
        EngineProvider provider = Engines.require(engineName());
        try (CheckpointedRun run = CheckpointedRun.open(checkpoints, this, network, train, validation);
                TrainingEngine computing = TrainingEngine.of(provider, network)) {
            Consumer<History> afterEpoch = history -> {
                computing.returnParameters();
                epochEnd.accept(history);
            };
            Engine engine = computing.engine();
            return engine.run(
                    () -> new TrainingLoop(this, network, engine, train, validation, progress, afterEpoch, run).run());
        }
    }

    /**
     * Whether a training with these epochs is finished.
     *
     * @param history the epochs so far
     * @return true if they are as many as there may be, or the patience is exhausted
     */
    public boolean isFinished(History history) {
        int done = history.epochs().size();
        return done >= epochs || done > 0 && done - history.best().number() >= patience;
    }

    /**
     * The settings by name, for people to read. Optimiser and loss are the architecture's: {@link
     * Architecture#compilation}.
     *
     * @return in the order to show
     */
    public Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("epochs", patience == NEVER ? "" + epochs : "at most " + epochs);
        settings.put(
                "early stopping", patience == NEVER ? "never" : "after " + patience + " epochs without improvement");
        settings.put("batch", "" + batch);
        settings.put("mode", modeName());
        settings.put("learning rate", plateau.toString());
        settings.put("augmentation", augmentationName());
        settings.put("class weights", classWeight.map(Object::toString).orElse("none"));
        settings.put("seed", "" + seed);
        settings.put("engine", engineName());
        return Collections.unmodifiableMap(settings);
    }

    private String augmentationName() {
        if (augmentation == Augmentation.NONE) {
            return "none";
        }
        return augmentation instanceof Enum<?> constant
                ? constant.getDeclaringClass().getSimpleName() + "." + constant.name()
                : augmentation.toString();
    }

    private String modeName() {
        return mode.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Training[%s, %d epochs, batch %d, seed %d, learning rate %s%s%s]",
                modeName(),
                epochs,
                batch,
                seed,
                plateau,
                classWeight.map(weight -> ", " + weight + " class weights").orElse(""),
                engineName().equals(Engines.DL4J) ? "" : ", engine " + engineName());
    }
}
