package io.github.jukelab.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.evaluation.LearningCurve;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FewRecordingsExercisesTest {

    private static Verdict check(String id, Object... values) {
        return Exercises.of(id).check(values);
    }

    /** By computing the statistics before and after. */
    @Test
    void shufflingChangesTheDifferencesAlone() {
        double[] levels = new Random(1).doubles(50).toArray();
        double[] sorted = levels.clone();
        Arrays.sort(sorted);
        assertThat(Arrays.stream(sorted).sum()).isCloseTo(Arrays.stream(levels).sum(), within(1e-9));
        assertThat(changes(sorted)).isLessThan(changes(levels));
        assertThat(check("09.1", List.of("diff_std")).right()).isTrue();
        assertThat(check("09.1", "DIFF_STD").right()).isTrue();
        assertThat(check("09.1", "std, diff_std").right()).isFalse();
        assertThat(check("09.1", "mean").text()).contains("the one before it");
        assertThat(check("09.1", "median").text()).contains("the statistics are mean");
    }

    private static double changes(double[] levels) {
        double sum = 0;
        for (int i = 1; i < levels.length; i++) {
            sum += Math.abs(levels[i] - levels[i - 1]);
        }
        return sum;
    }

    @Test
    void oneMoreThanValuesCanHaveAnyLabels() {
        for (int values : new int[] {1, 2, 57, 480}) {
            assertThat(check("09.2", values + 1, values).right()).isTrue();
            assertThat(check("09.2", values, values).text()).contains("one more recording");
            assertThat(check("09.2", values + 2, values).right()).isFalse();
        }
        // Of three points on a line, two of eight labellings have no border; of twice as many as unknowns half can be
        // had
        assertThat(check("09.2", 3, 1).text()).contains("75.00 %");
        assertThat(check("09.2", 962, 480).text()).contains("50.00 %");
        assertThat(check("09.2", 100_000, 1).right()).isFalse();
        assertThat(check("09.2", 0, 480).text()).contains("at least one recording");
    }

    private static LearningCurve.Point point(int perClass, List<Double> accuracies) {
        return new LearningCurve.Point(perClass, false, accuracies, new TreeMap<>(Map.of("t", 0.5)));
    }

    @Test
    void drawsThatFallAreCountedOneByOne() {
        LearningCurve curve = new LearningCurve(List.of(
                new LearningCurve.Line(
                        "a", List.of(point(1, List.of(0.5, 0.5, 0.5)), point(2, List.of(0.4, 0.5, 0.9)))),
                new LearningCurve.Line("b", List.of(point(1, List.of(0.5)), point(2, List.of(0.4))))));
        assertThat(check("09.3", 0.5, curve).text()).startsWith("Right: in 2 of 4 draws");
        assertThat(check("09.3", 0.75, curve).text()).contains("it has not fallen");
        assertThat(check("09.3", 0, curve).right()).isFalse();
    }

    @Test
    void aCurveOfOneSizeHasNoDoubling() {
        LearningCurve one = new LearningCurve(List.of(new LearningCurve.Line("a", List.of(point(1, List.of(0.5))))));
        assertThat(check("09.3", 0, one).text()).contains("no two sizes");
        LearningCurve uneven = new LearningCurve(
                List.of(new LearningCurve.Line("a", List.of(point(1, List.of(0.5, 0.4)), point(2, List.of(0.5))))));
        assertThat(check("09.3", 0, uneven).text()).contains("no two sizes");
    }

    @Test
    void theFewestKnownTracksThatExplainTheAdvantage() {
        assertThat(check("09.4", 40).right()).isTrue();
        assertThat(check("09.4", 39).text()).contains("still better");
        assertThat(check("09.4", 41).text()).contains("fewer known tracks");
        assertThat(check("09.4", 94).right()).isFalse();
        assertThat(check("09.4", 100).text()).contains("a whole number");
        assertThat(check("09.4", 39.5).text()).contains("a whole number");
    }
}
