package io.github.jukelab.libtorch;

import io.github.jukelab.network.Optimizer;
import java.util.List;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * How an optimiser changes parameters: the formulas of DL4J, which are Keras', in place. libtorch's own are others: its
 * Adam adds epsilon after the correction for the first steps, these before it, and its RMSProp begins at 0.
 */
interface UpdateRule {

    /** How many numbers it remembers for each parameter. */
    int memories();

    /** What they are before the first step. */
    default double initialMemory() {
        return 0;
    }

    /**
     * What one step does to every piece of the parameters.
     *
     * @param rate learning rate
     * @param number of the step, from 1
     */
    Step step(double rate, int number);

    /** Changes a piece of the parameters by its gradient. */
    @FunctionalInterface
    interface Step {
        /** @param spare as long as the piece, for results between */
        void apply(Tensor parameters, Tensor gradient, List<Tensor> memory, Tensor spare);
    }

    static UpdateRule of(Optimizer optimizer) {
        if (optimizer instanceof Optimizer.Adam adam) {
            return new Adam(adam.beta1(), adam.beta2(), adam.epsilon());
        }
        if (optimizer instanceof Optimizer.RmsProp rms) {
            return new RmsProp(rms.rho(), rms.epsilon());
        }
        Optimizer.Sgd sgd = (Optimizer.Sgd) optimizer;
        return sgd.momentum() == 0 && sgd.decay() == 0 ? new Descent() : new Momentum(sgd.momentum(), sgd.decay());
    }

    /** Adam. */
    record Adam(double beta1, double beta2, double epsilon) implements UpdateRule {

        @Override
        public int memories() {
            return 2;
        }

        @Override
        public Step step(double rate, int number) {
            double corrected = rate * Math.sqrt(1 - Math.pow(beta2, number)) / (1 - Math.pow(beta1, number));
            Scalar keepMean = new Scalar(beta1);
            Scalar addMean = new Scalar(1 - beta1);
            Scalar keepSquare = new Scalar(beta2);
            Scalar addSquare = new Scalar(1 - beta2);
            Scalar least = new Scalar(epsilon);
            Scalar down = new Scalar(-corrected);
            return (parameters, gradient, memory, spare) -> {
                Tensor mean = memory.get(0).mul_(keepMean).add_(gradient, addMean);
                Tensor square = memory.get(1).mul_(keepSquare).addcmul_(gradient, gradient, addSquare);
                parameters.addcdiv_(mean, torch.sqrt_out(spare, square).add_(least), down);
            };
        }
    }

    /** RMSProp. */
    record RmsProp(double rho, double epsilon) implements UpdateRule {

        @Override
        public int memories() {
            return 1;
        }

        @Override
        public double initialMemory() {
            return epsilon;
        }

        @Override
        public Step step(double rate, int number) {
            Scalar keep = new Scalar(rho);
            Scalar add = new Scalar(1 - rho);
            Scalar least = new Scalar(epsilon);
            Scalar down = new Scalar(-rate);
            return (parameters, gradient, memory, spare) -> {
                Tensor square = memory.get(0).mul_(keep).addcmul_(gradient, gradient, add);
                parameters.addcdiv_(gradient, torch.sqrt_out(spare, square).add_(least), down);
            };
        }
    }

    /** Keras' momentum, not Nesterov's, with a rate that decays. */
    record Momentum(double momentum, double decay) implements UpdateRule {

        @Override
        public int memories() {
            return 1;
        }

        @Override
        public Step step(double rate, int number) {
            Scalar keep = new Scalar(momentum);
            Scalar down = new Scalar(-rate / (1 + decay * (number - 1)));
            return (parameters, gradient, memory, spare) ->
                    parameters.add_(memory.get(0).mul_(keep).add_(gradient, down));
        }
    }

    /** Plain gradient descent. */
    record Descent() implements UpdateRule {

        @Override
        public int memories() {
            return 0;
        }

        @Override
        public Step step(double rate, int number) {
            Scalar down = new Scalar(-rate);
            return (parameters, gradient, memory, spare) -> parameters.add_(gradient, down);
        }
    }
}
