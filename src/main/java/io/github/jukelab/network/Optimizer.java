package io.github.jukelab.network;

import static io.github.jukelab.Phrases.number;

import io.github.jukelab.Require;

/** How gradients change the weights; names and constants are those of Keras. */
public sealed interface Optimizer {

    /**
     * The learning rate at the start.
     *
     * @return positive
     */
    double rate();

    private static void requireShare(String name, double value) {
        if (!(value >= 0 && value < 1)) {
            throw new IllegalArgumentException(name + " must be in [0, 1), got " + value);
        }
    }

    /**
     * Adam.
     *
     * @param rate learning rate, positive
     * @param beta1 decay of the mean of the gradients, in [0, 1)
     * @param beta2 decay of the mean of their squares, in [0, 1)
     * @param epsilon added to the root of the mean square, positive
     * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba, Adam (2015)</a>
     */
    record Adam(double rate, double beta1, double beta2, double epsilon) implements Optimizer {

        /**
         * Checks the numbers.
         *
         * @param rate positive
         * @param beta1 in [0, 1)
         * @param beta2 in [0, 1)
         * @param epsilon positive
         * @throws IllegalArgumentException if a number is out of its range
         */
        public Adam {
            Require.positive("rate", rate);
            requireShare("beta1", beta1);
            requireShare("beta2", beta2);
            Require.positive("epsilon", epsilon);
        }

        /**
         * With Keras' constants.
         *
         * @param rate learning rate; 0.001 in Keras
         */
        public Adam(double rate) {
            this(rate, 0.9, 0.999, 1e-7);
        }

        /** With Keras' names. */
        @Override
        public String toString() {
            return "Adam(learning_rate " + number(rate) + ", beta_1 " + number(beta1) + ", beta_2 " + number(beta2)
                    + ", epsilon " + number(epsilon) + ")";
        }
    }

    /**
     * RMSprop.
     *
     * @param rate learning rate, positive
     * @param rho decay of the mean of the squared gradients, in [0, 1)
     * @param epsilon added to the root of the mean square, positive
     */
    record RmsProp(double rate, double rho, double epsilon) implements Optimizer {

        /**
         * Checks the numbers.
         *
         * @param rate positive
         * @param rho in [0, 1)
         * @param epsilon positive
         * @throws IllegalArgumentException if a number is out of its range
         */
        public RmsProp {
            Require.positive("rate", rate);
            requireShare("rho", rho);
            Require.positive("epsilon", epsilon);
        }

        /**
         * With Keras' constants.
         *
         * @param rate learning rate; 0.001 in Keras
         */
        public RmsProp(double rate) {
            this(rate, 0.9, 1e-7);
        }

        /** With Keras' names. */
        @Override
        public String toString() {
            return "RMSprop(learning_rate " + number(rate) + ", rho " + number(rho) + ", epsilon " + number(epsilon)
                    + ")";
        }
    }

    /**
     * Gradient descent, as Keras 2's {@code SGD(lr, momentum, decay)}: step {@code i}, counted from 0, takes the rate
     * {@code rate / (1 + decay i)}.
     *
     * @param rate learning rate, positive
     * @param momentum share of the last step that is repeated, in [0, 1); 0 for none
     * @param decay of the rate per step, at least 0; 0 for none
     */
    record Sgd(double rate, double momentum, double decay) implements Optimizer {

        /**
         * Checks the numbers.
         *
         * @param rate positive
         * @param momentum in [0, 1)
         * @param decay at least 0
         * @throws IllegalArgumentException if a number is out of its range
         */
        public Sgd {
            Require.positive("rate", rate);
            requireShare("momentum", momentum);
            if (!(decay >= 0 && decay < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("decay must be at least 0 and finite, got " + decay);
            }
        }

        /**
         * Plain gradient descent.
         *
         * @param rate learning rate; 0.01 in Keras
         */
        public Sgd(double rate) {
            this(rate, 0, 0);
        }

        /** With Keras' names. */
        @Override
        public String toString() {
            return "SGD(learning_rate " + number(rate) + ", momentum " + number(momentum) + ", decay " + number(decay)
                    + ")";
        }
    }
}
