package io.github.jukelab.recipe;

import io.github.jukelab.model.TrainedModel;
import java.util.List;

/**
 * The model that a run leaves, with the tracks that it knows.
 *
 * @param model trained
 * @param train ids it was trained on
 * @param validation ids that chose its epoch; empty if none did
 */
public record KeptModel(TrainedModel model, List<String> train, List<String> validation) {

    /**
     * Copies the lists.
     *
     * @param model trained
     * @param train ids it was trained on
     * @param validation ids that chose its epoch
     */
    public KeptModel {
        train = List.copyOf(train);
        validation = List.copyOf(validation);
    }

    /** How many tracks it knows, in words. */
    String counts() {
        return train.size() + " tracks"
                + (validation.isEmpty() ? "" : ", its epoch chosen by " + validation.size() + " others");
    }

    @Override
    public String toString() {
        return "KeptModel[" + model + ", trained on " + counts() + "]";
    }
}
