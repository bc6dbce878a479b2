package io.github.jukelab.exercise;

import static io.github.jukelab.exercise.Verdict.text;

import io.github.jukelab.evaluation.Interval;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.RobustnessReport;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Exercises of the notebook {@code 10-horse-or-music}. */
final class HorseOrMusicExercises {

    private static final double NO_ANSWER_COST = 0.3;
    private static final double BORDER = 0.01;
    private static final double[] PROBABILITIES = {0.90, 0.08, 0.02};

    static final List<Exercise> ALL = List.of(
            Exercise.of(
                    "10.1",
                    "Ask of each test whether level and label still belong together in its files, as they did in training.",
                    Parameter.texts("tests"),
                    HorseOrMusicExercises::passedTests),
            Exercise.of(
                    "10.2",
                    "A ChangeEffect of report.effects() counts all turned answers, and those that become right or wrong by it.",
                    Parameter.number("tracks"),
                    Parameter.of("report", RobustnessReport.class),
                    Parameter.text("change"),
                    HorseOrMusicExercises::fromWrongToWrong),
            Exercise.of(
                    "10.3",
                    "Interval.wilson(0, n).high() is the upper end for n tracks of which none has turned. Count n up.",
                    Parameter.number("tracks"),
                    HorseOrMusicExercises::nothingTurned),
            Exercise.of(
                    "10.4",
                    "Write a method that adds up the costs of all rows for one threshold, and try many thresholds."
                            + " row.probability(row.predicted()) is how sure the model is.",
                    Parameter.number("threshold"),
                    Parameter.of("predictions", Predictions.class),
                    HorseOrMusicExercises::cheapestThreshold),
            Exercise.of(
                    "10.5",
                    "With T = 2 each probability is raised to 1/2. Then the three must sum to 1 again.",
                    Parameter.numbers("probabilities"),
                    HorseOrMusicExercises::twiceAsWarm));

    private HorseOrMusicExercises() {}

    private static Verdict passedTests(List<String> tests) {
        Set<String> named = Set.copyOf(tests);
        if (!Set.of("folds", "seeds", "interval", "volume", "swap").containsAll(named)) {
            return Verdict.notYet("the tests are folds, seeds, interval, volume and swap.");
        }
        if (named.contains("volume") || named.contains("swap")) {
            return Verdict.notYet("in one that you name, the level no longer says the label that it said in training.");
        }
        return Verdict.of(
                named.size() == 3,
                "they take other files of the same source, and in all of these the level says the label.",
                "one that you do not name takes files of the same source, too, however it deals or counts them.");
    }

    private static Verdict fromWrongToWrong(double tracks, RobustnessReport report, String change) {
        if (!report.after().containsKey(change)) {
            return Verdict.notYet("the report has no change of this name: take one of "
                    + String.join(", ", report.after().keySet()) + ".");
        }
        List<Prediction> before = report.before().rows();
        List<Prediction> after = report.after().get(change).rows();
        List<Integer> turned = IntStream.range(0, before.size())
                .filter(i -> before.get(i).predicted() != after.get(i).predicted())
                .boxed()
                .toList();
        long expected = turned.stream()
                .filter(i -> !before.get(i).correct() && !after.get(i).correct())
                .count();
        return Verdict.of(
                tracks == expected,
                text("of %d turned answers these change nothing in the accuracy.", turned.size()),
                text(
                        "%d answers turn. Leave out those that were right before, and those that are right after.",
                        turned.size()));
    }

    private static Verdict nothingTurned(double tracks) {
        if (tracks != Math.rint(tracks) || tracks < 1 || tracks > 1_000_000) {
            return Verdict.notYet("a whole number of tracks from 1 to a million is needed.");
        }
        double high = Interval.wilson(0, (int) tracks).high();
        if (high >= BORDER) {
            return Verdict.notYet(text("with so many the upper end is %.2f %%.", 100 * high));
        }
        return Verdict.of(
                tracks == 1 || Interval.wilson(0, (int) tracks - 1).high() >= BORDER,
                "so many say that a change is nearly harmless. Fewer only say that no harm was seen.",
                text("that is enough, with %.2f %%, but fewer would do.", 100 * high));
    }

    private static Verdict cheapestThreshold(double threshold, Predictions predictions) {
        if (threshold < 0 || threshold > 1) {
            return Verdict.notYet("a threshold is a probability, from 0 to 1.");
        }
        double cost = cost(predictions, threshold);
        double least = DoubleStream.concat(
                        DoubleStream.of(0, 1),
                        predictions.rows().stream().mapToDouble(HorseOrMusicExercises::confidence))
                .map(border -> cost(predictions, border))
                .min()
                .orElseThrow();
        int tracks = predictions.rows().size();
        return Verdict.of(
                cost <= 1.01 * least + 1e-9,
                text(
                        "it costs %.3f per track, and Chow's threshold, %.1f, costs %.3f on the same tracks.",
                        cost / tracks, 1 - NO_ANSWER_COST, cost(predictions, 1 - NO_ANSWER_COST) / tracks),
                text("it costs %.3f per track. Another threshold is cheaper: try many.", cost / tracks));
    }

    private static double cost(Predictions predictions, double threshold) {
        return predictions.rows().stream()
                .mapToDouble(row -> confidence(row) < threshold ? NO_ANSWER_COST : row.correct() ? 0 : 1)
                .sum();
    }

    private static double confidence(Prediction row) {
        return row.probability(row.predicted());
    }

    private static Verdict twiceAsWarm(double[] probabilities) {
        if (probabilities.length != PROBABILITIES.length) {
            return Verdict.notYet("three probabilities are needed, in their order.");
        }
        if (Math.abs(Arrays.stream(probabilities).sum() - 1) > 0.005) {
            return Verdict.notYet("probabilities sum to 1. What must each be divided by?");
        }
        double[] expected = warmed();
        return Verdict.of(
                IntStream.range(0, expected.length).allMatch(i -> Math.abs(probabilities[i] - expected[i]) <= 0.005),
                "the same order, and the model is less sure.",
                probabilities[0] > PROBABILITIES[0]
                        ? "these are surer than before: a temperature above 1 makes a model less sure."
                        : "the order is kept, but not by the exponent 1/T.");
    }

    /** The softmax of the halved logarithms. */
    private static double[] warmed() {
        double[] scores =
                Arrays.stream(PROBABILITIES).map(p -> Math.exp(Math.log(p) / 2)).toArray();
        double sum = Arrays.stream(scores).sum();
        return Arrays.stream(scores).map(score -> score / sum).toArray();
    }
}
