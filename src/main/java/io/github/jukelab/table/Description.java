package io.github.jukelab.table;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** What there is to know of each column of numbers at a glance. */
final class Description {

    private Description() {}

    static Table of(Table table) {
        List<NumericColumn<?>> columns = table.numericColumns();
        List<double[]> values = columns.stream().map(Description::present).toList();
        Table description = Table.create(
                "columns of numbers",
                StringColumn.create(
                        "column", columns.stream().map(NumericColumn::name).toList()),
                IntColumn.create(
                        "missing",
                        columns.stream().mapToInt(NumericColumn::countMissing).toArray()));
        return description.addColumns(
                numbers("mean", values, Description::mean),
                numbers("std", values, Description::deviation),
                numbers("min", values, sorted -> at(sorted, 0)),
                numbers("median", values, sorted -> at(sorted, 0.5)),
                numbers("max", values, sorted -> at(sorted, 1)));
    }

    /** In order of size. */
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

    private static double deviation(double[] values) {
        double mean = mean(values);
        return Math.sqrt(Arrays.stream(values)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElse(Double.NaN));
    }

    /** Linear between neighbours. */
    private static double at(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
