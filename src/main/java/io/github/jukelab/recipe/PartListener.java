package io.github.jukelab.recipe;

import io.github.jukelab.Progress;
import io.github.jukelab.network.Checkpoints;
import io.github.jukelab.network.Network;

/** Informed about a part of a run, which it names. */
record PartListener(RunListener whole, String part) implements RunListener {

    @Override
    public Progress progress(String title) {
        return whole.progress(part + ": " + title);
    }

    @Override
    public void networkReady(Network network, String none) {
        whole.networkReady(network, part);
    }

    @Override
    public Checkpoints checkpoints() {
        return whole.checkpoints().part(part);
    }
}
