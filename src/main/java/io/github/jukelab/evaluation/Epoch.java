package io.github.jukelab.evaluation;

/**
 * What one pass over the training data brought.
 *
 * @param number from 1 up
 * @param loss mean training loss, with regularisation
 * @param accuracy share of training examples right, in [0, 1]
 * @param validationLoss mean loss on the validation side
 * @param validationAccuracy share of validation examples right, in [0, 1]
 * @param learningRate the rate used in this epoch
 * @param seconds time taken, training and validation together
 */
public record Epoch(
        int number,
        double loss,
        double accuracy,
        double validationLoss,
        double validationAccuracy,
        double learningRate,
        double seconds) {}
