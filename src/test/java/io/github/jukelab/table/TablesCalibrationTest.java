package io.github.jukelab.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.evaluation.Calibration;
import io.github.jukelab.evaluation.Coverage;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import java.util.List;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class TablesCalibrationTest {

    private static final Predictions TRACKS = new Predictions(
            List.of("x", "y"),
            List.of(
                    new Prediction("a", "a", 0, new float[] {0.96f, 0.04f}),
                    new Prediction("b", "b", 1, new float[] {0.62f, 0.38f}),
                    new Prediction("c", "c", 0, new float[] {0.68f, 0.32f})));

    @Test
    void aRowPerBin() {
        Table table = Tables.of(Calibration.of(TRACKS));
        assertThat(table.columnNames())
                .containsExactly("from %", "to %", "answers", "confidence %", "accuracy %", "low %", "high %");
        assertThat(table.intColumn("answers").asObjectArray()).containsExactly(2, 1);
        assertThat(table.doubleColumn("confidence %").asDoubleArray()).containsExactly(65, 96);
        assertThat(table.doubleColumn("accuracy %").asDoubleArray()).containsExactly(50, 100);
    }

    @Test
    void aRowPerThreshold() {
        Table table = Tables.of(Coverage.of(TRACKS));
        assertThat(table.rowCount()).isEqualTo(20);
        assertThat(table.row(14).getDouble("abstain below")).isEqualTo(0.7);
        assertThat(table.row(14).getInt("answers")).isEqualTo(1);
        assertThat(table.row(14).getDouble("answered %")).isEqualTo(33.3);
        assertThat(table.row(14).getDouble("accuracy %")).isEqualTo(100);
    }
}
