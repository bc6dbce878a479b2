package io.github.jukelab.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Exploring a table: column summaries, correlations, principal components. */
class CorrelationsTest {

    /** y = 2 x, z = -x, and a constant column. */
    private static final Table TABLE = Table.create(
            "small",
            StringColumn.create("label", "a", "b", "a", "b"),
            DoubleColumn.create("x", 1, 2, 3, 6),
            DoubleColumn.create("y", 2, 4, 6, 12),
            DoubleColumn.create("z", -1, -2, -3, -6),
            DoubleColumn.create("same", 5, 5, 5, 5));

    @Test
    void describesNumericColumns() {
        Table gaps = Table.create(
                "gaps",
                DoubleColumn.create("x", 4, Double.NaN, 1, 1),
                DoubleColumn.create("none", new double[] {Double.NaN, Double.NaN, Double.NaN, Double.NaN}));
        Table description = Tables.describe(gaps);

        assertThat(description.columnNames())
                .containsExactly("column", "missing", "mean", "std", "min", "median", "max");
        assertThat(description.intColumn("missing").asList()).containsExactly(1, 4);
        assertThat(description.row(0).getDouble("mean")).isEqualTo(2);
        assertThat(description.row(0).getDouble("std")).isCloseTo(Math.sqrt(2), within(1e-12));
        assertThat(description.row(0).getDouble("min")).isEqualTo(1);
        assertThat(description.row(0).getDouble("median")).isEqualTo(1);
        assertThat(description.row(0).getDouble("max")).isEqualTo(4);
        assertThat(description.doubleColumn("median").isMissing(1)).isTrue();
    }

    @Test
    void correlatesVaryingColumns() {
        Correlations correlations = Correlations.of(TABLE);

        assertThat(correlations.columns()).containsExactly("x", "y", "z");
        assertThat(correlations.values()[0]).containsExactly(new double[] {1, 1, -1}, within(1e-12));
        assertThat(correlations.pairs().rowCount()).isEqualTo(3);
        assertThat(correlations).hasToString("Correlations[3 columns]").isEqualTo(Correlations.of(TABLE));
    }

    @Test
    void refusesMissingNumbers() {
        assertThatThrownBy(() -> Correlations.of(Table.create(DoubleColumn.create("x", 1, Double.NaN, 2))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no number may be missing, got 1 in x");
        assertThatThrownBy(() -> Correlations.of(Table.create(DoubleColumn.create("x", 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("correlation needs at least 2 rows, got 1");
    }

    /** Three fully correlated columns have one component. */
    @Test
    void oneComponentExplainsAllVariance() {
        PrincipalComponents components = PrincipalComponents.of(TABLE, 2);

        assertThat(components.explainedVariance(1)).isCloseTo(1, within(1e-12));
        assertThat(components.explainedVariance(2)).isCloseTo(0, within(1e-12));
        assertThat(components.axis(1)).isEqualTo("Component 1, 100 % of the variance");
        assertThat(components.scores()).containsOnlyKeys("a", "b");
        assertThat(components.scores().get("a")[0][0]).isCloseTo(-Math.sqrt(3) * 2 / Math.sqrt(3.5), within(1e-9));
        assertThat(components).hasToString("PrincipalComponents[2 of 3 features, 100.0 % of the variance]");
    }

    /** The same number of components as features only rotates the rows. */
    @Test
    void allComponentsKeepAllVariance() {
        Random random = new Random(3);
        Table table =
                Table.create(StringColumn.create("label", random.ints(50, 0, 2).mapToObj(i -> "l" + i)));
        for (int j = 0; j < 12; j++) {
            table.addColumns(DoubleColumn.create("f" + j, random.doubles(50).toArray()));
        }
        PrincipalComponents components = PrincipalComponents.of(table, 12);
        double sum = 0;
        for (int c = 1; c <= 12; c++) {
            sum += components.explainedVariance(c);
            assertThat(c == 1 || components.explainedVariance(c) <= components.explainedVariance(c - 1))
                    .isTrue();
        }

        assertThat(sum).isCloseTo(1, within(1e-9));
        assertThat(components.loadings().rowCount()).isEqualTo(12);
        assertThat(components.loadings().doubleColumn("component 3").asList().stream()
                        .mapToDouble(loading -> loading * loading)
                        .sum())
                .isCloseTo(1, within(1e-9));
    }

    @Test
    void refusesInvalidNumbersOfComponents() {
        assertThatThrownBy(() -> PrincipalComponents.of(TABLE, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("components must be from 1 to the 3 columns that vary, got 4");
        assertThatThrownBy(() -> PrincipalComponents.of(TABLE, 1).scores())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("scores in a plane need two components, got 1");
    }

    @Test
    void resultsHaveOneRowPerModel() {
        Evaluation correct = Evaluation.of(
                new Predictions(List.of("a", "b"), List.of(new Prediction("x", "x", 0, new float[] {1, 0}))));
        Table results = Tables.results("by track", List.of("first", 2), List.of(correct, correct));

        assertThat(results.columnNames()).containsExactly("model", "accuracy %", "low %", "high %", "tracks");
        assertThat(results.stringColumn("model").asList()).containsExactly("first", "2");
        assertThat(results.row(1).getDouble("accuracy %")).isEqualTo(100);
        assertThat(results.row(1).getDouble("low %")).isEqualTo(20.7);
        assertThatThrownBy(() -> Tables.results("x", List.of("a"), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("results need one evaluation per model, got 0 for 1");
    }
}
