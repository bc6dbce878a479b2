package io.github.jukelab.network;

import java.util.function.Supplier;

/**
 * What computes a network: all that the loop over epochs and predictions need. It owns the parameters and the state of
 * the optimiser. Not thread-safe.
 *
 * <p>All engines have their numbers in the same order, DL4J's, so that what one has trained another can go on with.
 * Parameters: layer by layer, for a convolution its biases and then its kernels [filter, channel, row, column], for a
 * dense layer its weights [unit, input] and then its biases, for a batch normalisation gamma, beta, means and the decimal
 * logarithms of the standard deviations.
 */
public interface Engine extends AutoCloseable {

    /**
     * The result of one update.
     *
     * @param loss mean over the batch, with the weights of the labels, plus the regularisation, before the update
     * @param correct examples that were predicted correctly, with dropout active
     */
    record Step(double loss, int correct) {}

    /**
     * What the optimiser remembers from step to step.
     *
     * @param memory its numbers: for each run of parameters that gradients change (a batch normalisation ends a run,
     *     since its means and deviations are not changed by gradients) first all means and then all mean squares for
     *     Adam, the mean squares for RMSProp, the last step for momentum; none for plain gradient descent, and there may
     *     be none before the first step
     * @param steps made since the parameters were drawn or read from a file
     */
    record State(float[] memory, int steps) {

        /**
         * Copies the numbers.
         *
         * @param memory of the optimiser
         * @param steps made so far
         */
        public State {
            memory = memory.clone();
        }

        /**
         * The numbers.
         *
         * @return a copy
         */
        @Override
        public float[] memory() {
            return memory.clone();
        }

        @Override
        public String toString() {
            return "State[" + memory.length + " numbers after " + steps + " steps]";
        }
    }

    /**
     * Updates the parameters once.
     *
     * @param batch examples with labels
     * @return loss and accuracy before the update
     */
    Step train(Batch batch);

    /**
     * The outputs, without dropout and with the means and deviations of batch normalisations.
     *
     * @param batch examples
     * @return one row per example, one number per label: probabilities; for {@link Loss#RAW_BINARY_CROSSENTROPY} the
     *     sums of the last layer
     */
    float[][] outputs(Batch batch);

    /**
     * The regularisation that belongs to the loss.
     *
     * @return at least 0
     */
    double regularisation();

    /**
     * A copy of all parameters.
     *
     * @return as many as {@link Architecture#parameters}
     */
    float[] parameters();

    /**
     * Sets all parameters.
     *
     * @param parameters of a network of the same architecture
     */
    void setParameters(float[] parameters);

    /**
     * Multiplies the loss of each example by the weight of its label.
     *
     * @param weights one per label; an empty array removes them
     */
    void setLabelWeights(double[] weights);

    /**
     * A copy of what the optimiser remembers.
     *
     * @return for {@link #restore}
     */
    State state();

    /**
     * Goes on from a state: with the same parameters, the next steps are those that followed it, bit by bit in the same
     * engine.
     *
     * @param state of a network of the same architecture
     */
    void restore(State state);

    /** Forgets what the optimiser remembers, but not the number of steps. */
    void resetState();

    /**
     * The learning rate, before a decay of the optimiser.
     *
     * @return positive
     */
    double learningRate();

    /**
     * Sets the learning rate of the next steps.
     *
     * @param rate positive
     */
    void setLearningRate(double rate);

    /**
     * Seeds the random numbers of dropout. They are the engine's own: the same seed drops other values in another engine.
     *
     * @param seed any
     */
    void setSeed(long seed);

    /**
     * Does a long work, such as a training, with the number of threads that suits the size of the network.
     *
     * @param work done in the calling thread
     * @param <T> what it gives
     * @return what the work gives
     */
    <T> T run(Supplier<T> work);

    /** Frees the memory outside the heap. The engine cannot be used afterwards. */
    @Override
    void close();
}
