package io.github.jukelab.exercise;

import static io.github.jukelab.exercise.Verdict.text;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.LeakageReport;
import io.github.jukelab.dataset.Overlap;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Interval;
import io.github.jukelab.evaluation.Predictions;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Exercises of the notebook {@code 07-leakage-lab}. */
final class LeakageLabExercises {

    private static final int GUESSERS = 30;

    static final List<Exercise> ALL = List.of(
            Exercise.of(
                    "07.1",
                    "Ask of each program what it has seen of the test rows before its last line: in scaling, in splitting, in"
                            + " fitting, in choosing.",
                    Parameter.texts("programs"),
                    LeakageLabExercises::leakingPrograms),
            Exercise.of(
                    "07.2",
                    "A test track has as many chances as there are training tracks by its artist, out of all training tracks."
                            + " artistInTraining() of an Overlap lists them.",
                    Parameter.share("share"),
                    Parameter.of("trackSplit", Split.class),
                    Parameter.of("dataset", Dataset.class),
                    LeakageLabExercises::sameArtistByChance),
            Exercise.of(
                    "07.3",
                    "predictions.without(ids) leaves tracks out. Do it once with the ids of leakage.sharingArtist(), and once"
                            + " with all others.",
                    Parameter.number("points"),
                    Parameter.of("predictions", Predictions.class),
                    Parameter.of("leakage", LeakageReport.class),
                    LeakageLabExercises::artistsKnownAndNew),
            Exercise.of(
                    "07.4",
                    "Interval.wilson(correct, total) is the interval of independent tracks. Keep the accuracy, and make the"
                            + " total smaller until it is as wide as the one by artist.",
                    Parameter.number("tracks"),
                    Parameter.of("chosenPredictions", Predictions.class),
                    Parameter.of("byArtist", Interval.class),
                    LeakageLabExercises::worthInTracks),
            Exercise.of(
                    "07.5",
                    "Let thirty models guess, keep the best of them, and repeat that a thousand times: new Random(1).doubles(n)"
                            + " are n guesses, of which those below 1 / labels are right.",
                    Parameter.share("share"),
                    Parameter.number("tracks"),
                    Parameter.number("labels"),
                    LeakageLabExercises::bestOfThirtyGuessers));

    private LeakageLabExercises() {}

    private static Verdict leakingPrograms(List<String> programs) {
        Set<String> named = programs.stream()
                .map(name -> name.toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
        if (!Set.of("A", "B", "C", "D").containsAll(named)) {
            return Verdict.notYet("the programs are A, B, C and D.");
        }
        if (named.contains("C")) {
            return Verdict.notYet("one that you name has seen nothing of the test rows before its last line.");
        }
        return Verdict.of(
                named.size() == 3,
                "one scales by the test rows, one has segments of the test tracks in training, one chooses by the test rows.",
                "one that you do not name has seen test rows before its last line. Fitting is not the only way to see them.");
    }

    private static Verdict sameArtistByChance(double share, Split split, Dataset dataset) {
        Collection<Track> train = dataset.tracksOf(split.train()).values();
        Collection<Track> test = dataset.tracksOf(split.test()).values();
        long pairs = test.stream()
                .flatMap(track -> track.artist().stream())
                .mapToLong(artist -> train.stream()
                        .filter(track -> track.artist().filter(artist::equals).isPresent())
                        .count())
                .sum();
        double expected = pairs / ((double) test.size() * train.size());
        return Verdict.of(
                Math.abs(share - expected) <= 0.0005 + 0.02 * expected,
                "of all pairs of a test and a training track, this share is by one artist. Of how many nearest pairs is it so?",
                text(
                                "of the %d pairs of a test and a training track, %.0f would be by one artist.",
                                test.size() * train.size(), share * test.size() * train.size())
                        + " Count these pairs.");
    }

    private static Verdict artistsKnownAndNew(double points, Predictions predictions, LeakageReport leakage) {
        Set<String> known = leakage.sharingArtist().stream().map(Overlap::id).collect(Collectors.toSet());
        Set<String> right = Set.copyOf(predictions.correctIds());
        int others = leakage.test().size() - known.size();
        if (known.isEmpty() || others == 0) {
            return Verdict.notYet("in this split all test tracks are of one kind: take another seed or other data.");
        }
        double withArtist = known.stream().filter(right::contains).count() / (double) known.size();
        double without = right.stream().filter(id -> !known.contains(id)).count() / (double) others;
        double expected = 100 * (withArtist - without);
        if (!isNear(points, expected) && isNear(100 * points, expected)) {
            return Verdict.notYet("that is a share; percentage points are asked.");
        }
        if (!isNear(points, expected) && isNear(-points, expected)) {
            return Verdict.notYet("the size is right. Which of the two accuracies is the higher one?");
        }
        return Verdict.of(
                isNear(points, expected),
                text("%d test tracks have their artist in training, %d have not.", known.size(), others),
                text(
                        "the %d tracks with their artist in training are one group, the other %d the second, not all %d.",
                        known.size(), others, leakage.test().size()));
    }

    /** Whether two numbers of percentage points are the same up to rounding. */
    private static boolean isNear(double points, double expected) {
        return Math.abs(points - expected) <= 0.2;
    }

    private static Verdict worthInTracks(double tracks, Predictions predictions, Interval byArtist) {
        if (tracks < 1 || tracks > 1_000_000) {
            return Verdict.notYet("a number of tracks from 1 to a million is needed.");
        }
        Evaluation evaluation = Evaluation.of(predictions);
        int total = (int) Math.round(tracks);
        double asked = byArtist.high() - byArtist.low();
        if (asked == 0) {
            return Verdict.notYet("the interval by artist has no width, since all artists are alike in it: no number of"
                    + " tracks gives such a one. Take other data.");
        }
        double width = width((int) Math.round(evaluation.accuracy() * total), total);
        return Verdict.of(
                Math.abs(width - asked) <= 0.07 * asked,
                text(
                        "this test set of %d tracks says as much as %d independent ones would.",
                        evaluation.tracks(), total),
                text(
                        "the interval of %d independent tracks is %.1f points wide, that by artist %.1f.",
                        total, 100 * width, 100 * asked));
    }

    private static double width(int correct, int total) {
        Interval interval = Interval.wilson(correct, total);
        return interval.high() - interval.low();
    }

    private static Verdict bestOfThirtyGuessers(double share, double tracks, double labels) {
        if (tracks < 1 || tracks > 100_000 || labels < 2) {
            return Verdict.notYet("at least one track and two labels are needed.");
        }
        double expected = meanOfBest((int) tracks, 1 / labels);
        return Verdict.of(
                Math.abs(share - expected) <= 0.01,
                text("the best of thirty that know nothing; one of them alone has %.3f.", 1 / labels),
                share < expected
                        ? "the best of thirty guessers is luckier than that. Keep the best of each thirty, then average."
                        : "that is too lucky, even for the best of thirty. Repeat it and average.");
    }

    /** The mean share of the best of some guessers: the sum over k of the probability that one has more than k right. */
    private static double meanOfBest(int tracks, double chance) {
        double logOfProbability = tracks * Math.log(1 - chance); // that one guesser has k right
        double atMost = 0;
        double mean = 0;
        for (int k = 0; k < tracks; k++) {
            atMost += Math.exp(logOfProbability);
            mean += 1 - Math.pow(Math.min(1, atMost), GUESSERS);
            logOfProbability += Math.log((tracks - k) / (k + 1.0) * chance / (1 - chance));
        }
        return mean / tracks;
    }
}
