package io.github.jukelab.table;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A summary of each numeric column. */
final class Description {

    private Description() {}

    static Table of(Table table) {
        List<NumericColumn<?>> columns = table.numericColumns();
        List<double[]> values = columns.stream().map(Description::present).toList();
        Table description = Table.create(
                "numeric columns",
                StringColumn.create(
                        "column", columns.stream().map(NumericColumn::name).toList()),
                IntColumn.create(
                        "missing",
                        columns.stream().mapToInt(NumericColumn::countMissing).toArray()));
        return description.addColumns(
                numbers("mean", values, Description::mean),
                numbers("std", values, Description::std),
                numbers("min", values, sorted -> quantile(sorted, 0)),
                numbers("median", values, sorted -> quantile(sorted, 0.5)),
                numbers("max", values, sorted -> quantile(sorted, 1)));
    }

    /** In ascending order. */
    private static double[] present(NumericColumn<?> column) {
        return Arrays.stream(column.asDoubleArray())
                .filter(Double::isFinite)
                .sorted()
                .toArray();
    }

    private static DoubleColumn numbers(String name, List<double[]> values, ToDoubleFunction<double[]> summary) {
        return DoubleColumn.create(name, values.stream().mapToDouble(summary).toArray());
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElse(Double.NaN);
    }

    private static double std(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(Double.NaN));
    }

    /** The quantile, interpolated linearly. */
    private static double quantile(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double position = share * (sorted.length - 1);
        int below = (int) position;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
    }
}
