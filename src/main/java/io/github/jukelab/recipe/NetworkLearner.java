package io.github.jukelab.recipe;

import io.github.jukelab.evaluation.History;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.ClassWeight;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.input.Shape;
import io.github.jukelab.network.Architecture;
import io.github.jukelab.network.Engines;
import io.github.jukelab.network.Network;
import io.github.jukelab.network.Training;
import io.github.jukelab.network.TrainingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A network and its training.
 *
 * @param architecture the layers, such as {@code Architectures::fiveBlocks}
 * @param training the settings, with the article's epochs
 */
public record NetworkLearner(ArchitectureRule architecture, Training training) implements Learner {

    /** Makes an architecture for an input, as the methods of {@link io.github.jukelab.network.Architectures}. */
    @FunctionalInterface
    public interface ArchitectureRule {

        /**
         * The architecture.
         *
         * @param input shape of an example
         * @param classes number of labels, at least 2
         * @param seed of the initial weights
         * @return the layers
         * @throws IllegalArgumentException if the input is too small, or there are too few or too many classes
         */
        Architecture of(Shape input, int classes, long seed);
    }

    /** Of a network for two classes. */
    private record Settings(Architecture architecture, Training training) {}

    @Override
    public int epochs() {
        return training.epochs();
    }

    /** In the order of the folders if the training does not shuffle, as Keras' generators read them. */
    @Override
    public List<String> order(List<String> subset) {
        return training.mode() == TrainingMode.UNSHUFFLED
                ? subset.stream().sorted().toList()
                : subset;
    }

    /**
     * The untrained network.
     *
     * @param labels one per output, in order
     * @param fitted its preprocessing
     * @param seed of the weights
     * @return the network
     */
    public Network network(List<String> labels, Preprocessing fitted, long seed) {
        return Network.of(architecture.of(fitted.shape(), labels.size(), seed), labels, fitted);
    }

    @Override
    public Learned train(
            Preprocessing fitted,
            Examples train,
            Examples validation,
            Map<String, String> groups,
            RunSettings settings,
            RunListener listener) {
        Network network = network(train.labels(), fitted, settings.seed());
        listener.networkReady(network, validation, "");
        History history = training(settings)
                .fit(network, train, validation, listener.progress("training"), epochs -> {}, listener.checkpoints());
        Optional<Predictions> heldOut =
                settings.isCalibrated() ? Optional.of(network.predict(validation)) : Optional.empty();
        return new Learned(network, history, "", heldOut);
    }

    @Override
    public boolean isFinished(History history, RunSettings settings) {
        return training(settings).isFinished(history);
    }

    /** For examples of another shape, whose augmentation keeps its share of an example. */
    NetworkLearner resized(Shape from, Shape to) {
        return new NetworkLearner(
                architecture, training.withAugmentation(training.augmentation().resized(from, to)));
    }

    @Override
    public NetworkLearner withClassWeight(ClassWeight classWeight) {
        return new NetworkLearner(architecture, training.withClassWeight(classWeight));
    }

    private Training training(RunSettings settings) {
        Training run = training.withEpochs(settings.epochs()).withSeed(settings.seed());
        return settings.engine().map(run::withEngine).orElse(run);
    }

    @Override
    public String description(RunSettings settings) {
        return training(settings).toString();
    }

    @Override
    public Optional<String> engine(RunSettings settings) {
        return Optional.of(Engines.description(training(settings).engine()));
    }

    /** Without the engine: like the machine, it is told but decides nothing. */
    @Override
    public Record settings(Preprocessing preprocessing) {
        return new Settings(architecture.of(preprocessing.shape(), 2, 0), training.withDefaultEngine());
    }

    /** Without the rule, which is code. */
    @Override
    public String toString() {
        return "NetworkLearner[" + training + "]";
    }
}
