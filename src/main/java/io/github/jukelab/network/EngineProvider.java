package io.github.jukelab.network;

import java.util.Optional;

/** Makes engines of one kind. {@link Engines} finds it by Java's service loader. */
public interface EngineProvider {

    /**
     * What it is called by, as in {@link Training#withEngine}.
     *
     * @return lower case
     */
    String name();

    /**
     * Name and version, for run cards.
     *
     * @return such as {@code libtorch 2.13.0}
     */
    String description();

    /**
     * Why it cannot be used here. Loads what is needed, so that it may take seconds the first time.
     *
     * @return reason and what to do, in one line; empty if it can be used
     */
    Optional<String> obstacle();

    /**
     * An engine for a network.
     *
     * @param architecture of the network
     * @return with parameters that are still to be set, to be closed
     */
    Engine create(Architecture architecture);
}
