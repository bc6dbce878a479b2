package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class EvaluationProperties {

    @Provide
    Arbitrary<Predictions> tracks() {
        Arbitrary<int[]> counts =
                Arbitraries.integers().between(0, 5).array(int[].class).ofSize(3);
        return counts.array(int[][].class)
                .ofSize(3)
                .filter(rows -> IntStream.range(0, 9).anyMatch(i -> rows[i / 3][i % 3] > 0))
                .map(rows -> EvaluationTest.predictions(List.of("a", "b", "c"), rows));
    }

    @Property
    void theIntervalContainsTheAccuracy(
            @ForAll @IntRange(min = 1, max = 5000) int total, @ForAll @IntRange(max = 5000) int number) {
        int correct = number % (total + 1);
        Interval interval = Interval.wilson(correct, total);
        assertThat((double) correct / total).isBetween(interval.low() - 1e-12, interval.high() + 1e-12);
        Interval mirror = Interval.wilson(total - correct, total);
        assertThat(mirror.low()).isCloseTo(1 - interval.high(), within(1e-12));
    }

    @Property(tries = 200)
    void rowsAndColumnsSumToTheTotal(@ForAll("tracks") Predictions tracks) {
        ConfusionMatrix confusion = ConfusionMatrix.of(tracks);
        assertThat(IntStream.range(0, 3).map(confusion::actual).sum()).isEqualTo(confusion.total());
        assertThat(IntStream.range(0, 3).map(confusion::predicted).sum())
                .isEqualTo(tracks.rows().size());
        assertThat(confusion.correct()
                        + confusion.mistakes().stream()
                                .mapToInt(ConfusionMatrix.Mistake::count)
                                .sum())
                .isEqualTo(confusion.total());
    }

    @Property(tries = 200)
    void f1IsBetweenPrecisionAndRecall(@ForAll("tracks") Predictions tracks) {
        ClassificationReport report = Evaluation.of(tracks).report();
        for (ClassMetrics line : report.classes()) {
            double low = Math.min(line.precision(), line.recall());
            assertThat(line.f1()).isBetween(low - 1e-12, Math.max(line.precision(), line.recall()) + 1e-12);
        }
        assertThat(report.macroF1()).isBetween(0.0, 1.0);
    }

    @Property(tries = 100)
    void votesOverSingleSegmentsChangeNothing(@ForAll("tracks") Predictions tracks) {
        assertThat(tracks.byTrack(Vote.MEAN).rows()).isEqualTo(tracks.rows());
        assertThat(tracks.byTrack(Vote.MAJORITY).rows()).isEqualTo(tracks.rows());
    }
}
