package io.github.jukelab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.classic.Classifier;
import io.github.jukelab.classic.Svm;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.SplitRatio;
import io.github.jukelab.dataset.Splits;
import io.github.jukelab.dataset.Subset;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.FeatureVector;
import io.github.jukelab.input.FeatureVectors;
import io.github.jukelab.input.StandardScaler;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** On the tracks of GTZAN, without sound: features that tell the artist better than the label. */
class FeatureTablesExercisesTest {

    private static final Dataset DATASET = fewLabels();
    private static final FeatureVectors VECTORS = vectors();
    private static final Split SPLIT = Splits.artistFolds(DATASET).get(0).withValidation(DATASET, 0.2, 1);

    private static Dataset fewLabels() {
        Dataset all = Dataset.of(Gtzan.INFO, Gtzan.INFO.trackIds());
        return all.without(all.tracks().stream()
                .filter(track -> !List.of("blues", "jazz", "rock").contains(track.label()))
                .map(Track::id)
                .toList());
    }

    private static FeatureVectors vectors() {
        Random noise = new Random(1);
        List<FeatureVector> rows = DATASET.tracks().stream()
                .map(track -> {
                    Random artist = new Random(track.artist().orElse(track.id()).hashCode());
                    double label = DATASET.labels().indexOf(track.label());
                    return new FeatureVector(track.id(), track.id(), track.label(), new double[] {
                        label + 2 * noise.nextGaussian(),
                        3 * artist.nextGaussian() + 0.1 * noise.nextGaussian(),
                        3 * artist.nextGaussian() + 0.1 * noise.nextGaussian()
                    });
                })
                .toList();
        return FeatureVectors.of(List.of("x", "y", "z"), DATASET.labels(), rows);
    }

    private static Verdict check(String id, Object... values) {
        return Exercises.of(id).check(values);
    }

    private static Predictions predictions(StandardScaler scaler, Split split) {
        return Svm.rbf(10)
                .fit(scaler.apply(VECTORS.on(split, Subset.TRAIN)))
                .predict(scaler.apply(VECTORS.on(split, Subset.TEST)));
    }

    @Test
    void onlyAScalerOfAllRowsLeaks() {
        StandardScaler leaky = StandardScaler.of(VECTORS);
        StandardScaler train = StandardScaler.of(VECTORS.on(SPLIT, Subset.TRAIN));
        StandardScaler test = StandardScaler.of(VECTORS.on(SPLIT, Subset.TEST));
        assertThat(check("02.1", predictions(leaky, SPLIT), VECTORS, SPLIT).right())
                .isTrue();
        assertThat(check("02.1", predictions(train, SPLIT), VECTORS, SPLIT).text())
                .contains("nothing leaks");
        assertThat(check("02.1", predictions(test, SPLIT), VECTORS, SPLIT).text())
                .contains("To which rows");
        Split byTrack = DATASET.split(SplitRatio.of(0.8, 0.2), 1);
        assertThat(check("02.1", predictions(leaky, byTrack), VECTORS, SPLIT).text())
                .contains("not the predictions for the test rows");
    }

    private static List<Predictions> each(List<Split> splits) {
        Classifier svm = Svm.rbf(10).standardised();
        return splits.stream()
                .map(split -> svm.fit(VECTORS.on(split, Subset.TRAIN)).predict(VECTORS.on(split, Subset.TEST)))
                .toList();
    }

    @Test
    void everyTrackIsPredictedOnceByAModelOfOtherArtists() {
        List<Predictions> folds = each(Splits.artistFolds(DATASET));
        assertThat(check("02.2", Predictions.pooled(folds), VECTORS, DATASET).right())
                .isTrue();
        assertThat(check("02.2", folds.get(0), VECTORS, DATASET).text()).contains("are in a test set");
        Predictions twice = Predictions.pooled(List.of(folds.get(0), folds.get(0)));
        assertThat(check("02.2", twice, VECTORS, DATASET).text()).contains("for only");
        Dataset known = DATASET.without(DATASET.tracks().stream()
                .filter(track -> track.artist().isEmpty())
                .map(Track::id)
                .toList());
        Predictions byTrack = Predictions.pooled(each(Splits.kFold(known, 3, 1)));
        assertThat(check("02.2", byTrack, VECTORS, DATASET).text()).contains("not what these models reach");
    }

    private static Predictions answers(Collection<String> tracks, int right) {
        List<String> ids = List.copyOf(tracks);
        return new Predictions(
                List.of("a", "b"),
                ids.stream()
                        .map(id -> new Prediction(
                                id, id, 0, ids.indexOf(id) < right ? new float[] {1, 0} : new float[] {0, 1}))
                        .toList());
    }

    @Test
    void oneChoosesOnTheValidationSet() {
        Map<String, Predictions> candidates =
                Map.of("Adam", answers(SPLIT.validation(), 9), "SGD", answers(SPLIT.validation(), 8));
        assertThat(check("02.3", "Adam", candidates, SPLIT).right()).isTrue();
        assertThat(check("02.3", "SGD", candidates, SPLIT).right()).isFalse();
        assertThat(check("02.3", "RMSprop", candidates, SPLIT).text()).contains("[Adam, SGD]");
        Map<String, Predictions> tested = Map.of("Adam", answers(SPLIT.test(), 9), "SGD", answers(SPLIT.test(), 8));
        assertThat(check("02.3", "Adam", tested, SPLIT).text()).contains("on the test set");
        Map<String, Predictions> trained = Map.of("Adam", answers(SPLIT.train(), 9), "SGD", answers(SPLIT.train(), 8));
        assertThat(check("02.3", "Adam", trained, SPLIT).text()).contains("neither trained on");
        assertThat(check("02.3", "Adam", Map.of("Adam", 0.9, "SGD", 0.8), SPLIT).text())
                .contains("a Map of names and Predictions");
    }

    @Test
    void oneClusterPerRowIsPure() {
        FeatureVectors train = VECTORS.on(SPLIT, Subset.TRAIN);
        assertThat(check("02.4", train.size(), train).right()).isTrue();
        assertThat(check("02.4", train.size() - 1, train).right()).isFalse();
        assertThat(check("02.4", train.size() + 1, train).right()).isFalse();
        assertThat(check("02.4", 3, train).right()).isFalse();
    }
}
