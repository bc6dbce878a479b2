package io.github.jukelab.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * The epochs of one training, first to last.
 *
 * <p>Notebook: 00-quick-tour
 *
 * @param epochs numbered 1, 2, 3 …; may be empty if training was stopped within the first
 * @param planned how many there were to be at most; empty if that is not known, as of a curve that is read from a file
 */
public record History(List<Epoch> epochs, OptionalInt planned) {

    /**
     * Checks the numbering.
     *
     * @param epochs numbered 1, 2, 3 …
     * @param planned not fewer than there are
     * @throws IllegalArgumentException if a number is out of order, or there are more epochs than planned
     */
    public History {
        epochs = List.copyOf(epochs);
        for (int i = 0; i < epochs.size(); i++) {
            if (epochs.get(i).number() != i + 1) {
                throw new IllegalArgumentException("epochs must be numbered 1, 2, 3 …, got "
                        + epochs.get(i).number() + " as number " + (i + 1));
            }
        }
        if (epochs.size() > planned.orElse(epochs.size())) {
            throw new IllegalArgumentException(
                    "there are " + epochs.size() + " epochs, but " + planned.getAsInt() + " were planned");
        }
    }

    /**
     * Epochs of which it is not known how many were planned.
     *
     * @param epochs numbered 1, 2, 3 …
     * @throws IllegalArgumentException if a number is out of order
     */
    public History(List<Epoch> epochs) {
        this(epochs, OptionalInt.empty());
    }

    /**
     * Whether there are fewer epochs than planned: the training goes on, was interrupted, or its patience is exhausted.
     *
     * @return false if it is not known how many were planned
     */
    public boolean isPartial() {
        return epochs.size() < planned.orElse(epochs.size());
    }

    /**
     * The epoch with the highest score, which is the validation accuracy, or the balanced one if the training has class
     * weights; on a tie the one with the lowest validation loss, then the
     * earliest. Accuracy decides since it is the final result: the loss may rise through a few confident mistakes while
     * accuracy still improves.
     *
     * @return the best epoch
     * @throws java.util.NoSuchElementException if there is none
     */
    public Epoch best() {
        return epochs.stream()
                .min(Comparator.comparingDouble((Epoch epoch) -> -orIfNaN(epoch.score(), 0))
                        .thenComparingDouble(epoch -> orIfNaN(epoch.validationLoss(), Double.POSITIVE_INFINITY)))
                .orElseThrow();
    }

    private static double orIfNaN(double value, double otherwise) {
        return Double.isNaN(value) ? otherwise : value;
    }

    /**
     * The duration of training, with the validation after each epoch.
     *
     * @return seconds of all epochs
     */
    public double seconds() {
        return epochs.stream().mapToDouble(Epoch::seconds).sum();
    }

    /**
     * The epoch that training ended with: the result of a network whose best weights are not restored.
     *
     * @return the last epoch
     * @throws java.util.NoSuchElementException if there is none
     */
    public Epoch last() {
        return epochs.stream().reduce((earlier, later) -> later).orElseThrow();
    }

    /**
     * The training in plain sentences: the best epoch and what it reached, how many epochs there are of those planned if
     * it ended early, whether the training set gained and went on
     * gaining after that epoch, and where the loss on the held-out examples was lowest.
     *
     * @return such as {@code The best of 12 epochs is number 6: in it 66.3 % of the validation set are correct. …}
     */
    public String summary() {
        return summary("validation");
    }

    /**
     * The same where other examples than a validation set were held out, such as the test set in an article that has no
     * validation set.
     *
     * @param subset what sentences call it, such as {@code test}
     * @return the sentences
     */
    public String summary(String subset) {
        return HistorySummary.of(this, subset);
    }

    @Override
    public String toString() {
        if (epochs.isEmpty()) {
            return "History[no epochs]";
        }
        return String.format(
                Locale.ROOT,
                "History[%s, best %d: validation loss %.3f, accuracy %.1f %%]",
                isPartial()
                        ? epochs.size() + " of " + planned.getAsInt() + " epochs"
                        : epochs.size() == 1 ? "1 epoch" : epochs.size() + " epochs",
                best().number(),
                best().validationLoss(),
                100 * best().validationAccuracy());
    }
}
