package io.github.jukelab.network;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** DL4J under another name, for tests of what a training does with an engine that is not the network's own. */
public final class OtherEngine implements Engine {

    static final String NAME = "other";
    static final String MISSING = "missing";

    /** Those that were made, in order. */
    static final List<OtherEngine> MADE = new ArrayList<>();

    /** For the service loader. */
    public static final class Provider implements EngineProvider {

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public String description() {
            return "other 1.0";
        }

        @Override
        public Optional<String> obstacle() {
            return Optional.empty();
        }

        @Override
        public Engine create(Architecture architecture) {
            OtherEngine engine = new OtherEngine(architecture);
            MADE.add(engine);
            return engine;
        }
    }

    /** One that cannot be used. */
    public static final class Missing implements EngineProvider {

        @Override
        public String name() {
            return MISSING;
        }

        @Override
        public String description() {
            return "missing 1.0";
        }

        @Override
        public Optional<String> obstacle() {
            return Optional.of("it is not installed: install it");
        }

        @Override
        public Engine create(Architecture architecture) {
            throw new AssertionError("it cannot be used");
        }
    }

    private final Engine inner;
    boolean closed;

    private OtherEngine(Architecture architecture) {
        inner = Dl4jEngine.of(architecture);
    }

    @Override
    public Step train(Batch batch) {
        return inner.train(batch);
    }

    @Override
    public float[][] outputs(Batch batch) {
        return inner.outputs(batch);
    }

    @Override
    public double regularisation() {
        return inner.regularisation();
    }

    @Override
    public float[] parameters() {
        return inner.parameters();
    }

    @Override
    public void setParameters(float[] parameters) {
        inner.setParameters(parameters);
    }

    @Override
    public void setLabelWeights(double[] weights) {
        inner.setLabelWeights(weights);
    }

    @Override
    public State state() {
        return inner.state();
    }

    @Override
    public void restore(State state) {
        inner.restore(state);
    }

    @Override
    public void resetState() {
        inner.resetState();
    }

    @Override
    public double learningRate() {
        return inner.learningRate();
    }

    @Override
    public void setLearningRate(double rate) {
        inner.setLearningRate(rate);
    }

    @Override
    public void setSeed(long seed) {
        inner.setSeed(seed);
    }

    @Override
    public <T> T run(Supplier<T> work) {
        return inner.run(work);
    }

    @Override
    public void close() {
        inner.close();
        closed = true;
    }
}
