package io.github.jukelab.network;

/**
 * The engine of one training. If it is not the network's own, it has a copy of the network's parameters and of the
 * state of its optimiser; the network gets both back in the end, whatever ends the training.
 */
final class TrainingEngine implements AutoCloseable {

    private final Engine owner;
    private final Engine engine;

    private TrainingEngine(Engine owner, Engine engine) {
        this.owner = owner;
        this.engine = engine;
    }

    static TrainingEngine of(EngineProvider provider, Network network) {
        Engines.use(provider);
        Engine owner = network.engine();
        if (provider.name().equals(Engines.DL4J)) {
            return new TrainingEngine(owner, owner);
        }
        Engine engine = provider.create(network.architecture());
        try {
            engine.setParameters(owner.parameters());
            engine.restore(owner.state());
            return new TrainingEngine(owner, engine);
        } catch (RuntimeException | Error e) {
            engine.close();
            throw e;
        }
    }

    Engine engine() {
        return engine;
    }

    /** Gives the network the parameters as they are now. */
    void returnParameters() {
        if (engine != owner) {
            owner.setParameters(engine.parameters());
        }
    }

    /** Gives the network all that was learned, and frees the engine. */
    @Override
    public void close() {
        if (engine != owner) {
            try (engine) {
                returnParameters();
                owner.restore(engine.state());
            }
        }
    }
}
