package io.github.jukelab.network;

import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.provenance.Cost;
import java.util.List;

/**
 * All that a training needs to go on after an epoch. Random numbers are not among it: those of an epoch come from the
 * seed and its number alone.
 *
 * @param epochs those that have ended, at least one
 * @param parameters after the last of them
 * @param kept the parameters to leave if training ended now
 * @param state of the optimiser
 * @param cost of the training so far, in all programs that worked on it
 */
record Checkpoint(List<Epoch> epochs, float[] parameters, float[] kept, Engine.State state, Cost cost) {

    Checkpoint {
        epochs = List.copyOf(epochs);
    }

    /** The number of the last epoch. */
    int epoch() {
        return epochs.size();
    }

    @Override
    public String toString() {
        return "Checkpoint[epoch " + epoch() + ", " + parameters.length + " parameters]";
    }
}
