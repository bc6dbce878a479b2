package io.github.jukelab.exercise;

import static io.github.jukelab.exercise.Verdict.text;

import io.github.jukelab.evaluation.LearningCurve;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Exercises of the notebook {@code 09-few-recordings}. */
final class FewRecordingsExercises {

    private static final Set<String> STATISTICS = Set.of("mean", "std", "diff_std", "p10", "p90");
    private static final double MAX_RECORDINGS = 100_000;

    private static final int TRACKS = 100;
    private static final int RIGHT = 94;
    private static final double OTHER = 0.9;

    static final List<Exercise> ALL = List.of(
            Exercise.of(
                    "09.1",
                    "Write down five levels of a band and compute each statistic, as far as you need it. Then change the order"
                            + " of the five, and do it again.",
                    Parameter.texts("statistics"),
                    FewRecordingsExercises::shuffledFrames),
            Exercise.of(
                    "09.2",
                    "Begin with one value per recording, so that the recordings are points on a line and the model is one"
                            + " border: two points can have any labels. Can three? Then draw two values, points in a plane.",
                    Parameter.number("recordings"),
                    Parameter.number("values"),
                    FewRecordingsExercises::anyLabels),
            Exercise.of(
                    "09.3",
                    "curve.lines() has a line per model, line.points() its sizes, point.accuracies() a number per draw: the"
                            + " first of one size and the first of the next are of the same draw.",
                    Parameter.share("share"),
                    Parameter.of("curve", LearningCurve.class),
                    FewRecordingsExercises::drawsThatFall),
            Exercise.of(
                    "09.4",
                    "Take ten known tracks away: how many are left, and for how many of those is the network right? Take"
                            + " more, until it is no better than the other.",
                    Parameter.number("tracks"),
                    FewRecordingsExercises::knownTracks));

    private FewRecordingsExercises() {}

    private static Verdict shuffledFrames(List<String> statistics) {
        Set<String> named = statistics.stream()
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        if (!STATISTICS.containsAll(named)) {
            return Verdict.notYet("the statistics are mean, std, diff_std, p10 and p90.");
        }
        if (!named.contains("diff_std")) {
            return Verdict.notYet("one that you do not name compares each frame with the one before it.");
        }
        return Verdict.of(
                named.size() == 1,
                "the other four know which levels occur and how often, but not in which order. Without this one, music"
                        + " and its shuffled frames are the same to a model.",
                "one that you name stays the same: it is computed from the levels, whatever their order.");
    }

    private static Verdict anyLabels(double recordings, double values) {
        if (recordings < 1 || recordings > MAX_RECORDINGS || values < 1 || values > MAX_RECORDINGS) {
            return Verdict.notYet("at least one recording and one value are needed, and at most 100000.");
        }
        int count = (int) Math.round(recordings);
        double separable = shareOfLabellings(count, (int) values);
        if (separable < 1) {
            return Verdict.notYet(text(
                    "of all ways to give %d recordings two labels, %.2f %% can be separated by this many values.",
                    count, 100 * separable));
        }
        return Verdict.of(
                shareOfLabellings(count + 1, (int) values) < 1,
                "on so many recordings or fewer, a model can have memorised random labels: that it is right for all"
                        + " that it was trained on says nothing.",
                "whatever labels they have, one more recording can still be separated.");
    }

    /**
     * The share of all labellings of points in general position that a hyperplane separates, by Cover (1965): the
     * probability that of one coin toss less than there are points, no more are heads than there are values.
     */
    private static double shareOfLabellings(int points, int values) {
        int tosses = points - 1;
        if (tosses <= values) {
            return 1;
        }
        double logOfProbability = -tosses * Math.log(2);
        double sum = 0;
        for (int heads = 0; heads <= values; heads++) {
            sum += Math.exp(logOfProbability);
            logOfProbability += Math.log((tosses - heads) / (heads + 1.0));
        }
        return Math.min(sum, Math.nextDown(1.0));
    }

    /** Two sizes of one model. */
    private record Doubling(List<Double> fewer, List<Double> more) {

        static Stream<Doubling> of(LearningCurve.Line line) {
            if (line.points().size() < 2) {
                return Stream.empty();
            }
            LearningCurve.Point next = line.points().get(1);
            return Stream.of(new Doubling(line.fewest().accuracies(), next.accuracies()))
                    .filter(pair -> pair.fewer.size() == pair.more.size());
        }

        long draws(double atMost) {
            return IntStream.range(0, fewer.size())
                    .filter(draw -> more.get(draw) - fewer.get(draw) <= atMost)
                    .count();
        }
    }

    private static Verdict drawsThatFall(double share, LearningCurve curve) {
        List<Doubling> doublings = curve.lines().stream().flatMap(Doubling::of).toList();
        double all = doublings.stream().mapToInt(pair -> pair.fewer.size()).sum();
        if (all == 0) {
            return Verdict.notYet(
                    "this curve has no two sizes with the same draws: take data with more tracks per label.");
        }
        double lower = doublings.stream().mapToLong(pair -> pair.draws(-1e-9)).sum();
        double notHigher =
                doublings.stream().mapToLong(pair -> pair.draws(1e-9)).sum();
        if (!isNear(share, lower / all) && isNear(share, notHigher / all)) {
            return Verdict.notYet("where the accuracy is the same, it has not fallen.");
        }
        return Verdict.of(
                isNear(share, lower / all),
                text(
                        "in %.0f of %.0f draws more recordings gave less. Whoever has few recordings has one draw.",
                        lower, all),
                text("there are %.0f draws in all. Compare draw by draw, not mean with mean.", all));
    }

    private static boolean isNear(double share, double expected) {
        return Math.abs(share - expected) <= 0.005;
    }

    private static Verdict knownTracks(double tracks) {
        int known = (int) Math.round(tracks);
        if (known < 0 || known > RIGHT || Math.abs(tracks - known) > 1e-9) {
            return Verdict.notYet(
                    "a whole number of tracks is needed, from 0 to those for which the network is right.");
        }
        String rest = text("of the other %d tracks the network is right for %d", TRACKS - known, RIGHT - known);
        if (!explains(known)) {
            return Verdict.notYet(rest + ": that is still better than mel statistics.");
        }
        return Verdict.of(
                !explains(known - 1),
                rest + ", no better than mel statistics. So many known tracks would be the whole advantage.",
                rest + ": fewer known tracks would do.");
    }

    /** Whether so many known tracks make the network no better for the rest. */
    private static boolean explains(int known) {
        return RIGHT - known <= OTHER * (TRACKS - known) + 1e-9;
    }
}
