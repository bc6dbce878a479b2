package io.github.jukelab.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.evaluation.Reports;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class TablesRobustnessTest {

    @Test
    void eachChangeHasARow() {
        Table table = Tables.of(Reports.four());
        assertThat(table.columnNames())
                .containsExactly(
                        "change",
                        "tracks",
                        "changed",
                        "changed %",
                        "low %",
                        "high %",
                        "right to wrong",
                        "wrong to right",
                        "accuracy before %",
                        "accuracy after %");
        assertThat(table.stringColumn("change").asList()).containsExactly("same", "worse", "other");
        assertThat(table.intColumn("tracks").asList()).containsOnly(4);
        assertThat(table.intColumn("changed").asList()).containsExactly(0, 2, 1);
        assertThat(table.doubleColumn("changed %").asList()).containsExactly(0.0, 50.0, 25.0);
        assertThat(table.doubleColumn("low %").asList()).containsExactly(0.0, 15.0, 4.6);
        assertThat(table.doubleColumn("high %").asList()).containsExactly(49.0, 85.0, 69.9);
        assertThat(table.intColumn("right to wrong").asList()).containsExactly(0, 1, 0);
        assertThat(table.intColumn("wrong to right").asList()).containsExactly(0, 1, 1);
        assertThat(table.doubleColumn("accuracy before %").asList()).containsOnly(50.0);
        assertThat(table.doubleColumn("accuracy after %").asList()).containsExactly(50.0, 50.0, 75.0);
    }
}
