package io.github.jukelab.recipe;

import io.github.jukelab.Progress;
import io.github.jukelab.input.Examples;
import io.github.jukelab.network.Checkpoints;
import io.github.jukelab.network.Network;

/** Informed about a part of a run, which it names. */
record PartListener(RunListener whole, String part) implements RunListener {

    @Override
    public Progress progress(String title) {
        return whole.progress(part + ": " + title);
    }

    @Override
    public void networkReady(Network network, Examples validation, String none) {
        whole.networkReady(network, validation, part);
    }

    @Override
    public Checkpoints checkpoints() {
        return whole.checkpoints().part(part);
    }
}
