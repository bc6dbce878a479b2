package io.github.jukelab.table;

import io.github.jukelab.evaluation.BenchmarkResult;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Interval;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The accuracies of benchmark results as a table. */
final class Accuracies {

    private Accuracies() {}

    static Table of(List<BenchmarkResult> results) {
        List<String> models = models(results);
        List<Evaluation> firstModel =
                results.stream().map(result -> result.evaluation(models.get(0))).toList();
        Table table = Table.create(
                "accuracy in % (95 % interval)",
                StringColumn.create("protocol", results.stream().map(BenchmarkResult::protocol)),
                IntColumn.create(
                        "tracks",
                        firstModel.stream().mapToInt(Evaluation::tracks).toArray()),
                Tables.percent("chance %", firstModel, Evaluation::chance),
                Tables.percent("majority %", firstModel, Evaluation::majority));
        for (String model : models) {
            table.addColumns(StringColumn.create(model, results.stream().map(result -> cell(result, model))));
        }
        return table;
    }

    private static List<String> models(List<BenchmarkResult> results) {
        List<List<String>> all =
                results.stream().map(BenchmarkResult::models).distinct().toList();
        if (all.size() != 1) {
            throw new IllegalArgumentException("there must be at least one result, all of the same models, got " + all);
        }
        return all.get(0);
    }

    private static String cell(BenchmarkResult result, String model) {
        Interval interval = result.interval(model);
        return String.format(
                Locale.ROOT,
                "%.1f (%.1f–%.1f)",
                100 * result.evaluation(model).accuracy(),
                100 * interval.low(),
                100 * interval.high());
    }
}
