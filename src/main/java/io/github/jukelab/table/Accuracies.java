package io.github.jukelab.table;

import io.github.jukelab.evaluation.BenchmarkResult;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Interval;
import java.util.List;
import java.util.Locale;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The accuracies of trials as a table. */
final class Accuracies {

    private Accuracies() {}

    static Table of(List<BenchmarkResult> trials) {
        List<String> models = models(trials);
        List<Evaluation> any =
                trials.stream().map(trial -> trial.evaluation(models.get(0))).toList();
        Table table = Table.create(
                "accuracy in % (95 % interval)",
                StringColumn.create("protocol", trials.stream().map(BenchmarkResult::protocol)),
                IntColumn.create(
                        "tracks", any.stream().mapToInt(Evaluation::tracks).toArray()),
                Tables.percent("chance %", any, Evaluation::chance),
                Tables.percent("majority %", any, Evaluation::majority));
        for (String model : models) {
            table.addColumns(StringColumn.create(model, trials.stream().map(trial -> cell(trial, model))));
        }
        return table;
    }

    private static List<String> models(List<BenchmarkResult> trials) {
        List<List<String>> all =
                trials.stream().map(BenchmarkResult::models).distinct().toList();
        if (all.size() != 1) {
            throw new IllegalArgumentException("trials must be at least one and have the same models, got " + all);
        }
        return all.get(0);
    }

    private static String cell(BenchmarkResult trial, String model) {
        Interval interval = trial.interval(model);
        return String.format(
                Locale.ROOT,
                "%.1f (%.1f–%.1f)",
                100 * trial.evaluation(model).accuracy(),
                100 * interval.low(),
                100 * interval.high());
    }
}
