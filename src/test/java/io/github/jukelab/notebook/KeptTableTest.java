package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.provenance.RunCard;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class KeptTableTest {

    private static RunCard card(double accuracy, double low, double high) {
        RunCard.Result result = new RunCard.Result(134, accuracy, low, high, 1, 1, 0, "", new TreeMap<>());
        return RunCard.of(RunCard.Data.of("a", List.of("x")), "by group", 1, "CPU", result);
    }

    @Test
    void seedsOfAModelAreOneRow() {
        Table table = KeptTable.of(
                "four-genres",
                Map.of(
                        "svm_table_1", card(0.8, 0.7, 0.85),
                        "svm_table_42", card(0.9, 0.75, 0.95),
                        "small-windows_1", card(0.5, 0.4, 0.6)));
        assertThat(table.name()).isEqualTo("four-genres, kept runs");
        assertThat(table.stringColumn("model").asList()).containsExactly("small-windows", "svm_table");
        assertThat(table.stringColumn("mean, correct in %").asList()).containsExactly("50.0", "85.0");
        assertThat(table.stringColumn("of each seed").get(1).split(", ")).containsExactlyInAnyOrder("80.0", "90.0");
        assertThat(table.stringColumn("95 % intervals").asList()).containsExactly("40.0–60.0", "70.0–95.0");
        assertThat(table.stringColumn("tracks").asList()).containsExactly("134", "134");
    }
}
