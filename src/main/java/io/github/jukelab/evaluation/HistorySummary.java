package io.github.jukelab.evaluation;

import static io.github.jukelab.Phrases.count;
import static io.github.jukelab.Phrases.percent;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** What a {@link History} says, in sentences. */
final class HistorySummary {

    private final Epoch best;
    private final Epoch last;
    private final List<Epoch> epochs;
    /** What is held out of training, such as {@code validation}. */
    private final String subset;

    private HistorySummary(History history, String subset) {
        this.epochs = history.epochs();
        this.best = history.best();
        this.last = history.last();
        this.subset = subset;
    }

    static String of(History history, String subset) {
        if (history.epochs().isEmpty()) {
            return "No epoch was finished.";
        }
        HistorySummary summary = new HistorySummary(history, subset);
        return summary.bestEpoch() + summary.end() + summary.loss();
    }

    private String bestEpoch() {
        String what = epochs.size() == 1
                ? "After the only epoch"
                : "Epoch " + best.number() + " of " + epochs.size() + " is the best: in it";
        String score = best.score() == best.validationAccuracy()
                ? ""
                : ", or " + percent(best.score()) + " if each label counts the same";
        return String.format(
                Locale.ROOT,
                "%s %s of the %s set are correct%s, with a loss of %.3f.",
                what,
                percent(best.validationAccuracy()),
                subset,
                score,
                best.validationLoss());
    }

    private String end() {
        String rates = percent(last.accuracy()) + " of the training set and " + percent(last.validationAccuracy())
                + " of the " + subset + " set";
        if (last == best) {
            return epochs.size() == 1
                    ? " Of the training set it is " + percent(last.accuracy()) + "."
                    : " That is the last epoch, with " + percent(last.accuracy())
                            + " of the training set: more epochs may give more.";
        }
        boolean learning = last.accuracy() > best.accuracy();
        return " At the end it is " + rates
                + (learning ? ": what it went on to learn helped with the training set only." : ".");
    }

    private String loss() {
        Epoch lowest = epochs.stream()
                .filter(epoch -> !Double.isNaN(epoch.validationLoss()))
                .min(Comparator.comparingDouble(Epoch::validationLoss))
                .orElse(last);
        return lowest == last
                ? ""
                : String.format(
                        Locale.ROOT,
                        " The loss on the %s set is lowest in epoch %d (%.3f) and %.3f at the end.",
                        subset,
                        lowest.number(),
                        lowest.validationLoss(),
                        last.validationLoss());
    }
}
