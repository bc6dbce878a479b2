package io.github.jukelab.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.input.FeatureVector;
import io.github.jukelab.input.FeatureVectors;
import io.github.jukelab.input.Toys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GridSearchTest {

    private static final FeatureVectors CLOUDS = Toys.clouds(60, 4, 1);

    /** Records the training and the test set of each fold. */
    private static final class Spy implements Classifier {

        private final List<FeatureVectors> trained = new ArrayList<>();
        private final List<FeatureVectors> tested = new ArrayList<>();

        @Override
        public Model fit(FeatureVectors train, Progress progress) {
            trained.add(train);
            Model model = NearestNeighbours.of(1).fit(train);
            return vectors -> {
                tested.add(vectors);
                return model.predict(vectors);
            };
        }
    }

    private static Set<String> tracks(FeatureVectors vectors) {
        return vectors.vectors().stream().map(FeatureVector::track).collect(Collectors.toSet());
    }

    /** On a tie the first. */
    @Test
    void tellsTheRowOfTheBestSetting() {
        GridSearchResult.Row bad = new GridSearchResult.Row(NearestNeighbours.of(1), List.of(0.5, 0.7));
        GridSearchResult.Row good = new GridSearchResult.Row(NearestNeighbours.of(3), List.of(0.8, 0.6));
        GridSearchResult.Row asGood = new GridSearchResult.Row(NearestNeighbours.of(5), List.of(0.6, 0.8));
        assertThat(new GridSearchResult(List.of(bad, good, asGood)).bestRow()).isSameAs(good);
    }

    @Test
    void everyTrackIsInOneTestFoldAndNotInItsTrainingSet() {
        Spy spy = new Spy();
        GridSearch.of(List.of(spy), 4, 1).search(CLOUDS);
        assertThat(spy.tested).hasSize(4);
        List<FeatureVector> all = new ArrayList<>();
        for (int fold = 0; fold < 4; fold++) {
            assertThat(tracks(spy.trained.get(fold))).doesNotContainAnyElementsOf(tracks(spy.tested.get(fold)));
            assertThat(spy.trained.get(fold).size() + spy.tested.get(fold).size())
                    .isEqualTo(CLOUDS.size());
            all.addAll(spy.tested.get(fold).vectors());
        }
        assertThat(all).containsExactlyInAnyOrderElementsOf(CLOUDS.vectors());
    }

    @Test
    void labelsAreSpreadEvenlyOverFolds() {
        Spy spy = new Spy();
        GridSearch.of(List.of(spy), 4, 1).search(CLOUDS);
        for (FeatureVectors fold : spy.tested) {
            Map<String, Long> counts =
                    fold.vectors().stream().collect(Collectors.groupingBy(FeatureVector::label, Collectors.counting()));
            assertThat(counts.values()).allSatisfy(count -> assertThat(count).isBetween(15L - 3, 15L + 3));
        }
    }

    @Test
    void artistsStayTogether() {
        Map<String, String> artists = new HashMap<>();
        tracks(CLOUDS).forEach(track -> artists.put(track, "artist" + track.charAt(track.length() - 1) % 5));
        artists.remove("a.0");
        Spy spy = new Spy();
        GridSearch.of(List.of(spy), 3, 1).withGroups(artists).search(CLOUDS);
        Set<String> seen = new HashSet<>();
        for (FeatureVectors fold : spy.tested) {
            Set<String> here = tracks(fold).stream()
                    .map(track -> artists.getOrDefault(track, track))
                    .collect(Collectors.toSet());
            assertThat(seen).doesNotContainAnyElementsOf(here);
            seen.addAll(here);
        }
        assertThat(seen).hasSize(6);
    }

    @Test
    void choosesTheHighestMeanAccuracy() {
        GridSearch search = GridSearch.of(
                List.of(NearestNeighbours.of(1), NearestNeighbours.of(15), NearestNeighbours.of(120)), 3, 1);
        GridSearchResult result = search.search(CLOUDS);
        assertThat(result.rows()).hasSize(3).allSatisfy(row -> assertThat(row.accuracies())
                .hasSize(3));
        assertThat(result.best()).isEqualTo(NearestNeighbours.of(15));
        assertThat(result.rows().get(1).accuracy())
                .isGreaterThan(result.rows().get(0).accuracy())
                .isGreaterThan(result.rows().get(2).accuracy());
        assertThat(result).isEqualTo(search.search(CLOUDS));
        assertThat(result.toString()).startsWith("GridSearchResult[3 settings, best NearestNeighbours[k 15]: ");
        assertThat(search).hasToString("GridSearch[3 settings, 3 folds, repeats 1, seed 1]");
    }

    @Test
    void choosesTheFirstOnATie() {
        List<GridSearchResult.Row> rows = List.of(
                new GridSearchResult.Row(Svm.rbf(1), List.of(0.5, 0.5)),
                new GridSearchResult.Row(Svm.rbf(2), List.of(0.5, 0.75)),
                new GridSearchResult.Row(Svm.rbf(3), List.of(0.75, 0.5)));
        assertThat(new GridSearchResult(rows).best()).isEqualTo(Svm.rbf(2));
        assertThat(rows.get(1)).hasToString("Svm[RBF, C 2, gamma scale]: 62.5 %");
    }

    @Test
    void reportsProgressAndStopsOnInterrupt() {
        GridSearch search = GridSearch.of(List.of(NearestNeighbours.of(1), NearestNeighbours.of(3)), 2, 1);
        List<String> reports = new ArrayList<>();
        search.search(CLOUDS, (done, total, what) -> reports.add(done + "/" + total + " " + what));
        assertThat(reports)
                .containsExactly(
                        "1/4 NearestNeighbours[k 1], fold 1",
                        "2/4 NearestNeighbours[k 1], fold 2",
                        "3/4 NearestNeighbours[k 3], fold 1",
                        "4/4 NearestNeighbours[k 3], fold 2");
        assertThatThrownBy(() -> search.search(
                        CLOUDS, (done, total, what) -> Thread.currentThread().interrupt()))
                .isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void refusesInvalidSettings() {
        assertThatThrownBy(() -> GridSearch.of(List.of(), 3, 1))
                .hasMessage("a grid search needs at least one classifier, got none");
        assertThatThrownBy(() -> GridSearch.of(List.of(Svm.rbf(1)), 1, 1))
                .hasMessage("folds must be at least 2, got 1");
        assertThatThrownBy(() -> GridSearch.of(List.of(Svm.rbf(1)), 9, 1).search(Toys.apart()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("folds must be at most the number of groups, 8, got 9");
    }
}
