package io.github.jukelab.classic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.input.FeatureVectors;
import io.github.jukelab.input.Toys;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class GridSearchRepeatsTest {

    private static final FeatureVectors CLOUDS = Toys.clouds(60, 4, 1);

    private static final List<Classifier> SETTINGS = List.of(NearestNeighbours.of(1), NearestNeighbours.of(15));

    private static GridSearch search(long seed) {
        return GridSearch.of(SETTINGS, 3, seed);
    }

    /** Three repeats from seed 5 are the folds of seeds 5, 6 and 7, one after the other. */
    @Test
    void eachRepeatUsesTheNextSeed() {
        GridSearchResult thrice = search(5).withRepeats(3).search(CLOUDS);
        for (int setting = 0; setting < SETTINGS.size(); setting++) {
            int row = setting;
            List<Double> single = LongStream.of(5, 6, 7)
                    .mapToObj(
                            seed -> search(seed).search(CLOUDS).rows().get(row).accuracies())
                    .flatMap(List::stream)
                    .toList();
            assertThat(thrice.rows().get(row).accuracies()).hasSize(9).isEqualTo(single);
        }
    }

    @Test
    void repeatsDiffer() {
        List<Double> folds =
                search(1).withRepeats(2).search(CLOUDS).rows().get(0).accuracies();
        assertThat(folds.subList(0, 3)).isNotEqualTo(folds.subList(3, 6));
    }

    @Test
    void progressCountsAllFolds() {
        List<String> reports = new ArrayList<>();
        search(1).withRepeats(2).search(CLOUDS, (done, total, what) -> reports.add(done + "/" + total));
        assertThat(reports).hasSize(12).startsWith("1/12").endsWith("12/12");
    }

    @Test
    void groupsAndRepeatsAreKept() {
        GridSearch grouped = search(1).withGroups(Map.of("a.0", "x"));
        assertThat(grouped.withRepeats(4).groups()).isEqualTo(grouped.groups());
        assertThat(grouped.withRepeats(4)).hasToString("GridSearch[2 settings, 3 folds, repeats 4, seed 1]");
        assertThat(search(1).withRepeats(4).withGroups(Map.of()).repeats()).isEqualTo(4);
    }

    @Test
    void refusesZeroRepeats() {
        assertThatThrownBy(() -> search(1).withRepeats(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("repeats must be at least 1, got 0");
    }
}
