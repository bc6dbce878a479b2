package io.github.jukelab.recipe;

import io.github.jukelab.Progress;
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
     */
    default void networkReady(Network network) {}
}
