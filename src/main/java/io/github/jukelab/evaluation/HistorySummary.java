package io.github.jukelab.evaluation;

import static io.github.jukelab.Phrases.percent;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a {@link History} says, in sentences. */
final class HistorySummary {

    private final History history;
    private final Epoch best;
    private final Epoch last;
    private final List<Epoch> epochs;
    /** What is held out of training, such as {@code validation}. */
    private final String subset;

    private HistorySummary(History history, String subset) {
        this.history = history;
        this.epochs = history.epochs();
        this.best = history.best();
        this.last = history.last();
        this.subset = subset;
    }

    static String of(History history, String subset) {
        if (history.epochs().isEmpty()) {
            return history.isPartial()
                    ? "None of " + history.planned().getAsInt() + " epochs was finished."
                    : "No epoch was finished.";
        }
        HistorySummary summary = new HistorySummary(history, subset);
        return summary.bestEpoch() + summary.training() + summary.loss();
    }

    private String bestEpoch() {
        String score = best.score() == best.validationAccuracy()
                ? ""
                : ", or " + percent(best.score()) + " if each label counts the same";
        return which() + " " + percent(best.validationAccuracy()) + " of the " + subset + " set are correct" + score
                + ".";
    }

    private String which() {
        if (epochs.size() == 1) {
            return history.isPartial()
                    ? "In the first of " + history.planned().getAsInt() + " epochs"
                    : "In the only epoch";
        }
        String start = history.isPartial()
                ? "After " + epochs.size() + " of " + history.planned().getAsInt() + " epochs the best"
                : "The best of " + epochs.size() + " epochs";
        return start + " is number " + best.number() + (best == last ? ", the last one" : "") + ": in it";
    }

    private String training() {
        if (epochs.size() == 1) {
            return " Of the training set it is " + percent(last.accuracy()) + ".";
        }
        Epoch first = epochs.get(0);
        String rates =
                " On the training set it goes from " + percent(first.accuracy()) + " to " + percent(last.accuracy());
        if (last.accuracy() <= first.accuracy()) {
            return rates + ", not more than in the first epoch.";
        }
        if (best == last) {
            return rates + ": more epochs may give more.";
        }
        String end = ", on the " + subset + " set it ends at " + percent(last.validationAccuracy());
        return rates
                + end
                + (last.accuracy() > best.accuracy() && lowest().number() <= best.number()
                        ? ": after epoch " + best.number() + " only the training set gains."
                        : ".");
    }

    private String loss() {
        Optional<Epoch> failed = epochs.stream()
                .filter(epoch -> Double.isNaN(epoch.loss()) || Double.isNaN(epoch.validationLoss()))
                .findFirst();
        if (failed.isPresent()) {
            return " From epoch " + failed.get().number() + " on the loss is not a number: the training has failed.";
        }
        Epoch lowest = lowest();
        if (lowest != last) {
            return String.format(
                    Locale.ROOT,
                    " The loss on the %s set is lowest in epoch %d, %.3f, and %.3f at the end.",
                    subset,
                    lowest.number(),
                    lowest.validationLoss(),
                    last.validationLoss());
        }
        return best == last
                ? ""
                : String.format(
                        Locale.ROOT,
                        " The loss on the %s set is lowest at the end, %.3f, from %.3f in epoch %d.",
                        subset,
                        last.validationLoss(),
                        best.validationLoss(),
                        best.number());
    }

    /** The first epoch with the lowest loss on what is held out. */
    private Epoch lowest() {
        return epochs.stream()
                .min(Comparator.comparingDouble(Epoch::validationLoss))
                .orElseThrow();
    }
}
