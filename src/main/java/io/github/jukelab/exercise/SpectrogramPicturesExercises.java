package io.github.jukelab.exercise;

import static io.github.jukelab.exercise.Verdict.text;

import io.github.jukelab.Phrases;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Shape;
import java.util.List;
import java.util.stream.IntStream;

/** Exercises of the notebook {@code 03-spectrogram-pictures}. */
final class SpectrogramPicturesExercises {

    private static final double RATE = 22_050;
    private static final int BATCH = 8;
    private static final int ARTICLE_STEPS = 50 * 800 / BATCH;
    /** As the article prints it. */
    private static final double ARTICLE_ACCURACY = 0.33798882681564246;

    private static final int PICTURES = 5;
    private static final double EACH = 0.6;

    static final List<Exercise> ALL = List.of(
            Exercise.of(
                    "03.1",
                    "Look at the picture as printed: how many of its 64 rows are margin? What is left goes from 0 Hz to the"
                            + " highest frequency that the sample rate of 22 050 Hz allows.",
                    Parameter.number("hertz"),
                    Parameter.of("pictures", Examples.class),
                    SpectrogramPicturesExercises::hertzPerRow),
            Exercise.of(
                    "03.2",
                    "How many steps are the article's 50 epochs? And how many steps is one epoch of ours, if the last step"
                            + " takes what is left?",
                    Parameter.number("epochs"),
                    Parameter.of("train", Examples.class),
                    SpectrogramPicturesExercises::epochs),
            Exercise.of(
                    "03.3",
                    "Write down the sizes of the first eight batches. How often does that pattern repeat in 50 batches, and"
                            + " which batch comes last?",
                    Parameter.number("correct"),
                    Parameter.number("predicted"),
                    SpectrogramPicturesExercises::riddle),
            Exercise.of(
                    "03.4",
                    "The majority is right if three, four or all five pictures are. How many ways are there for each of"
                            + " them, and how probable is one of these ways?",
                    Parameter.share("probability"),
                    SpectrogramPicturesExercises::majority));

    private SpectrogramPicturesExercises() {}

    /** Rows that differ from picture to picture carry sound; margins are the same in all. */
    private static Verdict hertzPerRow(double hertz, Examples pictures) {
        long rows = rowsWithSound(pictures);
        if (rows < 2) {
            return Verdict.notYet("the check needs pictures of several tracks.");
        }
        if (isNear(hertz, RATE / 2 / pictures.shape().height())) {
            return Verdict.notYet("that is so if all rows carry sound. Do they?");
        }
        if (isNear(hertz, RATE / rows)) {
            return Verdict.notYet("the sample rate is not the highest frequency: how many samples does a period need?");
        }
        return Verdict.of(
                isNear(hertz, RATE / 2 / rows),
                text("%d rows change from track to track, the others are margin.", rows)
                        + " Two notes that are nearer than that may share a row.",
                text(
                                "that many hertz per row, from 0 Hz on, would put half of the sample rate into row %.0f.",
                                RATE / 2 / hertz)
                        + " Count the rows that carry sound.");
    }

    private static long rowsWithSound(Examples pictures) {
        Shape shape = pictures.shape();
        float[] first = pictures.values(0);
        boolean[] changes = new boolean[shape.height()];
        for (int picture = 1; picture < pictures.size(); picture++) {
            float[] values = pictures.values(picture);
            for (int i = 0; i < values.length; i++) {
                changes[i / shape.width() % shape.height()] |= values[i] != first[i];
            }
        }
        return IntStream.range(0, changes.length).filter(row -> changes[row]).count();
    }

    private static Verdict epochs(double epochs, Examples train) {
        int perEpoch = (train.size() + BATCH - 1) / BATCH;
        double steps = epochs * perEpoch;
        return Verdict.of(
                epochs == Math.rint(epochs) && Math.abs(steps - ARTICLE_STEPS) < perEpoch,
                Phrases.count(perEpoch, "step") + " per epoch: with few tracks an epoch is short.",
                text("%s epochs of ours are %.0f steps.", number(epochs), steps)
                        + " Count the article's, and give the whole number of epochs that comes nearest.");
    }

    private static Verdict riddle(double correct, double predicted) {
        int all = 0;
        int left = 0;
        for (int batch = 0; batch < 50; batch++) {
            left = left == 0 ? 200 : left;
            int size = Math.min(32, left);
            all += size;
            left -= size;
        }
        if (predicted != all) {
            return Verdict.notYet(text("%s predictions in 50 batches: ", number(predicted))
                    + "how large is the batch that ends the test set, and how often does it come?");
        }
        return Verdict.of(
                correct / predicted == ARTICLE_ACCURACY,
                "to the last digit. Most tracks count seven times, the first ones once more: the figure is not of 200"
                        + " tracks.",
                text("%s of %d are %s.", number(correct), all, correct / predicted));
    }

    /** Over all ways in which five pictures can be right or wrong. */
    private static Verdict majority(double probability) {
        double right = IntStream.range(0, 1 << PICTURES)
                .filter(way -> Integer.bitCount(way) > PICTURES / 2)
                .mapToDouble(way -> probability(Integer.bitCount(way)))
                .sum();
        if (Math.abs(probability - (1 - Math.pow(1 - EACH, PICTURES))) < 0.005) {
            return Verdict.notYet(
                    "that is how probable it is that at least one picture is right. A majority needs more.");
        }
        if (Math.abs(probability - probability(PICTURES)) < 0.005) {
            return Verdict.notYet("that is how probable it is that all five are right. A majority needs fewer.");
        }
        return Verdict.of(
                Math.abs(probability - right) < 0.005,
                "more than one picture alone, if errors are independent. Pictures of one track tend to err together, so that"
                        + " a vote gains less.",
                probability <= EACH
                        ? "a majority of independent pictures is right more often than one of them."
                        : "add up the ways in which three, four and five of five are right.");
    }

    /** Of one way in which so many pictures are right. */
    private static double probability(int right) {
        return Math.pow(EACH, right) * Math.pow(1 - EACH, PICTURES - right);
    }

    private static boolean isNear(double answer, double right) {
        return Math.abs(answer - right) <= 0.03 * right;
    }

    private static String number(double value) {
        return value == Math.rint(value) ? text("%.0f", value) : String.valueOf(value);
    }
}
