package io.github.jukelab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.SyntheticAnimals;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CatsAndDogsExercisesTest {

    private static boolean isRight(String id, Object... values) {
        return Exercises.of(id).check(values).right();
    }

    @Test
    void twoFramesForEachColumn() {
        assertThat(isRight("06.1", 64 / 2726.0)).isTrue();
        assertThat(isRight("06.1", 32 / 2726.0)).isFalse();
        assertThat(isRight("06.1", 1 - 64 / 2726.0)).isFalse();
        assertThat(isRight("06.1", 1)).isFalse();
    }

    /** Three long cats, one short cat, and dogs of one second. */
    @Test
    void aThresholdBetweenShortAndLong() {
        Dataset dataset = Dataset.of(SyntheticAnimals.INFO, SyntheticAnimals.INFO.trackIds());
        List<String> cats = ids(dataset, "cat");
        Map<String, Double> seconds = new LinkedHashMap<>();
        for (int i = 0; i < 3; i++) {
            seconds.put(cats.get(i), 5.0 + i);
            seconds.put(ids(dataset, "dog").get(i), 1.0);
        }
        seconds.put(cats.get(3), 0.5);

        assertThat(isRight("06.2", 3, seconds, dataset)).isTrue();
        assertThat(isRight("06.2", 1, seconds, dataset)).isTrue();
        assertThat(isRight("06.2", 0.7, seconds, dataset)).isFalse();
        assertThat(isRight("06.2", 5.5, seconds, dataset)).isFalse();
        assertThat(isRight("06.2", 3, Map.of(), dataset)).isFalse();
        assertThat(isRight("06.2", 3, Map.of("no track", 3.0), dataset)).isFalse();
    }

    private static List<String> ids(Dataset dataset, String label) {
        return dataset.tracks(label).stream().map(track -> track.id()).toList();
    }

    @Test
    void theLossDoesNotChangeWithTheOrder() {
        assertThat(isRight("06.3", new double[] {0.367, 0.367})).isTrue();
        assertThat(isRight("06.3", new double[] {0.734, 0.734})).isFalse();
        assertThat(isRight("06.3", new double[] {0.511, 0.223})).isFalse();
        assertThat(isRight("06.3", 0.367)).isFalse();
    }

    @Test
    void theFirstNumberWhoseIntervalIsAboveTheBaseline() {
        assertThat(isRight("06.4", 47)).isTrue();
        assertThat(isRight("06.4", 46)).isFalse();
        assertThat(isRight("06.4", 48)).isFalse();
        assertThat(isRight("06.4", 68)).isFalse();
        assertThat(isRight("06.4", 46.5)).isFalse();
    }

    @Test
    void nineOfTenAreNotByChance() {
        assertThat(isRight("06.5", 9)).isTrue();
        assertThat(isRight("06.5", 8)).isFalse();
        assertThat(isRight("06.5", 10)).isFalse();
        assertThat(isRight("06.5", 2)).isFalse();
    }
}
