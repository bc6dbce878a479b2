package io.github.jukelab.recipe;

import io.github.jukelab.evaluation.History;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.ClassWeight;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.model.TrainedModel;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a recipe trains: a network or a classical model. */
public sealed interface Learner permits NetworkLearner, ClassicalLearner {

    /**
     * A trained model.
     *
     * @param model it predicts and can be saved
     * @param history the epochs of its training; empty for a classical model
     * @param chosen the settings that were chosen within the training data, and how well they did there; empty for a
     *     network
     * @param heldOut predictions for tracks that were not trained on, to fit a temperature to; empty if none is asked for
     */
    record Learned(TrainedModel model, History history, String chosen, Optional<Predictions> heldOut) {}

    /**
     * The number of epochs of a full training.
     *
     * @return at least 1; 1 for a classical model, which is trained at once
     */
    int epochs();

    /**
     * The ids of a subset in the order of training and evaluation.
     *
     * @param subset ids of a split
     * @return the same ids, in the same order unless the training needs its own
     */
    default List<String> order(List<String> subset) {
        return subset;
    }

    /**
     * The ids to learn from.
     *
     * @param train ids of the training set
     * @param validation ids of the validation set
     * @return the training set in the order of {@link #order}; for a classical model, also the validation set
     */
    default List<String> trainingIds(List<String> train, List<String> validation) {
        return order(train);
    }

    /**
     * Trains a model.
     *
     * @param fitted the preprocessing of the examples, with its normalisation
     * @param train the examples to learn from
     * @param validation the validation set
     * @param groups the group of each track, such as its artist; a track that is not in it is a group by itself
     * @param settings epochs and seed
     * @param listener informed about the progress
     * @return the trained model
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    Learned train(
            Preprocessing fitted,
            Examples train,
            Examples validation,
            Map<String, String> groups,
            RunSettings settings,
            RunListener listener);

    /**
     * Whether a training was not ended before its time.
     *
     * @param history its epochs
     * @param settings epochs and seed
     * @return true for a classical model, which is trained at once
     */
    default boolean isFinished(History history, RunSettings settings) {
        return true;
    }

    /**
     * The same with class weights.
     *
     * @param classWeight how much the examples of each label count in training
     * @return a copy
     * @throws IllegalArgumentException if it has no class weights
     */
    Learner withClassWeight(ClassWeight classWeight);

    /**
     * How the model is trained, for people.
     *
     * @param settings epochs and seed
     * @return as text
     */
    String description(RunSettings settings);

    /**
     * What computes the training.
     *
     * @param settings of the run
     * @return name and version of the engine; empty for a classical model
     */
    default Optional<String> engine(RunSettings settings) {
        return Optional.empty();
    }

    /**
     * All that decides what is learned, as a value without functions; for the fingerprint of a recipe.
     *
     * @param preprocessing of the recipe
     * @return a record of values
     */
    Record settings(Preprocessing preprocessing);
}
