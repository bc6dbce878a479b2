package io.github.jukelab.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.extraction.FeatureTable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class TablesFeaturesTest {

    private static Table table(String[] labels, double... values) {
        return Table.create(
                "t",
                StringColumn.create("track", IntStream.range(0, labels.length).mapToObj(i -> "track" + i)),
                StringColumn.create("label", labels),
                DoubleColumn.create("x", values));
    }

    private static FeatureTable features() {
        return FeatureTable.of(List.of(row("blues.00000.wav", 0.5, "blues"), row("rock.00000.wav", -3, "rock")));
    }

    private static FeatureTable.Row row(String filename, double first, String label) {
        List<Double> features = IntStream.range(0, 57).mapToObj(i -> first + i).toList();
        return new FeatureTable.Row(filename, 661_794, features, label);
    }

    @Test
    void featureTableHasFixedTypes() {
        Table table = Tables.of(features());
        assertThat(table.columnNames()).isEqualTo(FeatureTable.COLUMNS);
        assertThat(table.types())
                .startsWith(ColumnType.STRING, ColumnType.INTEGER, ColumnType.DOUBLE)
                .endsWith(ColumnType.DOUBLE, ColumnType.STRING);
        assertThat(table.rowCount()).isEqualTo(2);
        assertThat(table.row(1).getString("filename")).isEqualTo("rock.00000.wav");
        assertThat(table.row(1).getInt("length")).isEqualTo(661_794);
        assertThat(table.row(1).getDouble("chroma_stft_var")).isEqualTo(-2);
        assertThat(table.row(1).getString("label")).isEqualTo("rock");
    }

    @Test
    void featureTableIsCopied() {
        FeatureTable features = features();
        Tables.of(features).removeColumns("tempo");
        assertThat(Tables.of(features).columnNames()).contains("tempo");
        assertThat(Tables.of(features).columnNames()).isEqualTo(FeatureTable.COLUMNS);
    }

    @Test
    void valuesByLabelKeepTheOrderOfTheTable() {
        Table table = table(new String[] {"rock", "blues", "rock", "blues"}, 1, 2, 3, Double.NaN);

        Map<String, double[]> values = Tables.byLabel(table, "x");

        assertThat(values.keySet()).containsExactly("rock", "blues");
        assertThat(values.get("rock")).containsExactly(1, 3);
        assertThat(values.get("blues")).containsExactly(2);
    }

    @Test
    void meansByLabelKeepTheOrderOfTheLabels() {
        String[] labels = IntStream.range(0, 40)
                .mapToObj(i -> Gtzan.INFO.labels().get(9 - i % 10))
                .toArray(String[]::new);
        double[] values = IntStream.range(0, 40).mapToDouble(i -> i % 10).toArray();

        Table means = Tables.means(table(labels, values), "x");

        assertThat(means.columnNames()).containsExactly("label", "x");
        assertThat(means.stringColumn("label").asList()).containsExactly(Arrays.copyOf(labels, 10));
        assertThat(means.doubleColumn("x").asDoubleArray()).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
    }

    @Test
    void etaSquaredIsOneWithinConstantGroupsAndZeroForEqualMeans() {
        String[] labels = {"a", "a", "b", "b"};
        Table table = table(labels, 1, 1, 7, 7)
                .addColumns(
                        DoubleColumn.create("none", new double[] {1, 3, 3, 1}),
                        DoubleColumn.create("half", new double[] {0, 2, 2, 4}),
                        IntColumn.create("whole", new int[] {1, 1, 2, 2}));

        Table etaSquared = Tables.etaSquared(table);

        assertThat(etaSquared.stringColumn("feature").asList()).containsExactlyInAnyOrder("x", "none", "half", "whole");
        Map<String, double[]> shares = Tables.byLabel(renamed(etaSquared), "share between labels");
        assertThat(shares.get("x")).containsExactly(1);
        assertThat(shares.get("whole")).containsExactly(1);
        assertThat(shares.get("half")).containsExactly(0.5);
        assertThat(shares.get("none")).containsExactly(0);
    }

    @Test
    void etaSquaredIsSortedAndSkipsConstantColumns() {
        Table table = table(new String[] {"a", "a", "b", "b"}, 5, 5, 5, 5)
                .addColumns(
                        DoubleColumn.create("little", new double[] {0, 2, 2, 4}),
                        DoubleColumn.create("much", new double[] {0, 1, 8, 9}));

        assertThat(Tables.etaSquared(table).stringColumn("feature").asList()).containsExactly("much", "little");
    }

    @Test
    void randomValuesHaveTheExpectedEtaSquared() {
        Random random = new Random(1);
        String[] labels =
                IntStream.range(0, 100).mapToObj(i -> "label" + i % 10).toArray(String[]::new);
        double mean = IntStream.range(0, 200)
                .mapToDouble(repeat -> Tables.etaSquared(
                                table(labels, random.doubles(100).toArray()))
                        .doubleColumn("share between labels")
                        .getDouble(0))
                .average()
                .orElseThrow();

        assertThat(mean).isCloseTo(9.0 / 99, within(0.01));
    }

    private static Table renamed(Table etaSquared) {
        Table copy = etaSquared.copy();
        copy.column("feature").setName("label");
        return copy;
    }

    @Test
    void anUnknownColumnIsToldWithThoseThereAre() {
        Table table = table(new String[] {"rock", "blues"}, 1, 2);
        assertThatThrownBy(() -> Tables.byLabel(table, "y"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("column must be one of [")
                .hasMessageContaining("], got y");
        assertThatThrownBy(() -> Tables.means(table, "x", "labels"))
                .hasMessageEndingWith(", got labels; similar: label");
    }

    @Test
    void labelsAreNumberedFromZero() {
        Table numbers = Tables.labelNumbers(List.of("blues", "rock"));
        assertThat(numbers.columnNames()).containsExactly("label", "number");
        assertThat(numbers.stringColumn("label").asList()).containsExactly("blues", "rock");
        assertThat(numbers.intColumn("number").asObjectArray()).containsExactly(0, 1);
    }
}
