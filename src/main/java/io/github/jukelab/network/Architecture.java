package io.github.jukelab.network;

import org.deeplearning4j.nn.conf.MultiLayerConfiguration;

/**
 * The layers of a network, with their sizes and the seed of its weights: what {@link Architectures} makes and {@link
 * Network#of} takes.
 */
public final class Architecture {

    private final MultiLayerConfiguration configuration;

    Architecture(MultiLayerConfiguration configuration) {
        this.configuration = configuration;
    }

    MultiLayerConfiguration configuration() {
        return configuration;
    }

    /** The layers in DL4J's own words, as JSON. */
    @Override
    public String toString() {
        return configuration.toJson();
    }
}
