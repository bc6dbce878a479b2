package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import io.github.jukelab.Require;
import io.github.jukelab.input.ClassWeight;
import io.github.jukelab.input.FeatureVectors;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Support vector machine: the widest margin between two labels, with a penalty for each training vector inside the
 * margin or beyond it; with more labels one binary classifier per pair, each with one vote. The probability of a label
 * is its share of the votes: it ranks the labels, no more; on a tie the label listed first is predicted.
 *
 * <p>The optimum is that of LIBSVM and scikit-learn's {@code SVC}, to the same tolerance of 1e-3, so nearly all
 * predictions are the same. Values should be {@linkplain #standardised() standardised}.
 *
 * @param kernel the measure of similarity
 * @param c the penalty, positive: the higher, the closer the fit to the training set
 * @param gamma how fast similarity falls with distance, positive; empty for {@code scale}, that is 1 / (number of
 *     features · variance of all training values), and for the linear kernel, which has none
 * @param classWeight c is multiplied by the weight of a vector's label; empty if all count the same
 * @see <a href="https://www.jmlr.org/papers/v6/fan05a.html">Fan, Chen and Lin 2005: Working set selection</a>
 */
public record Svm(Kernel kernel, double c, OptionalDouble gamma, Optional<ClassWeight> classWeight)
        implements Classifier {

    /** The measure of similarity of two feature vectors. */
    public enum Kernel {
        /** Radial basis function: exp(−gamma · squared distance). */
        RBF,
        /** The scalar product: the margin lies between two planes. */
        LINEAR
    }

    /**
     * Checks the numbers.
     *
     * @param kernel the measure of similarity
     * @param c positive
     * @param gamma positive or empty
     * @param classWeight empty if all vectors count the same
     * @throws IllegalArgumentException if c or gamma is not positive and finite, or the linear kernel is given a gamma
     */
    public Svm {
        Require.positive("c", c);
        gamma.ifPresent(value -> Require.positive("gamma", value));
        if (kernel == Kernel.LINEAR && gamma.isPresent()) {
            throw new IllegalArgumentException("the linear kernel has no gamma, got " + gamma.getAsDouble());
        }
    }

    /**
     * With the RBF kernel and gamma {@code scale}.
     *
     * @param c the penalty, positive
     * @return the classifier
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public static Svm rbf(double c) {
        return new Svm(Kernel.RBF, c, OptionalDouble.empty(), Optional.empty());
    }

    /**
     * With the RBF kernel and a given gamma.
     *
     * @param c the penalty, positive
     * @param gamma how fast similarity falls with distance, positive
     * @return the classifier
     * @throws IllegalArgumentException if one is not positive and finite
     */
    public static Svm rbf(double c, double gamma) {
        return new Svm(Kernel.RBF, c, OptionalDouble.of(gamma), Optional.empty());
    }

    /**
     * With the linear kernel.
     *
     * @param c the penalty, positive
     * @return the classifier
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public static Svm linear(double c) {
        return new Svm(Kernel.LINEAR, c, OptionalDouble.empty(), Optional.empty());
    }

    @Override
    public Svm withClassWeight(ClassWeight classWeight) {
        return new Svm(kernel, c, gamma, Optional.of(classWeight));
    }

    /**
     * Trains one binary classifier per pair of labels.
     *
     * @param train the training set, of at least two labels
     * @param progress called after each pair
     * @return the model
     * @throws IllegalArgumentException if there are fewer than two labels, or values are so large that no optimum is
     *     found
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    @Override
    public Model fit(FeatureVectors train, Progress progress) {
        double[] limits = Arrays.stream(ClassWeight.weights(
                        classWeight, train.actual(), train.labels().size()))
                .map(weight -> c * weight)
                .toArray();
        return SupportVectors.of(train, kernel(train), limits, progress);
    }

    private KernelFunction kernel(FeatureVectors train) {
        return kernel == Kernel.LINEAR
                ? KernelFunction.LINEAR
                : KernelFunction.rbf(gamma.orElseGet(() -> scale(train.values())));
    }

    /** If all values are equal there is no scale: 1, as in scikit-learn. */
    private static double scale(double[][] rows) {
        double count = (double) rows.length * rows[0].length;
        double sum = 0;
        for (double[] row : rows) {
            for (double value : row) {
                sum += value;
            }
        }
        double squares = 0;
        for (double[] row : rows) {
            for (double value : row) {
                squares += (value - sum / count) * (value - sum / count);
            }
        }
        return squares > 0 ? count / (rows[0].length * squares) : 1;
    }

    @Override
    public String toString() {
        String scale = gamma.isPresent() ? Settings.plain(gamma.getAsDouble()) : "scale";
        String kernelText = kernel == Kernel.LINEAR ? "" : ", gamma " + scale;
        return "Svm[" + (kernel == Kernel.LINEAR ? "linear" : "RBF") + ", C " + Settings.plain(c) + kernelText
                + Settings.text(classWeight) + "]";
    }
}
