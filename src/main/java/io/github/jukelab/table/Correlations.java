package io.github.jukelab.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/**
 * The correlations of all pairs of numeric columns: Pearson's coefficient, from −1 to 1.
 *
 * <p>Notebook: 02-feature-tables
 *
 * @param columns their names; constant columns are skipped
 * @param values [column][column], in [−1, 1], 1 on the diagonal
 */
public record Correlations(List<String> columns, double[][] values) {

    /**
     * Copies list and values.
     *
     * @param columns their names
     * @param values [column][column]
     */
    public Correlations {
        columns = List.copyOf(columns);
        values = Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * The correlations of a table.
     *
     * @param table at least two rows, no number missing
     * @return of its numeric columns that are not constant
     * @throws IllegalArgumentException if there are fewer than two rows, or a number is missing
     */
    public static Correlations of(Table table) {
        if (table.rowCount() < 2) {
            throw new IllegalArgumentException("correlation needs at least 2 rows, got " + table.rowCount());
        }
        List<String> names = table.numericColumns().stream()
                .filter(column -> column.countUnique() > 1)
                .map(Column::name)
                .toList();
        double[][] rows = standardised(table, names);
        double[][] values = new double[names.size()][names.size()];
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j <= i; j++) {
                values[i][j] = i == j ? 1 : product(rows[i], rows[j]) / table.rowCount();
                values[j][i] = values[i][j];
            }
        }
        return new Correlations(names, values);
    }

    /** [column][row], each of mean 0 and standard deviation 1. */
    static double[][] standardised(Table table, List<String> names) {
        return names.stream()
                .map(name -> {
                    if (table.column(name).countMissing() > 0) {
                        throw new IllegalArgumentException("no number may be missing, got "
                                + table.column(name).countMissing() + " in " + name);
                    }
                    return standardised(table.numberColumn(name).asDoubleArray());
                })
                .toArray(double[][]::new);
    }

    private static double[] standardised(double[] values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double[] centred = Arrays.stream(values).map(value -> value - mean).toArray();
        double std = Math.sqrt(product(centred, centred) / values.length);
        return Arrays.stream(centred).map(value -> value / std).toArray();
    }

    private static double product(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /**
     * The values.
     *
     * @return a copy, [column][column]
     */
    @Override
    public double[][] values() {
        return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    }

    /**
     * Every pair of columns once.
     *
     * @return columns first, second (text) and correlation; sorted by absolute value, the strongest first
     */
    public Table pairs() {
        record Pair(String first, String second, double value) {}
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            for (int j = i + 1; j < values.length; j++) {
                pairs.add(new Pair(columns.get(i), columns.get(j), values[i][j]));
            }
        }
        pairs.sort(Comparator.comparingDouble(pair -> -Math.abs(pair.value())));
        return Table.create(
                "pairs of columns",
                StringColumn.create("first", pairs.stream().map(Pair::first).toList()),
                StringColumn.create("second", pairs.stream().map(Pair::second).toList()),
                DoubleColumn.create(
                        "correlation", pairs.stream().mapToDouble(Pair::value).toArray()));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Correlations that
                && columns.equals(that.columns)
                && Arrays.deepEquals(values, that.values);
    }

    @Override
    public int hashCode() {
        return 31 * columns.hashCode() + Arrays.deepHashCode(values);
    }

    @Override
    public String toString() {
        return "Correlations[" + columns.size() + " columns]";
    }
}
