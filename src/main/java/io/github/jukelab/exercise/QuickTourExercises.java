package io.github.jukelab.exercise;

import static io.github.jukelab.exercise.Verdict.text;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.evaluation.ConfusionMatrix;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Interval;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.signal.Spectrogram;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Exercises of the notebook {@code 00-quick-tour}. */
final class QuickTourExercises {

    static final List<Exercise> ALL = List.of(
            Exercise.of(
                    "00.1",
                    "The rows lie at equal distances from 0 Hz to the highest frequency that the sample rate allows."
                            + " How many distances are there between so many rows?",
                    Parameter.number("hertz"),
                    Parameter.of("spectrogram", Spectrogram.class),
                    QuickTourExercises::distanceOfRows),
            Exercise.of(
                    "00.2",
                    "Where does the first window end, where the second? Write the end of window n as a formula, and find"
                            + " the last n whose end is still within the sound.",
                    Parameter.number("windows"),
                    Parameter.of("wave", Wave.class),
                    Parameter.of("preprocessing", MelWindows.class),
                    QuickTourExercises::windows),
            Exercise.of(
                    "00.3",
                    "Columns of the matrix are predictions: sum each of them, take the largest, and ask how much of it"
                            + " lies on the diagonal.",
                    Parameter.share("share"),
                    Parameter.of("evaluation", Evaluation.class),
                    QuickTourExercises::precision),
            Exercise.of(
                    "00.4",
                    "Interval.wilson(correct, total) gives the interval for any number of tracks: keep the share of correct"
                            + " ones and try several totals. How does the width change if there are four times as many?",
                    Parameter.number("tracks"),
                    Parameter.of("evaluation", Evaluation.class),
                    QuickTourExercises::tracksForAnInterval),
            Exercise.of(
                    "00.5",
                    "The majority only asks on which side of one half a window lies, the mean also how far from it.",
                    Parameter.numbers("probabilities"),
                    QuickTourExercises::votes));

    private QuickTourExercises() {}

    private static Verdict distanceOfRows(double hertz, Spectrogram spectrogram) {
        int last = spectrogram.bins() - 1;
        double top = spectrogram.frequencies()[last];
        return Verdict.of(
                Math.abs(hertz * last - top) <= 0.005 * top,
                "counted from 0 Hz, the last row then lies at half the sample rate, where it should.",
                text("with rows that far apart, the last of the %d rows would lie at %.0f Hz.", last + 1, hertz * last)
                        + " How high can a frequency be at this sample rate?");
    }

    private static Verdict windows(double windows, Wave wave, MelWindows preprocessing) {
        int samples = Math.min(
                preprocessing.samples(), wave.resample(preprocessing.rate()).length());
        int window = preprocessing.windows().length();
        int hop = preprocessing.windows().hop();
        double end = (windows - 1) * hop + window;
        if (windows < 1 || windows != Math.rint(windows)) {
            return Verdict.notYet("the number of windows is whole and at least 1.");
        }
        if (windows > 1 && end > samples) {
            return Verdict.notYet(text("the last of them would end at sample %.0f of %d.", end, samples));
        }
        return Verdict.of(
                end + hop > samples,
                text("the last one ends at sample %.0f of %d, and another would not fit.", end, samples),
                text("the last of them ends at sample %.0f of %d: there is room for more.", end, samples));
    }

    private static Verdict precision(double share, Evaluation evaluation) {
        ConfusionMatrix matrix = evaluation.confusion();
        int[] labels = IntStream.range(0, matrix.labels().size()).toArray();
        int most = Arrays.stream(labels).map(matrix::predicted).max().orElseThrow();
        int[] favourites = Arrays.stream(labels)
                .filter(label -> matrix.predicted(label) == most)
                .toArray();
        boolean right = Arrays.stream(favourites).anyMatch(i -> isNear(share, matrix.count(i, i) / (double) most));
        if (!right
                && Arrays.stream(favourites)
                        .anyMatch(i -> isNear(share, matrix.count(i, i) / (double) matrix.actual(i)))) {
            return Verdict.notYet("that is the share of the label's own tracks that were found: of its row."
                    + " What is asked is the share of its column.");
        }
        if (!right && isNear(share, evaluation.accuracy())) {
            return Verdict.notYet("that is the share of all answers. Look only at those that name this label.");
        }
        return Verdict.of(
                right,
                "this is the label's precision: how far one can trust the network when it names it.",
                text("the most frequent answer was given %d times. How many of them lie on the diagonal?", most));
    }

    private static Verdict tracksForAnInterval(double tracks, Evaluation evaluation) {
        if (tracks < 1 || tracks > 1_000_000) {
            return Verdict.notYet("a number of tracks from 1 to a million is needed.");
        }
        int total = (int) Math.round(tracks);
        Interval interval = Interval.wilson((int) Math.round(evaluation.accuracy() * total), total);
        double points = 100 * (interval.high() - interval.low());
        return Verdict.of(
                Math.abs(points - 10) <= 0.5,
                text("the interval is then %.1f points wide. Four times as many tracks would about halve it.", points),
                text("for %d tracks the interval is %.1f points wide, not ten.", total, points)
                        + " By how many times more tracks is a width halved?");
    }

    private static Verdict votes(double[] probabilities) {
        if (probabilities.length != 3 || Arrays.stream(probabilities).anyMatch(p -> p < 0 || p > 1)) {
            return Verdict.notYet("three probabilities from 0 to 1 are needed, one per window.");
        }
        double mean = Arrays.stream(probabilities).average().orElseThrow();
        long ayes = Arrays.stream(probabilities).filter(p -> p > 0.5).count();
        if (ayes > 1) {
            return Verdict.notYet(ayes + " of the 3 windows are for the first label, so the majority is for it, too.");
        }
        return Verdict.of(
                mean > 0.5,
                "one window that is sure outweighs two that are not: the mean counts certainty, the majority only heads.",
                text("the mean is %.2f, so it is against the first label, as the majority is.", mean));
    }

    private static boolean isNear(double answer, double right) {
        return Math.abs(answer - right) <= 0.006; // tables have two decimals
    }
}
