package io.github.jukelab.network;

/** How gradients change the weights; names and constants are those of Keras. */
public sealed interface Optimizer {

    /**
     * The learning rate at the start.
     *
     * @return positive
     */
    double rate();

    /**
     * Adam.
     *
     * @param rate learning rate
     * @param beta1 decay of the mean of the gradients
     * @param beta2 decay of the mean of their squares
     * @param epsilon added to the root of the mean square
     * @see <a href="https://arxiv.org/abs/1412.6980">Kingma and Ba, Adam (2015)</a>
     */
    record Adam(double rate, double beta1, double beta2, double epsilon) implements Optimizer {

        /**
         * With Keras' constants.
         *
         * @param rate learning rate; 0.001 in Keras
         */
        public Adam(double rate) {
            this(rate, 0.9, 0.999, 1e-7);
        }
    }

    /**
     * RMSprop.
     *
     * @param rate learning rate
     * @param rho decay of the mean of the squared gradients
     * @param epsilon added to the root of the mean square
     */
    record RmsProp(double rate, double rho, double epsilon) implements Optimizer {

        /**
         * With Keras' constants.
         *
         * @param rate learning rate; 0.001 in Keras
         */
        public RmsProp(double rate) {
            this(rate, 0.9, 1e-7);
        }
    }

    /**
     * Gradient descent, as Keras 2's {@code SGD(lr, momentum, decay)}: step {@code i}, counted from 0, takes the rate
     * {@code rate / (1 + decay i)}.
     *
     * @param rate learning rate
     * @param momentum share of the last step that is repeated, in [0, 1); 0 for none
     * @param decay of the rate per step; 0 for none
     */
    record Sgd(double rate, double momentum, double decay) implements Optimizer {

        /**
         * Plain gradient descent.
         *
         * @param rate learning rate; 0.01 in Keras
         */
        public Sgd(double rate) {
            this(rate, 0, 0);
        }
    }
}
