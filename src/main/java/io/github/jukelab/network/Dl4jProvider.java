package io.github.jukelab.network;

import java.util.Optional;

/** The engine that every network has. */
final class Dl4jProvider implements EngineProvider {

    @Override
    public String name() {
        return Engines.DL4J;
    }

    /** Without a version: every run card has that of DL4J. */
    @Override
    public String description() {
        return "DL4J";
    }

    /** None on the CPU: without DL4J there is no network. */
    @Override
    public Optional<String> obstacle() {
        if (DeviceChoice.of(name()) == Device.CPU) {
            return Optional.empty();
        }
        try {
            Backend.require(Device.GPU);
            return Optional.empty();
        } catch (DeviceException e) {
            return Optional.of(e.getMessage());
        }
    }

    @Override
    public Engine create(Architecture architecture) {
        return Dl4jEngine.of(architecture);
    }

    @Override
    public String toString() {
        return "Dl4jProvider[" + description() + "]";
    }
}
