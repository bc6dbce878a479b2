package io.github.jukelab.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.corpus.Corpus;
import io.github.jukelab.corpus.Shares;
import io.github.jukelab.corpus.Side;
import io.github.jukelab.corpus.Split;
import io.github.jukelab.corpus.Splits;
import io.github.jukelab.evaluation.Evaluation;
import java.io.IOException;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Accuracies on the published feature table against those of scikit-learn 1.9 on the same rows, where the table is. */
class GtzanClassicTest {

    private static final Corpus CORPUS = GtzanFeatures.corpus();

    @Test
    void songsAtRandom() throws IOException {
        List<Split> splits = LongStream.rangeClosed(1, 5)
                .mapToObj(seed -> Splits.stratified(CORPUS, Shares.of(0.8, 0.2), seed))
                .toList();
        assertAccuracies(splits, 0.703, 0.747, 0.696, 0.733);
    }

    @Test
    void artistFolds() throws IOException {
        assertAccuracies(Splits.artistFolds(CORPUS), 0.4451, 0.4831, 0.4862, 0.5253);
    }

    @Test
    void faultFilteredLists() throws IOException {
        assertAccuracies(List.of(Splits.filtered(CORPUS)), 0.4241, 0.5276, 0.5483, 0.5655);
    }

    private static void assertAccuracies(
            List<Split> splits, double neighbours, double rbf, double linear, double logistic) throws IOException {
        Samples songs = GtzanFeatures.samples();
        assertThat(songs.features()).hasSize(57);
        assertAccuracy(NearestNeighbours.of(5), songs, splits, neighbours);
        assertAccuracy(Svm.rbf(10), songs, splits, rbf);
        assertAccuracy(Svm.linear(1), songs, splits, linear);
        assertAccuracy(LogisticRegression.of(1), songs, splits, logistic);
    }

    private static void assertAccuracy(Classifier classifier, Samples songs, List<Split> splits, double expected) {
        double mean = splits.stream()
                .mapToDouble(split -> accuracy(classifier, songs, split))
                .average()
                .orElseThrow();
        assertThat(mean).as(classifier.toString()).isCloseTo(expected, within(0.004));
    }

    private static double accuracy(Classifier classifier, Samples songs, Split split) {
        Model model = classifier.standardised().fit(songs.on(split, Side.TRAIN));
        return Evaluation.of(model.predict(songs.on(split, Side.TEST))).accuracy();
    }
}
