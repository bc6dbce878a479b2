package io.github.jukelab.exercise;

import static io.github.jukelab.exercise.Verdict.text;

import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.network.Architecture;
import io.github.jukelab.network.LayerSummary;
import io.github.jukelab.network.ReduceLrOnPlateau;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Exercises of the notebook {@code 04-mel-windows}. */
final class MelWindowsExercises {

    static final List<Exercise> ALL = List.of(
            Exercise.of(
                    "04.1",
                    "Arrays.sort puts the quietest first. The share is a quotient of two sums: that of the loudest tenth of"
                            + " the points, and that of all of them.",
                    Parameter.share("share"),
                    Parameter.of("mel", Spectrogram.class),
                    MelWindowsExercises::loudestTenth),
            Exercise.of(
                    "04.2",
                    "A filter has one weight for each place of its kernel and each channel that goes in, and one bias for"
                            + " all. What goes in is what the convolution before gave.",
                    Parameter.number("parameters"),
                    Parameter.of("architecture", Architecture.class),
                    MelWindowsExercises::thirdConvolution),
            Exercise.of(
                    "04.3",
                    "Keep three things per epoch: the best loss, how many epochs were waited, and the rate. A fall of less"
                            + " than 1e-4 is none. ReduceLrOnPlateau.ARTICLE_004.rate(0.001, losses) can check each step.",
                    Parameter.numbers("rates"),
                    MelWindowsExercises::plateau),
            Exercise.of(
                    "04.4",
                    "predictions.byTrack(vote).rows() are in the same order for both votes: compare predicted() of the rows"
                            + " with the same number.",
                    Parameter.number("tracks"),
                    Parameter.of("predictions", Predictions.class),
                    MelWindowsExercises::votes));

    /** Of the epochs of exercise 04.3. */
    private static final List<Double> LOSSES = List.of(1.2, 1.0, 0.99995, 1.01, 1.0, 1.0, 1.02, 1.01);

    private static final double FIRST_RATE = 0.001;

    private MelWindowsExercises() {}

    private static Verdict loudestTenth(double share, Spectrogram mel) {
        if (mel.scale() != Scale.POWER) {
            return Verdict.notYet("this spectrogram has no powers, and only powers can be added up to a whole.");
        }
        float[] powers = mel.values();
        Arrays.sort(powers);
        int first = powers.length - powers.length / 10;
        double all = sum(powers, 0);
        if (all == 0) {
            return Verdict.notYet("this window is silent: it has no power to share. Take another one.");
        }
        double right = sum(powers, first) / all;
        if (Math.abs(share - right) <= 0.005) {
            return Verdict.of(true, "a network that adds up what it gets hears little of the other nine tenths.", "");
        }
        return Verdict.notYet(
                share < 0.1
                        ? "the loudest tenth cannot have less than a tenth of the power. Which end of the list is it?"
                        : text("the other nine tenths of the points would then have %.3f of the power.", 1 - share)
                                + " Add these up, too.");
    }

    private static double sum(float[] values, int from) {
        return IntStream.range(from, values.length).mapToDouble(i -> values[i]).sum();
    }

    private static Verdict thirdConvolution(double parameters, Architecture architecture) {
        List<LayerSummary> convolutions = architecture.summary().stream()
                .filter(layer -> layer.layer().startsWith("Conv2D"))
                .toList();
        if (convolutions.size() < 3) {
            return Verdict.notYet("this network has fewer than three convolutions. Take that of the article.");
        }
        long right = convolutions.get(2).parameters();
        long filters = filters(convolutions.get(2));
        long kernel = (right / filters - 1) / filters(convolutions.get(1));
        if (parameters == right - filters) {
            return Verdict.notYet("these are the weights. Is anything added to the sum of each filter?");
        }
        if (parameters == kernel * filters || parameters == (kernel + 1) * filters) {
            return Verdict.notYet("so many it would be if one channel went in. How many does the block before give?");
        }
        return Verdict.of(
                parameters == right,
                "the size of the picture is not in the formula: the same weights serve every place.",
                text("per filter that is %.0f. How many weights has one filter, with its bias?", parameters / filters));
    }

    /** The channels of the output: the first number of its shape. */
    private static long filters(LayerSummary convolution) {
        return Long.parseLong(convolution.output().split(" ")[0]);
    }

    private static Verdict plateau(double[] rates) {
        if (rates.length != 2) {
            return Verdict.notYet("two rates are asked for, of the sixth and of the ninth epoch.");
        }
        if (!isRate(rates[0], LOSSES.subList(0, 5))) {
            return Verdict.notYet(text(
                    "the sixth epoch does not get %.7f. After which epoch is the loss best, if falls of less than 1e-4 do"
                            + " not count, and how many epochs was it not beaten since?",
                    rates[0]));
        }
        return Verdict.of(
                isRate(rates[1], LOSSES),
                "a plateau is counted in epochs, and after a reduction the rule waits before it counts again.",
                text(
                        "the sixth is right, the ninth does not get %.7f. How many epochs count after the reduction, if it"
                                + " has to cool down first?",
                        rates[1]));
    }

    private static boolean isRate(double rate, List<Double> losses) {
        double right = ReduceLrOnPlateau.ARTICLE_004.rate(FIRST_RATE, losses);
        return Math.abs(rate - right) <= 1e-3 * right;
    }

    private static Verdict votes(double tracks, Predictions predictions) {
        List<Prediction> majority = predictions.byTrack(Vote.MAJORITY).rows();
        List<Prediction> mean = predictions.byTrack(Vote.MEAN).rows();
        if (tracks < 0 || tracks > majority.size() || tracks != Math.rint(tracks)) {
            return Verdict.notYet(text("it is a whole number from 0 to %d, the number of tracks.", majority.size()));
        }
        long same = IntStream.range(0, mean.size())
                .filter(i -> majority.get(i).predicted() == mean.get(i).predicted())
                .count();
        return Verdict.of(
                tracks + same == mean.size(),
                "where they part, a few windows that are sure stood against many that are not.",
                text("the two would then agree for %.0f of %d tracks.", mean.size() - tracks, mean.size())
                        + " Compare the labels that they name, not whether these are right.");
    }
}
