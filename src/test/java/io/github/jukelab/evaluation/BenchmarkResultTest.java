package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BenchmarkResultTest {

    private static final Predictions GOOD = McNemarTest.tracks(true, true, true, false);
    private static final Predictions POOR = McNemarTest.tracks(true, false, false, false);
    private static final Map<String, String> GROUPS = Map.of("s0", "a", "s1", "a", "s2", "a");

    private static BenchmarkResult result() {
        Map<String, Predictions> predictions = new LinkedHashMap<>();
        predictions.put("good", GOOD);
        predictions.put("a poor one", POOR);
        return new BenchmarkResult("by track", predictions, GROUPS, 1);
    }

    @Test
    void evaluatesEachModel() {
        assertThat(result().models()).containsExactly("good", "a poor one");
        assertThat(result().evaluation("good").accuracy()).isEqualTo(0.75);
        assertThat(result().evaluation("a poor one").accuracy()).isEqualTo(0.25);
        assertThat(result()).hasToString("BenchmarkResult[by track: 2 models, 4 predictions for 4 tracks]");
    }

    @Test
    void intervalsResampleGroups() {
        assertThat(result().interval("good")).isEqualTo(Interval.bootstrap(GOOD, GROUPS, 1));
        assertThat(result().comparison("good", "a poor one")).isEqualTo(Comparison.of(GOOD, POOR, GROUPS, 1));
    }

    @Test
    void refusesUnknownModelsAndDifferentExamples() {
        assertThatThrownBy(() -> result().of("best"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("model must be one of [good, a poor one], got best");
        assertThatThrownBy(() -> new BenchmarkResult("by track", Map.of(), GROUPS, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a trial needs at least one model, got none");
        Map<String, Predictions> others = Map.of("one", GOOD, "other", McNemarTest.tracks(true));
        assertThatThrownBy(() -> new BenchmarkResult("by track", others, GROUPS, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("both models must predict the same examples");
    }

    @Test
    void poolsSplits() {
        Predictions pooled = Predictions.pooled(List.of(GOOD, POOR));

        assertThat(pooled.rows())
                .extracting(Prediction::id)
                .containsExactly("s0", "s1", "s2", "s3", "s0, split 2", "s1, split 2", "s2, split 2", "s3, split 2");
        assertThat(Evaluation.of(pooled).accuracy()).isEqualTo(0.5);
        assertThat(Evaluation.of(pooled).tracks()).isEqualTo(4);
        assertThat(Predictions.pooled(List.of(GOOD))).isEqualTo(GOOD);
    }

    @Test
    void refusesToPoolSplitsWithOtherLabels() {
        Predictions other = new Predictions(List.of("x", "z"), GOOD.rows());
        assertThatThrownBy(() -> Predictions.pooled(List.of(GOOD, other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("all splits must have the same labels, got [x, y] and [x, z]");
        assertThatThrownBy(() -> Predictions.pooled(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("pooled predictions need at least one split, got none");
    }

    @Test
    void removesRowsById() {
        assertThat(GOOD.correctIds()).containsExactly("s0", "s1", "s2");
        assertThat(GOOD.without(List.of("s0", "s2", "s9")).rows())
                .containsExactly(GOOD.rows().get(1), GOOD.rows().get(3));
        assertThatThrownBy(() -> GOOD.without(List.of("s0", "s1", "s2", "s3")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("predictions need at least one row, got none");
    }

    private static BenchmarkResult of(String protocol, Predictions first, Predictions second) {
        Map<String, Predictions> predictions = new LinkedHashMap<>();
        predictions.put("SVM", first);
        predictions.put("5-NN", second);
        return new BenchmarkResult(protocol, predictions, Map.of(), 1);
    }

    @Test
    void theTwoMostAccurateModelsAreCompared() {
        assertThat(of("by artist", POOR, GOOD).summary())
                .startsWith(
                        "Of 2 models 5-NN is correct most often: 75.0 % of 4 tracks. The next is SVM. 75.0 % are correct by"
                                + " 5-NN, 25.0 % by SVM: 50.0 points less. ");
        assertThat(new BenchmarkResult("by artist", Map.of("SVM", GOOD), Map.of(), 1).summary())
                .isEqualTo("Of 1 model SVM is correct most often: 75.0 % of 4 tracks.");
    }

    @Test
    void whatAProtocolChangesIsTold() {
        assertThat(BenchmarkResult.summary(List.of(of("at random", GOOD, POOR), of("by artist", POOR, POOR))))
                .isEqualTo(
                        "From at random to by artist 1 of 2 models loses accuracy, most of all SVM: from 75.0 % to 25.0 %."
                                + " Most accurate in the first: SVM; in the last: SVM and 5-NN.");
        assertThat(BenchmarkResult.summary(List.of(of("at random", GOOD, POOR), of("by artist", POOR, GOOD))))
                .endsWith("Most accurate in the first: SVM; in the last: 5-NN.");
        assertThat(BenchmarkResult.summary(List.of(of("a", GOOD, POOR), of("b", GOOD, POOR))))
                .isEqualTo("From a to b no model loses accuracy. Most accurate in both: SVM.");
        assertThatThrownBy(() -> BenchmarkResult.summary(List.of(result()))).hasMessageContaining("results");
    }
}
