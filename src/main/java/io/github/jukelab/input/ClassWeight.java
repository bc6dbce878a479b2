package io.github.jukelab.input;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How much the examples of each label count in training, for labels with different numbers of examples. */
public enum ClassWeight {
    /**
     * Each label counts the same: n / (k · n<sub>c</sub>) for each of its n<sub>c</sub> examples, where n is the number
     * of all examples and k that of the labels that have one. As scikit-learn's {@code class_weight="balanced"}.
     */
    BALANCED {
        @Override
        public double[] of(int[] counts) {
            double labels = Arrays.stream(counts).filter(count -> count > 0).count();
            double total = Arrays.stream(counts).sum();
            return Arrays.stream(counts)
                    .mapToDouble(count -> count == 0 ? 0 : total / (labels * count))
                    .toArray();
        }
    };

    /**
     * The weight of an example of each label; their mean over all examples is 1.
     *
     * @param counts the number of training examples of each label
     * @return one per label; 0 for a label without examples
     */
    public abstract double[] of(int[] counts);

    /**
     * The weight of an example of each label, if there is a rule for it.
     *
     * @param rule empty if all examples count the same
     * @param actual the label of each training example, by index
     * @param labels their number
     * @return one per label; 1 for all without a rule
     */
    public static double[] weights(Optional<ClassWeight> rule, int[] actual, int labels) {
        int[] counts = new int[labels];
        Arrays.stream(actual).forEach(label -> counts[label]++);
        double[] ones = new double[labels];
        Arrays.fill(ones, 1);
        return rule.map(weight -> weight.of(counts)).orElse(ones);
    }

    /** In lower case, as on the command line. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
