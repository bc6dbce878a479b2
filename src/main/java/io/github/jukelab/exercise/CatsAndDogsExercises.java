package io.github.jukelab.exercise;

import static io.github.jukelab.exercise.Verdict.text;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.Interval;
import io.github.jukelab.image.Resize;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Exercises of the notebook {@code 06-cats-and-dogs}. */
final class CatsAndDogsExercises {

    private static final int FRAMES = 2726;
    private static final int COLUMNS = 32;
    private static final int CATS = 39;
    private static final int CALLS = 67;
    private static final int DIFFERENT = 10;

    static final List<Exercise> ALL = List.of(
            Exercise.of(
                    "06.1",
                    "How many frames does one column look at, and do two columns ever look at the same one?",
                    Parameter.share("share"),
                    CatsAndDogsExercises::framesHeard),
            Exercise.of(
                    "06.2",
                    "Only lengths that occur matter as thresholds. Sort the calls by length, try each, and count how many"
                            + " calls are then predicted correctly, with either animal as the longer one.",
                    Parameter.number("threshold"),
                    new Parameter<>("seconds", "the lengths by track", CatsAndDogsExercises::map),
                    Parameter.of("dataset", Dataset.class),
                    CatsAndDogsExercises::byLength),
            Exercise.of(
                    "06.3",
                    "-Math.log(0.8) is what the first output costs. The loss is a mean: does it matter which output is"
                            + " which?",
                    Parameter.numbers("losses"),
                    CatsAndDogsExercises::lossOfADog),
            Exercise.of(
                    "06.4",
                    "Interval.wilson(correct, total) gives the interval. Always predicting cat is correct on 39 of 67; try"
                            + " larger numbers until the lower end is above that.",
                    Parameter.number("calls"),
                    CatsAndDogsExercises::betterThanAlwaysCat),
            Exercise.of(
                    "06.5",
                    "If both were equally good, each of the ten calls would be a coin that is tossed. How probable are ten"
                            + " heads, nine or more, …? The test is two-sided: ten tails would be as unlikely.",
                    Parameter.number("calls"),
                    CatsAndDogsExercises::mcNemar));

    private CatsAndDogsExercises() {}

    /** Sets one frame after the other to 1 and looks whether any column changes. */
    private static Verdict framesHeard(double share) {
        long heard = IntStream.range(0, FRAMES)
                .filter(CatsAndDogsExercises::changesAColumn)
                .count();
        double right = (double) heard / FRAMES;
        if (Math.abs(share - (1 - right)) <= 0.0006) {
            return Verdict.notYet("that is the share of the frames that are ignored.");
        }
        return Verdict.of(
                Math.abs(share - right) <= 0.0006,
                text("setting each frame to 1 in turn changes the picture for %d of %d.", heard, FRAMES),
                text("that would be %.0f frames for %d columns. How many for each?", share * FRAMES, COLUMNS));
    }

    private static boolean changesAColumn(int frame) {
        float[] frames = new float[FRAMES];
        frames[frame] = 1;
        float[] columns = Resize.bilinear(frames, 1, FRAMES, 1, COLUMNS);
        return IntStream.range(0, COLUMNS).anyMatch(i -> columns[i] != 0);
    }

    private static Optional<Map<?, ?>> map(Object value) {
        return value instanceof Map<?, ?> map && !map.isEmpty() ? Optional.of(map) : Optional.empty();
    }

    private static Verdict byLength(double threshold, Map<?, ?> seconds, Dataset dataset) {
        List<Track> tracks = dataset.tracks().stream()
                .filter(track -> seconds.get(track.id()) instanceof Number)
                .toList();
        if (tracks.isEmpty()) {
            return Verdict.notYet("none of these lengths is of a track of this data set.");
        }
        double best = tracks.stream()
                .flatMapToDouble(track -> DoubleStream.of(accuracy(length(seconds, track), seconds, tracks, dataset)))
                .max()
                .orElseThrow();
        double answer = accuracy(threshold, seconds, tracks, dataset);
        return Verdict.of(
                answer >= best - 0.005,
                text(
                        "length alone is right for %.0f of 100 calls. A network must be better than that before one may say"
                                + " that it listens.",
                        100 * answer),
                text(
                        "at %.2f s the better of the two ways is right for %.0f of 100 calls, and at another length for"
                                + " more.",
                        threshold, 100 * answer));
    }

    private static double length(Map<?, ?> seconds, Track track) {
        return ((Number) seconds.get(track.id())).doubleValue();
    }

    /** With the first label for longer calls or for the others, whichever is better. */
    private static double accuracy(double threshold, Map<?, ?> seconds, List<Track> tracks, Dataset dataset) {
        String first = dataset.labels().get(0);
        long correct = tracks.stream()
                .filter(track -> track.label().equals(first) == length(seconds, track) > threshold)
                .count();
        return (double) Math.max(correct, tracks.size() - correct) / tracks.size();
    }

    private static Verdict lossOfADog(double[] losses) {
        if (losses.length != 2) {
            return Verdict.notYet("two losses are asked for, got " + losses.length + ".");
        }
        double right = -Math.log(0.8 * 0.6) / 2;
        if (Math.abs(losses[0] - 2 * right) <= 0.006) {
            return Verdict.notYet("that is the sum over both outputs; the loss is their mean.");
        }
        if (losses[0] != losses[1] && Math.abs(losses[0] - losses[1]) > 0.012) {
            return Verdict.notYet(
                    "in this loss no output is that of the cat: each is taken for the probability of a dog.");
        }
        return Verdict.of(
                Math.abs(losses[0] - right) <= 0.006 && Math.abs(losses[1] - right) <= 0.006,
                "both are the same, although one of the two dogs is predicted as a cat: the loss cannot see the mistake.",
                text(
                        "with a loss of %.3f the mean probability of a dog would be about %.2f.",
                        losses[0], Math.exp(-losses[0])));
    }

    private static Verdict betterThanAlwaysCat(double calls) {
        if (calls < 0 || calls > CALLS || calls != Math.rint(calls)) {
            return Verdict.notYet(text("a whole number of calls from 0 to %d is needed.", CALLS));
        }
        int correct = (int) calls;
        if (correct > 0 && isAbove(correct - 1)) {
            return Verdict.notYet("so many are enough, and fewer are enough, too.");
        }
        return Verdict.of(
                isAbove(correct),
                text(
                        "the interval begins at %.1f %%. The article's 60 %% are 40 calls, one more than always cat.",
                        low(correct)),
                text(
                        "the interval then begins at %.1f %%, and always cat reaches %.1f %%.",
                        low(correct), 100.0 * CATS / CALLS));
    }

    private static boolean isAbove(int correct) {
        return low(correct) > 100.0 * CATS / CALLS;
    }

    private static double low(int correct) {
        return 100 * Interval.wilson(correct, CALLS).low();
    }

    /** By counting all ways in which ten coins can fall. */
    private static Verdict mcNemar(double calls) {
        if (calls < DIFFERENT / 2.0 || calls > DIFFERENT || calls != Math.rint(calls)) {
            return Verdict.notYet("the better one is correct on half of the ten calls or more, a whole number.");
        }
        if (p(calls - 1) < 0.05) {
            return Verdict.notYet(text("p is %.3f then, but one call less is enough, too.", p(calls)));
        }
        return Verdict.of(
                p(calls) < 0.05,
                text("p is %.3f, and with one call less it would be %.3f.", p(calls), p(calls - 1)),
                text("p is %.3f then: so uneven or more, to either side, is not rare among equals.", p(calls)));
    }

    private static double p(double calls) {
        int ways = 1 << DIFFERENT;
        long asUneven = IntStream.range(0, ways)
                .map(Integer::bitCount)
                .filter(heads -> Math.max(heads, DIFFERENT - heads) >= calls)
                .count();
        return (double) asUneven / ways;
    }
}
