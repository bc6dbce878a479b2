package io.github.jukelab.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
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

    /** Notes who is learnt from and who is asked about. */
    private static final class Spy implements Classifier {

        private final List<FeatureVectors> learnt = new ArrayList<>();
        private final List<FeatureVectors> asked = new ArrayList<>();

        @Override
        public Model fit(FeatureVectors train, Progress progress) {
            learnt.add(train);
            Model model = NearestNeighbours.of(1).fit(train);
            return samples -> {
                asked.add(samples);
                return model.predict(samples);
            };
        }
    }

    private static Set<String> tracks(FeatureVectors samples) {
        return samples.samples().stream().map(FeatureVector::track).collect(Collectors.toSet());
    }

    @Test
    void everyTrackIsAskedAboutOnceAndNeverLearntThen() {
        Spy spy = new Spy();
        GridSearch.of(List.of(spy), 4, 1).search(CLOUDS);
        assertThat(spy.asked).hasSize(4);
        List<FeatureVector> all = new ArrayList<>();
        for (int fold = 0; fold < 4; fold++) {
            assertThat(tracks(spy.learnt.get(fold))).doesNotContainAnyElementsOf(tracks(spy.asked.get(fold)));
            assertThat(spy.learnt.get(fold).size() + spy.asked.get(fold).size()).isEqualTo(CLOUDS.size());
            all.addAll(spy.asked.get(fold).samples());
        }
        assertThat(all).containsExactlyInAnyOrderElementsOf(CLOUDS.samples());
    }

    @Test
    void foldsHaveAsManyOfEachLabel() {
        Spy spy = new Spy();
        GridSearch.of(List.of(spy), 4, 1).search(CLOUDS);
        for (FeatureVectors fold : spy.asked) {
            Map<String, Long> counts =
                    fold.samples().stream().collect(Collectors.groupingBy(FeatureVector::label, Collectors.counting()));
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
        for (FeatureVectors fold : spy.asked) {
            Set<String> here = tracks(fold).stream()
                    .map(track -> artists.getOrDefault(track, track))
                    .collect(Collectors.toSet());
            assertThat(seen).doesNotContainAnyElementsOf(here);
            seen.addAll(here);
        }
        assertThat(seen).hasSize(6);
    }

    @Test
    void theBestOnAverageIsChosen() {
        GridSearch search = GridSearch.of(
                List.of(NearestNeighbours.of(1), NearestNeighbours.of(15), NearestNeighbours.of(120)), 3, 1);
        GridSearchResult grid = search.search(CLOUDS);
        assertThat(grid.rows()).hasSize(3).allSatisfy(row -> assertThat(row.accuracies())
                .hasSize(3));
        assertThat(grid.best()).isEqualTo(NearestNeighbours.of(15));
        assertThat(grid.rows().get(1).accuracy())
                .isGreaterThan(grid.rows().get(0).accuracy())
                .isGreaterThan(grid.rows().get(2).accuracy());
        assertThat(grid).isEqualTo(search.search(CLOUDS));
        assertThat(grid.toString()).startsWith("GridSearchResult[3 settings, best NearestNeighbours[k 15]: ");
        assertThat(search).hasToString("GridSearch[3 settings, 3 folds, dealings 1, seed 1]");
    }

    @Test
    void ofEqualsTheFirst() {
        List<GridSearchResult.Row> rows = List.of(
                new GridSearchResult.Row(Svm.rbf(1), List.of(0.5, 0.5)),
                new GridSearchResult.Row(Svm.rbf(2), List.of(0.5, 0.75)),
                new GridSearchResult.Row(Svm.rbf(3), List.of(0.75, 0.5)));
        assertThat(new GridSearchResult(rows).best()).isEqualTo(Svm.rbf(2));
        assertThat(rows.get(1)).hasToString("Svm[RBF, C 2, gamma scale]: 62.5 %");
    }

    @Test
    void progressIsToldAndCanEndIt() {
        GridSearch search = GridSearch.of(List.of(NearestNeighbours.of(1), NearestNeighbours.of(3)), 2, 1);
        List<String> told = new ArrayList<>();
        search.search(CLOUDS, (done, total, what) -> told.add(done + "/" + total + " " + what));
        assertThat(told)
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
    void nonsenseIsRefused() {
        assertThatThrownBy(() -> GridSearch.of(List.of(), 3, 1))
                .hasMessage("a grid search needs at least one classifier, got none");
        assertThatThrownBy(() -> GridSearch.of(List.of(Svm.rbf(1)), 1, 1))
                .hasMessage("folds must be at least 2, got 1");
        assertThatThrownBy(() -> GridSearch.of(List.of(Svm.rbf(1)), 9, 1).search(Toys.apart()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("folds must be at most the number of groups, 8, got 9");
    }
}
