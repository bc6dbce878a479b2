package io.github.jukelab.provenance;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.evaluation.History;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * The epochs of a training as lists of numbers, rounded to six digits, to be kept in a run card: about 50 bytes per
 * epoch.
 *
 * @param loss mean training loss of each epoch
 * @param accuracy share of training examples predicted correctly
 * @param validationLoss mean loss on the validation set
 * @param validationAccuracy share of validation examples predicted correctly
 * @param learningRate the rate used
 * @param seconds time taken
 * @param score decides which epoch is the best; empty if it is the validation accuracy
 */
public record Curve(
        List<Double> loss,
        List<Double> accuracy,
        List<Double> validationLoss,
        List<Double> validationAccuracy,
        List<Double> learningRate,
        List<Double> seconds,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Double> score) {

    private static final MathContext SIX_DIGITS = new MathContext(6);

    /**
     * Copies the lists.
     *
     * @param loss of each epoch
     * @param accuracy of each epoch
     * @param validationLoss of each epoch
     * @param validationAccuracy of each epoch
     * @param learningRate of each epoch
     * @param seconds of each epoch
     * @param score of each epoch, or empty
     * @throws IllegalArgumentException if one is missing or they are not of the same length
     */
    public Curve {
        requireThere("loss", loss);
        requireThere("accuracy", accuracy);
        requireThere("validationLoss", validationLoss);
        requireThere("validationAccuracy", validationAccuracy);
        requireThere("learningRate", learningRate);
        requireThere("seconds", seconds);
        loss = List.copyOf(loss);
        accuracy = List.copyOf(accuracy);
        validationLoss = List.copyOf(validationLoss);
        validationAccuracy = List.copyOf(validationAccuracy);
        learningRate = List.copyOf(learningRate);
        seconds = List.copyOf(seconds);
        score = score == null ? List.of() : List.copyOf(score);
        int epochs = loss.size();
        for (List<Double> other : List.of(accuracy, validationLoss, validationAccuracy, learningRate, seconds)) {
            requireEpochs(epochs, other);
        }
        requireEpochs(score.isEmpty() ? 0 : epochs, score);
    }

    private static void requireThere(String name, List<Double> values) {
        if (values == null || values.stream().anyMatch(Objects::isNull)) {
            throw new IllegalArgumentException("a curve has no " + name);
        }
    }

    private static void requireEpochs(int epochs, List<Double> values) {
        if (values.size() != epochs) {
            throw new IllegalArgumentException(
                    "the lists of a curve must be of one length, got " + epochs + " and " + values.size());
        }
    }

    /**
     * The curve of a training.
     *
     * @param history its epochs
     * @return rounded
     */
    public static Curve of(History history) {
        boolean plain = history.epochs().stream().allMatch(epoch -> epoch.score() == epoch.validationAccuracy());
        return new Curve(
                values(history, Epoch::loss),
                values(history, Epoch::accuracy),
                values(history, Epoch::validationLoss),
                values(history, Epoch::validationAccuracy),
                values(history, Epoch::learningRate),
                values(history, Epoch::seconds),
                plain ? List.of() : values(history, Epoch::score));
    }

    private static List<Double> values(History history, ToDoubleFunction<Epoch> value) {
        return history.epochs().stream()
                .map(epoch -> new BigDecimal(value.applyAsDouble(epoch), SIX_DIGITS).doubleValue())
                .toList();
    }

    /**
     * The epochs, for a figure.
     *
     * @return numbered from 1 up
     */
    public History history() {
        List<Double> deciding = score.isEmpty() ? validationAccuracy : score;
        return new History(IntStream.range(0, loss.size())
                .mapToObj(i -> new Epoch(
                        i + 1,
                        loss.get(i),
                        accuracy.get(i),
                        validationLoss.get(i),
                        validationAccuracy.get(i),
                        learningRate.get(i),
                        seconds.get(i),
                        deciding.get(i)))
                .toList());
    }

    /** Without the numbers. */
    @Override
    public String toString() {
        return "Curve[" + history() + "]";
    }
}
