package io.github.jukelab.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.input.FeatureVector;
import io.github.jukelab.input.FeatureVectors;
import io.github.jukelab.input.Toys;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The gradient of logistic regression is 0 at the optimum, whatever the units of the features. */
class LogisticRegressionProperties {

    @Property(tries = 60)
    void theGradientIsZero(
            @ForAll @IntRange(max = 1000) int seed,
            @ForAll @IntRange(min = -3, max = 3) int unit,
            @ForAll @IntRange(min = -2, max = 2) int exponent) {
        FeatureVectors vectors = inUnits(Toys.clouds(20, 5, seed), Math.pow(10, unit));
        double c = Math.pow(10, exponent);
        Model model = LogisticRegression.of(c).fit(vectors);
        double[][] weights = ((Softmax) model).weights();
        double[][] rows = vectors.values();
        List<Prediction> predictions = model.predict(vectors).rows();
        for (int label = 0; label < 3; label++) {
            for (int j = 0; j < 2; j++) {
                double slope = weights[label][j] / c;
                double scale = 0;
                for (int i = 0; i < rows.length; i++) {
                    double actual = predictions.get(i).actual() == label ? 1 : 0;
                    slope += (predictions.get(i).probability(label) - actual) * rows[i][j];
                    scale += Math.abs(rows[i][j]);
                }
                assertThat(slope).isCloseTo(0, within(1e-5 * (scale + Math.sqrt(rows.length / c))));
            }
        }
    }

    /** The first feature in another unit, far from 0; the second as it is. */
    private static FeatureVectors inUnits(FeatureVectors vectors, double unit) {
        List<FeatureVector> changed = new ArrayList<>();
        for (FeatureVector sample : vectors.vectors()) {
            double[] values = {unit * (100 + sample.values()[0]), sample.values()[1]};
            changed.add(new FeatureVector(sample.id(), sample.track(), sample.label(), values));
        }
        return FeatureVectors.of(vectors.features(), vectors.labels(), changed);
    }
}
