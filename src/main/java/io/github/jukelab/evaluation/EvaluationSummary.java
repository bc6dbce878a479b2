package io.github.jukelab.evaluation;

import static io.github.jukelab.Phrases.count;
import static io.github.jukelab.Phrases.percent;

import io.github.jukelab.Phrases;
import io.github.jukelab.evaluation.ConfusionMatrix.Mistake;
import java.util.List;
import java.util.Locale;

/** What an {@link Evaluation} says, in sentences. */
final class EvaluationSummary {

    /** So many labels are named; of more, only their number is told. */
    private static final int NAMED = 3;

    private final Evaluation evaluation;
    private final ConfusionMatrix confusion;
    /** The labels that occur. */
    private final List<ClassMetrics> labels;

    private EvaluationSummary(Evaluation evaluation) {
        this.evaluation = evaluation;
        this.confusion = evaluation.confusion();
        this.labels = evaluation.report().classes().stream()
                .filter(label -> label.support() > 0)
                .toList();
    }

    static String of(Evaluation evaluation) {
        EvaluationSummary summary = new EvaluationSummary(evaluation);
        return summary.accuracy() + summary.baseline() + summary.byLabel() + summary.mistakes();
    }

    private String accuracy() {
        String verb = evaluation.total() == 1 ? " is" : " are";
        String what = evaluation.total() == evaluation.tracks()
                ? count(evaluation.total(), "track")
                : count(evaluation.total(), "segment") + " of " + count(evaluation.tracks(), "track");
        String balanced = evaluation.isUneven()
                ? ", or " + percent(evaluation.balancedAccuracy()) + " if each label counts the same"
                : "";
        Interval interval = evaluation.interval();
        return String.format(
                Locale.ROOT,
                "%,d of %s%s correct: %s%s, with a 95 %% interval from %.1f to %.1f %%%s.",
                evaluation.correct(),
                what,
                verb,
                percent(evaluation.accuracy()),
                balanced,
                100 * interval.low(),
                100 * interval.high(),
                units());
    }

    /** What the interval counts, unless it is what was counted before. */
    private String units() {
        if (evaluation.groups() > 0) {
            return " over " + count(evaluation.groups(), "group");
        }
        return evaluation.total() == evaluation.tracks() ? "" : " over tracks";
    }

    /** Compares with the most frequent label: always predicting it is correct at least as often as guessing is. */
    private String baseline() {
        if (labels.size() == 1) {
            return " All are " + labels.get(0).label()
                    + ", so this does not show whether labels can be told from each other.";
        }
        double majority = evaluation.majority();
        boolean even = majority - evaluation.chance() < 1e-9;
        String other = even ? "guessing" : "always predicting " + mostFrequent();
        String line = other + ", which is correct for " + percent(majority);
        Interval interval = evaluation.interval();
        if (interval.low() > majority) {
            return " That is clearly more than " + line + ".";
        }
        if (interval.high() < majority) {
            return " That is clearly less than " + line + ".";
        }
        String chance = !even && interval.low() > evaluation.chance()
                ? " It is clearly more than guessing, which is correct for " + percent(evaluation.chance()) + "."
                : "";
        return " Too few tracks to tell it from " + line + "." + chance;
    }

    private String mostFrequent() {
        return labels.stream()
                .reduce((most, label) -> label.support() > most.support() ? label : most)
                .orElseThrow()
                .label();
    }

    private String byLabel() {
        if (labels.size() == 1) {
            return "";
        }
        double best = labels.stream().mapToDouble(ClassMetrics::recall).max().orElseThrow();
        double worst = labels.stream().mapToDouble(ClassMetrics::recall).min().orElseThrow();
        if (best == worst) {
            return best == 1 || best == 0 ? "" : " All labels are recognised equally often.";
        }
        return " Recognised best: " + withRecall(best) + "; worst: " + withRecall(worst) + ".";
    }

    private String withRecall(double recall) {
        List<ClassMetrics> same =
                labels.stream().filter(label -> label.recall() == recall).toList();
        if (same.size() > NAMED) {
            return same.size() + " labels with " + percent(recall) + " each";
        }
        return Phrases.list(same.stream()
                .map(label -> label.label() + " (" + correct(label) + " of " + label.support() + ")")
                .toList());
    }

    private int correct(ClassMetrics label) {
        int index = confusion.labels().indexOf(label.label());
        return confusion.count(index, index);
    }

    private String mistakes() {
        List<Mistake> mistakes = confusion.mistakes();
        if (mistakes.isEmpty()) {
            return "";
        }
        Mistake first = mistakes.get(0);
        if (mistakes.size() == 1) {
            return " The only confusion: " + first + ".";
        }
        long others = mistakes.stream()
                .skip(1)
                .filter(mistake -> mistake.count() == first.count())
                .count();
        if (first.count() == 1) {
            return " No confusion occurs twice.";
        }
        String tie = others == 0 ? "" : ", and " + count((int) others, "other confusion") + " as often";
        return " The most frequent confusion: " + first + tie + ".";
    }
}
