package io.github.jukelab.network;

import java.util.Map;
import java.util.Objects;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.GradientUpdater;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.schedule.ISchedule;
import org.nd4j.shade.jackson.annotation.JsonCreator;
import org.nd4j.shade.jackson.annotation.JsonProperty;

/**
 * Gradient descent with momentum and a rate that decays with each step: Keras' {@code SGD(lr, momentum, decay)}. DL4J's
 * own momentum is Nesterov's, which takes other steps. Step {@code i}, counted from 0, computes {@code v = momentum v -
 * rate / (1 + decay i) gradient} and adds {@code v} to the weights. The learning rate that is read and set is the one
 * before the decay, as in Keras. DL4J requires that it can be changed, and clones it for each layer.
 */
final class Momentum implements IUpdater {

    private static final long serialVersionUID = 1;
    private static final String VELOCITY = "V";

    private double rate;
    private final double momentum;
    private final double decay;

    @JsonCreator
    Momentum(
            @JsonProperty("rate") double rate,
            @JsonProperty("momentum") double momentum,
            @JsonProperty("decay") double decay) {
        this.rate = rate;
        this.momentum = momentum;
        this.decay = decay;
    }

    Optimizer optimizer() {
        return new Optimizer.Sgd(rate, momentum, decay);
    }

    @Override
    public long stateSize(long parameters) {
        return parameters;
    }

    @Override
    public GradientUpdater<Momentum> instantiate(INDArray velocity, boolean reset) {
        if (reset) {
            velocity.assign(0);
        }
        return new Steps(this, velocity);
    }

    @Override
    public GradientUpdater<Momentum> instantiate(Map<String, INDArray> state, boolean reset) {
        return instantiate(state.get(VELOCITY), reset);
    }

    @Override
    public double getLearningRate(int iteration, int epoch) {
        return rate;
    }

    @Override
    public boolean hasLearningRate() {
        return true;
    }

    @Override
    public void setLrAndSchedule(double rate, ISchedule none) {
        this.rate = rate;
    }

    @Override
    public Momentum clone() {
        return new Momentum(rate, momentum, decay);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Momentum that && rate == that.rate && momentum == that.momentum && decay == that.decay;
    }

    @Override
    public int hashCode() {
        return Objects.hash(rate, momentum, decay);
    }

    /** The velocity of some weights. */
    private static final class Steps implements GradientUpdater<Momentum> {

        private final Momentum settings;
        private INDArray velocity;

        Steps(Momentum settings, INDArray velocity) {
            this.settings = settings;
            this.velocity = velocity;
        }

        /** Replaces the gradient by the step that DL4J subtracts from the weights. */
        @Override
        public void applyUpdater(INDArray gradient, int iteration, int epoch) {
            double rate = settings.rate / (1 + settings.decay * iteration);
            velocity.muli(settings.momentum).subi(gradient.muli(rate));
            gradient.assign(velocity).negi();
        }

        @Override
        public Momentum getConfig() {
            return settings;
        }

        @Override
        public Map<String, INDArray> getState() {
            return Map.of(VELOCITY, velocity);
        }

        @Override
        public void setState(Map<String, INDArray> state, boolean reset) {
            setStateViewArray(state.get(VELOCITY), null, ' ', reset);
        }

        @Override
        public void setStateViewArray(INDArray view, long[] shape, char order, boolean reset) {
            velocity = view;
            if (reset) {
                velocity.assign(0);
            }
        }
    }
}
