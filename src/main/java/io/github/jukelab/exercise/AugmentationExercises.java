package io.github.jukelab.exercise;

import static io.github.jukelab.exercise.Verdict.text;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.evaluation.McNemar;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.Augmentation;
import io.github.jukelab.input.Shape;
import io.github.jukelab.input.SpecAugment;
import io.github.jukelab.input.TimeShift;
import io.github.jukelab.signal.Spectrogram;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Exercises of the notebook {@code 08-augmentation}. */
final class AugmentationExercises {

    static final List<Exercise> ALL = List.of(
            Exercise.of(
                    "08.1",
                    "Powers of independent noises add up; decibels do not. Or measure it: noisy.samples() less"
                            + " window.samples() is the noise, and 10 log10 of a quotient of two mean squares is the ratio.",
                    Parameter.number("decibels"),
                    Parameter.of("noisy", Wave.class),
                    Parameter.of("window", Wave.class),
                    AugmentationExercises::signalToNoise),
            Exercise.of(
                    "08.2",
                    "Twelve semitones double a frequency, and each of them multiplies it by the same number. Which number"
                            + " gives 2 if it is multiplied by itself twelve times?",
                    Parameter.number("hertz"),
                    AugmentationExercises::semitones),
            Exercise.of(
                    "08.3",
                    "What is the mean of a width that is drawn from 0 to its maximum? A point stays if neither the band nor"
                            + " the span hides it.",
                    Parameter.share("share"),
                    Parameter.of("masks", SpecAugment.class),
                    Parameter.of("picture", Spectrogram.class),
                    AugmentationExercises::hidden),
            Exercise.of(
                    "08.4",
                    "A mean does not know the order of what it is taken over, but it knows every value. What is put in the"
                            + " place of hidden points?",
                    Parameter.texts("changes"),
                    Parameter.of("picture", Spectrogram.class),
                    AugmentationExercises::unchangedMeans),
            Exercise.of(
                    "08.5",
                    "Four kinds of tracks: both right, both wrong, only the first right, only the second right. Two of these"
                            + " kinds are asked for.",
                    Parameter.number("tracks"),
                    Parameter.of("plain", Predictions.class),
                    Parameter.of("moderate", Predictions.class),
                    AugmentationExercises::oneIsRight));

    private static final int DRAWS = 2000;

    /** What exercise 08.4 asks about. */
    private static final Map<String, Augmentation> CHANGES = Map.of(
            "shift", TimeShift.of(0.25),
            "flip", AugmentationExercises::mirror,
            "gain", (values, shape, random) -> IntStream.range(0, values.length).forEach(i -> values[i] += 6),
            "band", SpecAugment.NONE.withFrequencyMasks(1, 8),
            "span", SpecAugment.NONE.withTimeMasks(1, 16));

    private AugmentationExercises() {}

    private static Verdict signalToNoise(double decibels, Wave noisy, Wave window) {
        if (noisy.length() != window.length()) {
            return Verdict.notYet("the two sounds are not of the same length: is this the window that got the noise?");
        }
        double sound = power(window.samples(), new float[window.length()]);
        double noise = power(noisy.samples(), window.samples());
        if (sound == 0 || noise == 0) {
            return Verdict.notYet("one of the two powers is zero: take another window, or add the noise.");
        }
        double implied = sound / Math.pow(10, decibels / 10);
        return Verdict.of(
                Math.abs(decibels - 10 * Math.log10(sound / noise)) <= 0.05,
                "twice the noise costs about 3 dB; a little more, as the second noise was measured by sound and noise.",
                text("at this ratio the noise would have %.2f times the power that it has.", implied / noise)
                        + " Compare powers, of the noise alone and of the sound alone.");
    }

    private static double power(float[] samples, float[] less) {
        return IntStream.range(0, samples.length)
                .mapToDouble(i -> samples[i] - less[i])
                .map(difference -> difference * difference)
                .average()
                .orElseThrow();
    }

    private static Verdict semitones(double hertz) {
        if (hertz <= 0) {
            return Verdict.notYet("a frequency is above 0 Hz.");
        }
        double octave = 440 * Math.pow(hertz / 440, 12 / 7.0);
        return Verdict.of(
                Math.abs(octave - 880) <= 2,
                "twelve such steps double the frequency; seven are nearly one and a half times, a fifth.",
                text("twelve steps of this size would lead to %.0f Hz. Where must they lead?", octave));
    }

    private static Verdict hidden(double share, SpecAugment masks, Spectrogram picture) {
        Shape shape = new Shape(1, picture.bins(), picture.frames());
        double drawn = LongStream.range(0, DRAWS)
                .mapToDouble(seed -> changed(masks, shape, seed))
                .average()
                .orElseThrow();
        return Verdict.of(
                Math.abs(share - drawn) <= 0.01,
                text("of %d draws too. That little is enough to make it harder to memorise.", DRAWS),
                text("%d draws say something else.", DRAWS)
                        + " Are all widths equally likely, and did you count the crossing once?");
    }

    /** The share of an example that an augmentation changes. */
    private static double changed(Augmentation augmentation, Shape shape, long seed) {
        float[] values = new float[shape.values()];
        values[0] = 1; // so that the mean, which hides, is the value of no point
        float[] before = values.clone();
        augmentation.apply(values, shape, new SplittableRandom(seed));
        return IntStream.range(0, values.length)
                        .filter(i -> values[i] != before[i])
                        .count()
                / (double) values.length;
    }

    private static Verdict unchangedMeans(List<String> changes, Spectrogram picture) {
        Set<String> unknown = new TreeSet<>(changes);
        unknown.removeAll(CHANGES.keySet());
        if (!unknown.isEmpty()) {
            return Verdict.notYet(
                    "the changes are called " + new TreeSet<>(CHANGES.keySet()) + ", not " + unknown + ".");
        }
        for (String change : new TreeSet<>(changes)) {
            double moved = largestMove(CHANGES.get(change), picture);
            if (moved > 0.01) {
                return Verdict.notYet(text("\"%s\" moves the mean of a band by up to %.1f.", change, moved));
            }
        }
        boolean all = CHANGES.entrySet().stream()
                .allMatch(
                        change -> changes.contains(change.getKey()) || largestMove(change.getValue(), picture) > 0.01);
        return Verdict.of(
                all,
                "to such a network they are no change, so they teach it nothing but cost nothing either.",
                "these leave the means as they are, but they are not the only ones.");
    }

    /** By how much the mean over time of a row moves at most, in some draws. */
    private static double largestMove(Augmentation change, Spectrogram picture) {
        Shape shape = new Shape(1, picture.bins(), picture.frames());
        float[] before = picture.values();
        return LongStream.range(0, 20)
                .mapToDouble(seed -> {
                    float[] values = before.clone();
                    change.apply(values, shape, new SplittableRandom(seed));
                    return IntStream.range(0, shape.height())
                            .mapToDouble(row -> Math.abs(mean(values, row, shape) - mean(before, row, shape)))
                            .max()
                            .orElseThrow();
                })
                .max()
                .orElseThrow();
    }

    private static double mean(float[] values, int row, Shape shape) {
        return IntStream.range(row * shape.width(), (row + 1) * shape.width())
                .mapToDouble(i -> values[i])
                .average()
                .orElseThrow();
    }

    private static void mirror(float[] values, Shape shape, RandomGenerator random) {
        float[] before = values.clone();
        for (int i = 0; i < values.length; i++) {
            int column = i % shape.width();
            values[i] = before[i - column + shape.width() - 1 - column];
        }
    }

    private static Verdict oneIsRight(double tracks, Predictions plain, Predictions moderate) {
        McNemar test = McNemar.of(plain, moderate);
        int agree = test.bothCorrect() + test.bothWrong();
        int total = agree + test.onlyFirst() + test.onlySecond();
        if (tracks < 0 || tracks > total || tracks != Math.rint(tracks)) {
            return Verdict.notYet(text("it is a whole number from 0 to %d, the number of test tracks.", total));
        }
        return Verdict.of(
                tracks + agree == total,
                "only these tracks say which network is better: McNemar's test looks at no others.",
                text("for the other %.0f of %d tracks both would be right or both wrong.", total - tracks, total)
                        + " Which tracks of each network are right, one by one?");
    }
}
