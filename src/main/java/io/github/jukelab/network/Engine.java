package io.github.jukelab.network;

import java.util.function.Supplier;

/**
 * What computes a network: all that the loop over epochs and predictions need. It owns the parameters and the state of
 * the optimiser. Not thread-safe.
 */
interface Engine {

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
     * @param memory its numbers, in DL4J's order, such as means and mean squares for Adam; none for plain gradient
     *     descent and before the first step
     * @param steps made since the parameters were drawn or read from a file
     */
    record State(float[] memory, int steps) {}

    /** Updates the parameters once. */
    Step train(Batch batch);

    /** The outputs for each example, without dropout. */
    float[][] outputs(Batch batch);

    /** The regularisation that belongs to the loss. */
    double regularisation();

    /** A copy of all parameters, in an order of its own. */
    float[] parameters();

    void setParameters(float[] parameters);

    /** Multiplies the loss of each example by the weight of its label; removed by an empty array. */
    void setLabelWeights(double[] weights);

    /** A copy of what the optimiser remembers. */
    State state();

    /**
     * Goes on from a state: with the same parameters, the next steps are those that followed it, bit by bit.
     *
     * @param state of a network of the same architecture
     */
    void restore(State state);

    /** Forgets the state of the optimiser, such as momentum. */
    void resetState();

    double learningRate();

    void setLearningRate(double rate);

    /** Seeds the random numbers of dropout. */
    void setSeed(long seed);

    /** Does a long work, such as a training, with the number of threads that suits the size of the network. */
    <T> T run(Supplier<T> work);
}
