package io.github.jukelab.recipe;

import io.github.jukelab.Progress;
import io.github.jukelab.network.Network;

/** Hears what a recipe is at. */
@FunctionalInterface
public interface RunListener {

    /** Hears nothing. */
    RunListener NONE = title -> Progress.NONE;

    /**
     * Some work begins.
     *
     * @param title a word or two, such as {@code training}
     * @return what is told about it
     */
    Progress progress(String title);

    /**
     * A network is about to be taught: the one to keep should the work be interrupted.
     *
     * @param network untaught still
     */
    default void networkReady(Network network) {}
}
