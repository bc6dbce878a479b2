package io.github.jukelab.classic;

import java.util.OptionalDouble;

/**
 * Takes the numbers of a {@link ClassicalModel}, for whoever computes its probabilities elsewhere. Values are
 * standardised, in the order of the preprocessing; labels are indexes. All arrays are copies.
 *
 * @param <T> what is made of them
 */
public interface ModelVisitor<T> {

    /**
     * Logistic regression: probabilities are the softmax of the scores.
     *
     * @param weights of each label, one per value, [label][value]
     * @param intercepts of each label; negative infinity for a label that was not in training
     * @return what is made of it
     */
    T logisticRegression(double[][] weights, double[] intercepts);

    /**
     * A support vector machine: each pair of labels has a decision value, the sum of the weighted kernel values and the
     * bias, and votes for its first label if that is above 0, else for its second. Probabilities are the shares of the
     * votes.
     *
     * @param gamma of the kernel {@code exp(-gamma distance²)}; empty if it is the scalar product
     * @param supportVectors [vector][value]
     * @param weights of each pair, one per support vector, [pair][vector]
     * @param biases of each pair
     * @param pairs the two labels of each pair, [pair][2]
     * @return what is made of it
     */
    T svm(OptionalDouble gamma, double[][] supportVectors, double[][] weights, double[] biases, int[][] pairs);

    /**
     * Nearest neighbours by Euclidean distance, of equally near ones the first: probabilities are the shares of their
     * labels.
     *
     * @param k the number of neighbours
     * @param training the training vectors, [vector][value]
     * @param actual the label of each
     * @return what is made of it
     */
    T nearestNeighbours(int k, double[][] training, int[] actual);
}
