package io.github.jukelab.evaluation;

import java.util.Locale;

/**
 * The losses and accuracies of one epoch of training.
 *
 * @param number from 1 up
 * @param loss mean training loss, with regularisation
 * @param accuracy share of training examples predicted correctly, in [0, 1]
 * @param validationLoss mean loss on the validation set
 * @param validationAccuracy share of validation examples predicted correctly, in [0, 1]
 * @param learningRate the rate used in this epoch
 * @param seconds time taken, training and validation together
 * @param score decides which epoch is the best: the validation accuracy, or with class weights the balanced validation
 *     accuracy, the mean share of correct predictions per label
 */
public record Epoch(
        int number,
        double loss,
        double accuracy,
        double validationLoss,
        double validationAccuracy,
        double learningRate,
        double seconds,
        double score) {

    /**
     * An epoch whose score is the validation accuracy.
     *
     * @param number from 1 up
     * @param loss mean training loss
     * @param accuracy share of training examples predicted correctly
     * @param validationLoss mean loss on the validation set
     * @param validationAccuracy share of validation examples predicted correctly
     * @param learningRate the rate used in this epoch
     * @param seconds time taken
     */
    public Epoch(
            int number,
            double loss,
            double accuracy,
            double validationLoss,
            double validationAccuracy,
            double learningRate,
            double seconds) {
        this(number, loss, accuracy, validationLoss, validationAccuracy, learningRate, seconds, validationAccuracy);
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Epoch[%d: loss %.3f, accuracy %.1f %%; validation loss %.3f, accuracy %.1f %%]",
                number,
                loss,
                100 * accuracy,
                validationLoss,
                100 * validationAccuracy);
    }
}
