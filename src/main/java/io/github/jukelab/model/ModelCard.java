package io.github.jukelab.model;

import io.github.jukelab.provenance.RunCard;

/**
 * What is known of a model's origin; it is saved in the model's file.
 *
 * @param run how the model was trained, and how well it did on tracks that were held out
 * @param training what it was trained on
 */
public record ModelCard(RunCard run, TrainingData training) {

    /**
     * Checks the accuracy, which may come from a foreign file.
     *
     * @param run how the model was trained and evaluated
     * @param training what it was trained on
     * @throws IllegalArgumentException if the accuracy or its interval is not in [0, 1]
     */
    public ModelCard {
        requireShare("accuracy", run.result().accuracy());
        requireShare("low", run.result().low());
        requireShare("high", run.result().high());
    }

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException(name + " of the run must be in [0, 1], got " + value);
        }
    }

    @Override
    public String toString() {
        return "ModelCard[" + run + ", " + training + "]";
    }
}
