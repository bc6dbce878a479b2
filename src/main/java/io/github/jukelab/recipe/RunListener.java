package io.github.jukelab.recipe;

import io.github.jukelab.Progress;
import io.github.jukelab.input.Examples;
import io.github.jukelab.network.Checkpoints;
import io.github.jukelab.network.Network;

/** Informed about the progress of a recipe. */
@FunctionalInterface
public interface RunListener {

    /** Ignores everything. */
    RunListener NONE = title -> Progress.NONE;

    /**
     * A step begins.
     *
     * @param title one or two words, such as {@code training}
     * @return receives its progress
     */
    Progress progress(String title);

    /**
     * A network is about to be trained: the one to save if the run is interrupted.
     *
     * @param network still untrained
     * @param validation the examples that choose its epoch; with {@link RunSettings#isCalibrated} its temperature is
     *     fitted to them
     * @param part of the run, such as {@code fold 2 of 5}; empty if it is the whole run
     */
    default void networkReady(Network network, Examples validation, String part) {}

    /**
     * Where trainings of networks are kept, and when they have to end.
     *
     * @return none unless a listener has some
     */
    default Checkpoints checkpoints() {
        return Checkpoints.NONE;
    }

    /**
     * The listener for a part of a run.
     *
     * @param part such as {@code fold 2 of 5}; empty if it is the whole run
     * @return one that puts the part before each title
     */
    default RunListener part(String part) {
        return part.isEmpty() ? this : new PartListener(this, part);
    }
}
