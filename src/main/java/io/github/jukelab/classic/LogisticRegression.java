package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import io.github.jukelab.Require;
import io.github.jukelab.input.ClassWeight;
import io.github.jukelab.input.FeatureVectors;
import java.util.Optional;

/**
 * Logistic regression: each label has one weight per feature and an intercept. The weighted sum of the features is the
 * label's score, and softmax turns the scores into probabilities. The weights minimise the cross-entropy plus a penalty
 * on their squares; two labels share one set of weights.
 *
 * <p>The optimum is that of scikit-learn's {@code LogisticRegression}: unique, found to six digits, the same in every
 * run. Values should be {@linkplain #standardised() standardised}: the penalty treats all features alike.
 *
 * <p>Notebook: 02-feature-tables
 *
 * @param c the inverse of the penalty's strength, positive: the higher, the closer the fit to the training set
 * @param classWeight the cross-entropy of a vector is multiplied by the weight of its label; empty if all count the same
 */
public record LogisticRegression(double c, Optional<ClassWeight> classWeight) implements Classifier {

    /**
     * Checks the number.
     *
     * @param c positive
     * @param classWeight empty if all vectors count the same
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public LogisticRegression {
        Require.positive("c", c);
    }

    /**
     * With a penalty on the weights.
     *
     * @param c the inverse of its strength, positive; 1 is scikit-learn's default
     * @return the classifier
     * @throws IllegalArgumentException if it is not positive and finite
     */
    public static LogisticRegression of(double c) {
        return new LogisticRegression(c, Optional.empty());
    }

    @Override
    public LogisticRegression withClassWeight(ClassWeight classWeight) {
        return new LogisticRegression(c, Optional.of(classWeight));
    }

    /**
     * Finds the weights.
     *
     * @param train the training set, of at least two labels
     * @param progress not called
     * @return the model
     * @throws IllegalArgumentException if there are fewer than two labels, or values are so large that no optimum is
     *     found
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    @Override
    public Model fit(FeatureVectors train, Progress progress) {
        return Softmax.fitted(train, c, classWeight);
    }

    @Override
    public String toString() {
        return "LogisticRegression[C " + Settings.plain(c) + Settings.text(classWeight) + "]";
    }
}
