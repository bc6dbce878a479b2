package io.github.jukelab.network;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;

/**
 * The layers of a network, with their sizes and the seed of its weights; made by {@link Architectures}, used by
 * {@link Network#of}.
 */
public final class Architecture {

    private final MultiLayerConfiguration configuration;

    Architecture(MultiLayerConfiguration configuration) {
        this.configuration = configuration;
    }

    MultiLayerConfiguration configuration() {
        return configuration;
    }

    /** The layers as DL4J's JSON. */
    @Override
    public String toString() {
        return configuration.toJson();
    }
}
