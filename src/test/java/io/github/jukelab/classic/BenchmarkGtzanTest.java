package io.github.jukelab.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.SplitRatio;
import io.github.jukelab.dataset.Splits;
import io.github.jukelab.dataset.Subset;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.input.FeatureVectors;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Compares accuracies on the published feature table with those of scikit-learn 1.9; skipped without the table. */
class BenchmarkGtzanTest {

    private static final Dataset DATASET = GtzanFeatures.dataset();

    @Test
    void tracksAtRandom() throws IOException {
        List<Split> splits = LongStream.rangeClosed(1, 5)
                .mapToObj(seed -> Splits.stratified(DATASET, SplitRatio.of(0.8, 0.2), seed))
                .toList();
        assertAccuracies(splits, 0.703, 0.747, 0.696, 0.733);
    }

    @Test
    void artistFolds() throws IOException {
        assertAccuracies(Splits.artistFolds(DATASET), 0.4451, 0.4831, 0.4862, 0.5253);
    }

    @Test
    void faultFilteredLists() throws IOException {
        assertAccuracies(List.of(Splits.faultFiltered(DATASET)), 0.4241, 0.5276, 0.5483, 0.5655);
    }

    private static void assertAccuracies(
            List<Split> splits, double neighbours, double rbf, double linear, double logistic) throws IOException {
        FeatureVectors tracks = GtzanFeatures.vectors();
        assertThat(tracks.features()).hasSize(57);
        assertAccuracy(NearestNeighbours.of(5), tracks, splits, neighbours);
        assertAccuracy(Svm.rbf(10), tracks, splits, rbf);
        assertAccuracy(Svm.linear(1), tracks, splits, linear);
        assertAccuracy(LogisticRegression.of(1), tracks, splits, logistic);
    }

    private static void assertAccuracy(
            Classifier classifier, FeatureVectors tracks, List<Split> splits, double expected) {
        double mean = splits.stream()
                .mapToDouble(split -> accuracy(classifier, tracks, split))
                .average()
                .orElseThrow();
        assertThat(mean).as(classifier.toString()).isCloseTo(expected, within(0.004));
    }

    private static double accuracy(Classifier classifier, FeatureVectors tracks, Split split) {
        Model model = classifier.standardised().fit(tracks.on(split, Subset.TRAIN));
        return Evaluation.of(model.predict(tracks.on(split, Subset.TEST))).accuracy();
    }
}
