package io.github.jukelab.recipe;

import io.github.jukelab.network.Engines;
import java.util.Optional;

/**
 * The settings of a run that are not part of the recipe.
 *
 * <p>Notebook: 05-two-genres-mp3
 *
 * @param epochs at least 1
 * @param seed of weights, order, augmentation and dropout
 * @param engine name of the engine that trains networks; empty for the {@linkplain Engines#defaultName default}
 * @param isCalibrated whether a {@linkplain io.github.jukelab.evaluation.Temperature temperature} is fitted to each model
 */
public record RunSettings(int epochs, long seed, Optional<String> engine, boolean isCalibrated) {

    /**
     * Checks the epochs.
     *
     * @param epochs at least 1
     * @param seed any
     * @param engine empty for the default
     * @param isCalibrated whether a temperature is fitted
     * @throws IllegalArgumentException if epochs are fewer than 1
     */
    public RunSettings {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs must be at least 1, got " + epochs);
        }
    }

    /**
     * With the default engine, and without a temperature.
     *
     * @param epochs at least 1
     * @param seed any
     * @throws IllegalArgumentException if epochs are fewer than 1
     */
    public RunSettings(int epochs, long seed) {
        this(epochs, seed, Optional.empty(), false);
    }

    /**
     * The same with another engine for networks.
     *
     * @param name {@code dl4j} or {@code libtorch}
     * @return a copy
     * @throws IllegalArgumentException if no engine has this name
     * @throws io.github.jukelab.network.EngineException if it cannot be used here, with the reason and what to do
     */
    public RunSettings withEngine(String name) {
        Engines.require(name);
        return new RunSettings(epochs, seed, Optional.of(name), isCalibrated);
    }

    /**
     * The same with a temperature for each model: of a network fitted to its validation set, of a classical model to the
     * predictions for the tracks of each inner fold by a model of the other folds.
     *
     * @return a copy
     */
    public RunSettings calibrated() {
        return new RunSettings(epochs, seed, engine, true);
    }
}
