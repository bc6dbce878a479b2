package io.github.jukelab.evaluation;

import java.util.Arrays;
import java.util.Locale;
import java.util.OptionalInt;

/**
 * A model's prediction for one example.
 *
 * @param id the example, such as {@code blues.00000.3}
 * @param track the track it was cut from, such as {@code blues.00000}
 * @param label index of the true label; empty if that is not known
 * @param probabilities one per label, each in [0, 1], summing to 1 within 1e-3; copied in and out
 */
public record Prediction(String id, String track, OptionalInt label, float[] probabilities) {

    /**
     * Checks the probabilities.
     *
     * @param id the example
     * @param track its track
     * @param label index of the true label, if known
     * @param probabilities one per label
     * @throws IllegalArgumentException if a probability is outside [0, 1], they do not sum to 1, or the label has no
     *     probability
     */
    public Prediction {
        probabilities = probabilities.clone();
        double sum = 0;
        for (float p : probabilities) {
            if (!(p >= 0 && p <= 1.0001f)) {
                throw new IllegalArgumentException("probability of " + id + " must be in [0, 1], got " + p);
            }
            sum += p;
        }
        if (Math.abs(sum - 1) > 1e-3) {
            throw new IllegalArgumentException("probabilities of " + id + " must sum to 1, got " + sum);
        }
        if (label.isPresent() && (label.getAsInt() < 0 || label.getAsInt() >= probabilities.length)) {
            throw new IllegalArgumentException(
                    "label of " + id + " must be in [0, " + probabilities.length + "), got " + label.getAsInt());
        }
    }

    /**
     * A prediction for an example whose label is known.
     *
     * @param id the example
     * @param track its track
     * @param label index of the true label
     * @param probabilities one per label
     * @throws IllegalArgumentException if a probability is outside [0, 1], they do not sum to 1, or the label has no
     *     probability
     */
    public Prediction(String id, String track, int label, float[] probabilities) {
        this(id, track, OptionalInt.of(label), probabilities);
    }

    /**
     * The true label.
     *
     * @return its index
     * @throws IllegalStateException if it is not known
     */
    public int actual() {
        return label.orElseThrow(() -> new IllegalStateException("the true label of " + id + " is not known"));
    }

    /**
     * One per label, summing to 1.
     *
     * @return a copy
     */
    @Override
    public float[] probabilities() {
        return probabilities.clone();
    }

    /**
     * The probability of one label.
     *
     * @param label index from 0
     * @return in [0, 1]
     */
    public float probability(int label) {
        return probabilities[label];
    }

    /**
     * Whether the label with the highest probability is the true one.
     *
     * @return true if correct
     * @throws IllegalStateException if the true label is not known
     */
    public boolean correct() {
        return predicted() == actual();
    }

    /** The number of labels. */
    int size() {
        return probabilities.length;
    }

    /**
     * The label with the highest probability; on a tie the first.
     *
     * @return its index
     */
    public int predicted() {
        return best(probabilities);
    }

    /** The index of the highest probability; on a tie the first. */
    static int best(float[] probabilities) {
        int best = 0;
        for (int i = 1; i < probabilities.length; i++) {
            if (probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return best;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Prediction p
                && id.equals(p.id)
                && track.equals(p.track)
                && label.equals(p.label)
                && Arrays.equals(probabilities, p.probabilities);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        String actual = label.isPresent() ? "actual " + label.getAsInt() : "actual unknown";
        return String.format(
                Locale.ROOT,
                "Prediction[%s: label %d at %.2f, %s]",
                id,
                predicted(),
                probabilities[predicted()],
                actual);
    }
}
