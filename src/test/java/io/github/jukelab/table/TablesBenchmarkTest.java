package io.github.jukelab.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.SplitRatio;
import io.github.jukelab.dataset.Splits;
import io.github.jukelab.evaluation.BenchmarkResult;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class TablesBenchmarkTest {

    private static BenchmarkResult result(String protocol, String model, boolean... correct) {
        List<Prediction> rows = new ArrayList<>();
        for (boolean each : correct) {
            rows.add(new Prediction("s" + rows.size(), "s" + rows.size(), 0, new float[] {each ? 1 : 0, each ? 0 : 1}));
        }
        return new BenchmarkResult(protocol, Map.of(model, new Predictions(List.of("x", "y"), rows)), Map.of(), 1);
    }

    @Test
    void accuraciesHaveOneRowPerResult() {
        Table table = Tables.accuracies(
                List.of(result("leaky", "1-NN", true, true), result("strict", "1-NN", false, false, false)));

        assertThat(table.columnNames()).containsExactly("protocol", "tracks", "chance %", "majority %", "1-NN");
        assertThat(table.stringColumn("protocol").asList()).containsExactly("leaky", "strict");
        assertThat(table.intColumn("tracks").asList()).containsExactly(2, 3);
        assertThat(table.doubleColumn("chance %").asList()).containsExactly(50.0, 50.0);
        assertThat(table.doubleColumn("majority %").asList()).containsExactly(100.0, 100.0);
        assertThat(table.stringColumn("1-NN").asList()).containsExactly("100.0 (100.0–100.0)", "0.0 (0.0–0.0)");
    }

    @Test
    void accuraciesRequireTheSameModels() {
        assertThatThrownBy(
                        () -> Tables.accuracies(List.of(result("leaky", "1-NN", true), result("strict", "SVM", true))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there must be at least one result, all of the same models, got [[1-NN], [SVM]]");
        assertThatThrownBy(() -> Tables.accuracies(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there must be at least one result, all of the same models, got []");
    }

    @Test
    void leakageHasOneRowPerProtocol() {
        Dataset dataset = Dataset.of(Gtzan.INFO, Gtzan.INFO.trackIds());
        Map<String, List<Split>> protocols = Splits.protocols(dataset, SplitRatio.of(0.8, 0.2), 2, 1);
        Table table = Tables.leakage(protocols, dataset);

        assertThat(table.columnNames())
                .containsExactly("protocol", "splits", "train", "test", "track in train %", "artist in train %");
        assertThat(table.intColumn("splits").asList()).containsExactly(2, 3, 1);
        assertThat(table.intColumn("train").asList()).containsExactly(800, 633, 443);
        assertThat(table.doubleColumn("track in train %").asList()).containsExactly(0.0, 0.0, 0.0);
        assertThat(table.doubleColumn("artist in train %").get(0)).isBetween(50.0, 70.0);
        assertThat(table.doubleColumn("artist in train %").get(1)).isZero();
    }
}
