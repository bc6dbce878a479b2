package io.github.jukelab.exercise;

import static io.github.jukelab.exercise.Verdict.text;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Exercises of the notebook {@code 05-two-genres-mp3}. */
final class TwoGenresExercises {

    static final List<Exercise> ALL = List.of(
            Exercise.of(
                    "05.1",
                    "Write down what can happen to the two other segments, and how probable each case is. In which of them"
                            + " does the test segment have no companion in training?",
                    Parameter.number("probability"),
                    TwoGenresExercises::withoutCompanion),
            Exercise.of(
                    "05.2",
                    "Ten decibels are a factor of ten between two powers. Which factor are forty? Count the values above the"
                            + " largest divided by that factor.",
                    Parameter.share("share"),
                    Parameter.of("mel", Spectrogram.class),
                    TwoGenresExercises::loudShare),
            Exercise.of(
                    "05.3",
                    "LeakageReport.of(printedSplit, dataset) says for each test segment which track it is from. Keep those"
                            + " whose track is in training, and count each track once.",
                    Parameter.number("tracks"),
                    Parameter.of("printedSplit", Split.class),
                    TwoGenresExercises::sharedTracks),
            Exercise.of(
                    "05.4",
                    "predictions.without(ids) leaves rows out. Do so for each artist in turn, evaluate what is left, and"
                            + " take the lowest accuracy.",
                    Parameter.share("lowest"),
                    Parameter.of("predictions", Predictions.class),
                    Parameter.of("dataset", Dataset.class),
                    TwoGenresExercises::oneArtistLess),
            Exercise.of(
                    "05.5",
                    "After the first gradient s is a tenth of its square. Before the second step s is not empty: it keeps"
                            + " nine tenths of what it was.",
                    Parameter.numbers("steps"),
                    TwoGenresExercises::rmsProp));

    private TwoGenresExercises() {}

    private static Verdict withoutCompanion(double probability) {
        double train = 0.6;
        double none = 0;
        for (boolean first : new boolean[] {true, false}) {
            for (boolean second : new boolean[] {true, false}) {
                none += first || second ? 0 : (1 - train) * (1 - train);
            }
        }
        if (isNear(probability, 1 - train)) {
            return Verdict.notYet(
                    "that is the probability that *one* of the others is not in training. Both must be out.");
        }
        return Verdict.of(
                isNear(probability, none),
                "each other segment multiplies the probability by 0.4, so of ten segments or more hardly one is alone.",
                text("then every test segment has a companion with a probability of %.2f.", 1 - probability)
                        + " How probable is it that both others stay out?");
    }

    /** By decibels, where the learner works on powers. */
    private static Verdict loudShare(double share, Spectrogram mel) {
        Spectrogram decibels = mel.scale() == Scale.DECIBEL ? mel : mel.toDecibels();
        double right = shareWithin(40, decibels.values());
        if (!isClose(share, right) && isClose(share, shareWithin(20, decibels.values()))) {
            return Verdict.notYet("that is the share within 20 dB. A factor of ten between powers is ten decibels;"
                    + " only between amplitudes is it twenty.");
        }
        return Verdict.of(
                isClose(share, right),
                "in decibels the same values are above the largest minus 40.",
                text("that would be %.0f of %d values.", share * mel.values().length, mel.values().length)
                        + " How often is the smallest power that counts contained in the largest?");
    }

    private static double shareWithin(double range, float[] decibels) {
        double[] values = IntStream.range(0, decibels.length)
                .mapToDouble(i -> decibels[i])
                .toArray();
        double peak = Arrays.stream(values).max().orElseThrow();
        return Arrays.stream(values).filter(value -> value >= peak - range).count() / (double) values.length;
    }

    private static Verdict sharedTracks(double tracks, Split split) {
        if (!split.sharesTracks()) {
            return Verdict.notYet(
                    "this split keeps each track in one subset. The question is about the one as printed.");
        }
        Set<String> test = tracks(split, split.test());
        Set<String> train = tracks(split, split.train());
        long shared = test.stream().filter(train::contains).count();
        long segments = split.test().stream()
                .filter(id -> train.contains(split.segments().trackId(id)))
                .count();
        if (tracks == segments && segments != shared) {
            return Verdict.notYet(
                    "so many *segments* have their track in training. The vote makes one answer per track.");
        }
        return Verdict.of(
                tracks == shared,
                text("of %d tracks with a vote the network has been trained on parts of %d.", test.size(), shared),
                text("%d tracks have a vote, those of the test segments.", test.size())
                        + " How many of just these have a segment in training?");
    }

    private static Set<String> tracks(Split split, Collection<String> segments) {
        return segments.stream().map(split.segments()::trackId).collect(Collectors.toSet());
    }

    /** By counting, where the learner evaluates again and again. */
    private static Verdict oneArtistLess(double lowest, Predictions predictions, Dataset dataset) {
        Map<String, String> artists = dataset.artistGroups();
        Map<String, List<Prediction>> byArtist = predictions.rows().stream()
                .collect(Collectors.groupingBy(row -> artists.getOrDefault(row.track(), row.track())));
        if (byArtist.size() < 2) {
            return Verdict.notYet("all predictions are of one artist, so there is nothing to leave out.");
        }
        int total = predictions.rows().size();
        int correct = predictions.correctIds().size();
        double[] without = byArtist.values().stream()
                .mapToDouble(rows -> (correct - correct(rows)) / (double) (total - rows.size()))
                .toArray();
        double right = Arrays.stream(without).min().orElseThrow();
        double highest = Arrays.stream(without).max().orElseThrow();
        if (isNear(lowest, highest) && !isNear(lowest, right)) {
            return Verdict.notYet(
                    "that is the highest accuracy without one artist. Whom must one leave out to lower it?");
        }
        return Verdict.of(
                isNear(lowest, right),
                text("of %d artists a single one decides whether it is %.2f or %.2f.", without.length, right, highest),
                text("with all of them it is %.2f.", (double) correct / total)
                        + " Leave out whole artists, one at a time, and divide by the tracks that remain.");
    }

    private static long correct(List<Prediction> rows) {
        return rows.stream().filter(Prediction::correct).count();
    }

    private static Verdict rmsProp(double[] steps) {
        if (steps.length != 2) {
            return Verdict.notYet("two steps are asked for, got " + steps.length + ".");
        }
        double[] gradients = {1, 0.1};
        double first = 0.001 / Math.sqrt(0.1);
        double second = 0.001 * gradients[1] / Math.sqrt(0.09 + 0.1 * gradients[1] * gradients[1]);
        if (isWithin(steps[0], 0.001) && isWithin(steps[1], 0.0001)) {
            return Verdict.notYet(
                    "those are the steps of plain gradient descent: divide by the root of the mean square.");
        }
        if (isWithin(steps[0], first) && isWithin(steps[1], first)) {
            return Verdict.notYet("the first is right. Before the second step the mean square still remembers the first"
                    + " gradient.");
        }
        return Verdict.of(
                isWithin(steps[0], first) && isWithin(steps[1], second),
                "the first step is over three times the rate, since the mean begins at 0: RMSprop starts with a jump.",
                DoubleStream.of(steps).mapToObj(step -> text("%.5f", step)).collect(Collectors.joining(" and "))
                        + " are not the steps. Write down s after each gradient first.");
    }

    private static boolean isWithin(double answer, double right) {
        return Math.abs(Math.abs(answer) - right) <= 0.02 * right;
    }

    private static boolean isNear(double answer, double right) {
        return Math.abs(answer - right) <= 0.006; // tables have two decimals
    }

    private static boolean isClose(double answer, double right) {
        return Math.abs(answer - right) <= 0.001;
    }
}
