package io.github.jukelab.evaluation;

import io.github.jukelab.Phrases;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/**
 * Whether a model's probabilities are right: of the answers with a confidence of about 0.8, about 80 % should be correct.
 * The confidence of an answer is the probability of its label, the most probable one.
 *
 * <p>Answers are put into ten bins of equal width by their confidence, as scikit-learn's {@code calibration_curve} does
 * by default, so that the bins of several models are the same and a bin says which probabilities are wrong. The expected
 * calibration error is the mean distance of a bin's mean confidence from its accuracy, each bin weighted by its answers.
 *
 * <p>This error is above 0 for a perfectly calibrated model too, and more so the fewer tracks there are. So it is told
 * beside the error that such a model would seldom exceed.
 *
 * <p>Example: {@code Calibration.of(predictions.byTrack(Vote.MEAN))}.
 *
 * @param error the expected calibration error, in [0, 1]
 * @param interval its 95 % interval, which contains {@code error}: tracks, or groups of them, are resampled 1000 times,
 *     and the distances of the percentiles from {@code error} are mirrored, since a resample has a higher error
 * @param calibratedError what the error of a perfectly calibrated model with the same confidences exceeds in 5 % of 1000
 *     draws of its right answers
 * @param confidence mean confidence, in [0, 1]
 * @param accuracy share of correct answers, in [0, 1]
 * @param examples their number, at least 1
 * @param bins by rising confidence; bins without an answer are left out
 * @see <a href="https://doi.org/10.1609/aaai.v29i1.9602">Naeini et al. 2015, for the error</a>
 * @see <a href="https://doi.org/10.1175/WAF993.1">Bröcker and Smith 2007, for what a calibrated model would have</a>
 */
public record Calibration(
        double error,
        Interval interval,
        double calibratedError,
        double confidence,
        double accuracy,
        int examples,
        List<Bin> bins) {

    private static final int BINS = 10;
    private static final int DRAWS = 1000;

    /**
     * The answers whose confidence is in one range.
     *
     * @param low lower end of the range, which is not in it, but in the first bin
     * @param high upper end of the range, which is in it
     * @param count the number of answers, at least 1
     * @param confidence their mean confidence
     * @param correct the number of correct ones
     */
    public record Bin(double low, double high, int count, double confidence, int correct) {

        /**
         * The share of correct answers.
         *
         * @return in [0, 1]
         */
        public double accuracy() {
            return (double) correct / count;
        }

        /**
         * Wilson's 95 % interval of the accuracy.
         *
         * @return counts each answer by itself
         */
        public Interval interval() {
            return Interval.wilson(correct, count);
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "Bin[%.1f to %.1f: %d of %d correct, mean confidence %.2f]",
                    low,
                    high,
                    correct,
                    count,
                    confidence);
        }
    }

    /** An answer of the model. */
    private record Answer(String group, double confidence, boolean correct) {}

    /**
     * Copies the bins.
     *
     * @param error in [0, 1]
     * @param interval of the error
     * @param calibratedError of a calibrated model
     * @param confidence mean confidence
     * @param accuracy share of correct answers
     * @param examples their number
     * @param bins by rising confidence
     */
    public Calibration {
        bins = List.copyOf(bins);
    }

    /**
     * The calibration of predictions for tracks that do not depend on each other.
     *
     * @param predictions one row per track, with its label
     * @return the calibration
     * @throws IllegalArgumentException if a row has no true label
     */
    public static Calibration of(Predictions predictions) {
        return of(predictions, Map.of(), 0);
    }

    /**
     * The calibration of predictions for tracks in groups, such as artists: whole groups are resampled.
     *
     * @param predictions one row per track, or several segments of each, with labels
     * @param groups the group of each track, by track; a track that is not in it is a group by itself
     * @param seed of all draws; the same seed gives the same numbers
     * @return the calibration
     * @throws IllegalArgumentException if a row has no true label
     */
    public static Calibration of(Predictions predictions, Map<String, String> groups, long seed) {
        predictions.requireLabels();
        List<Answer> answers = predictions.rows().stream()
                .map(row -> new Answer(
                        groups.getOrDefault(row.track(), row.track()),
                        Math.min(1, row.probability(row.predicted())),
                        row.correct()))
                .toList();
        double error = error(answers);
        return new Calibration(
                error,
                interval(answers, error, seed),
                calibratedError(answers, seed),
                answers.stream().mapToDouble(Answer::confidence).average().orElseThrow(),
                (double) answers.stream().filter(Answer::correct).count() / answers.size(),
                answers.size(),
                bins(answers));
    }

    private static Interval interval(List<Answer> answers, double error, long seed) {
        Bootstrap drawn = Bootstrap.ofStatistic(answers, Answer::group, Calibration::error, DRAWS, seed);
        double low = Math.max(0, 2 * error - drawn.high());
        double high = Math.min(1, 2 * error - drawn.low());
        return new Interval(Math.min(low, error), Math.max(high, error), Bootstrap.LEVEL);
    }

    private static double calibratedError(List<Answer> answers, long seed) {
        Random random = new Random(seed);
        double[] errors = new double[DRAWS];
        Arrays.setAll(
                errors,
                i -> error(answers.stream()
                        .map(answer ->
                                new Answer(answer.group, answer.confidence, random.nextDouble() < answer.confidence))
                        .toList()));
        Arrays.sort(errors);
        return Bootstrap.percentile(errors, Bootstrap.LEVEL);
    }

    private static double error(List<Answer> answers) {
        double sum = 0;
        for (Bin bin : bins(answers)) {
            sum += Math.abs(bin.count * bin.confidence - bin.correct);
        }
        return sum / answers.size();
    }

    private static List<Bin> bins(List<Answer> answers) {
        int[] counts = new int[BINS];
        int[] correct = new int[BINS];
        double[] sums = new double[BINS];
        for (Answer answer : answers) {
            int bin = Math.max(0, (int) Math.ceil(answer.confidence * BINS) - 1);
            counts[bin]++;
            correct[bin] += answer.correct ? 1 : 0;
            sums[bin] += answer.confidence;
        }
        List<Bin> bins = new ArrayList<>();
        for (int i = 0; i < BINS; i++) {
            if (counts[i] > 0) {
                bins.add(new Bin((double) i / BINS, (i + 1.0) / BINS, counts[i], sums[i] / counts[i], correct[i]));
            }
        }
        return bins;
    }

    /**
     * Whether the error is more than chance explains.
     *
     * @return true if a perfectly calibrated model would seldom have such an error on so few examples
     */
    public boolean isMiscalibrated() {
        return error > calibratedError;
    }

    /**
     * The result in plain sentences: mean confidence against accuracy, the error with its interval, and whether a
     * perfectly calibrated model could have it.
     *
     * @return such as {@code The mean confidence is 91.2 %, and 80.6 % of 134 answers are correct: the model is too sure.
     *     The expected calibration error is 10.8 %, with a 95 % interval from 5.0 to 14.9 %. …}
     */
    public String summary() {
        String verdict = isMiscalibrated()
                ? confidence > accuracy ? "the model is too sure" : "the model is not sure enough"
                : "that fits";
        String chance = isMiscalibrated()
                ? "That is more than chance explains: a perfectly calibrated model would seldom have more than "
                : "Chance alone explains that: a perfectly calibrated model could have up to ";
        return String.format(
                Locale.ROOT,
                "The mean confidence is %s, and %s of %s %s correct: %s. The expected calibration error is %s, with a"
                        + " 95 %% interval from %.1f to %.1f %%. %s%s.",
                Phrases.percent(confidence),
                Phrases.percent(accuracy),
                Phrases.count(examples, "answer"),
                examples == 1 ? "is" : "are",
                verdict,
                Phrases.percent(error),
                100 * interval.low(),
                100 * interval.high(),
                chance,
                Phrases.percent(calibratedError));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Calibration[%s, expected calibration error %.1f %%, %s; a calibrated model: up to %.1f %%]",
                Phrases.count(examples, "answer"),
                100 * error,
                interval,
                100 * calibratedError);
    }
}
