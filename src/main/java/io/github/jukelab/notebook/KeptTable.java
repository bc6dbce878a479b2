package io.github.jukelab.notebook;

import io.github.jukelab.provenance.RunCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** Run cards as a table: a row per model, whose cards differ in the seed alone. */
final class KeptTable {

    private KeptTable() {}

    /**
     * A table of cards.
     *
     * @param title of the table
     * @param cards name → card; a name ends with its seed, such as {@code svm_table_42}
     */
    static Table of(String title, Map<String, RunCard> cards) {
        Map<String, List<RunCard>> models = new TreeMap<>();
        cards.forEach((name, card) -> models.computeIfAbsent(name.replaceFirst("_\\d+$", ""), none -> new ArrayList<>())
                .add(card));
        return Table.create(
                title + ", kept runs",
                StringColumn.create("model", models.keySet()),
                column("mean, correct in %", models, KeptTable::mean),
                column("of each seed", models, KeptTable::each),
                column("95 % intervals", models, KeptTable::interval),
                column("tracks", models, runs -> "" + runs.get(0).result().tracks()));
    }

    private static StringColumn column(
            String name, Map<String, List<RunCard>> models, Function<List<RunCard>, String> text) {
        return StringColumn.create(name, models.values().stream().map(text));
    }

    private static String mean(List<RunCard> runs) {
        return percent(runs.stream()
                .mapToDouble(run -> run.result().accuracy())
                .average()
                .orElseThrow());
    }

    private static String each(List<RunCard> runs) {
        return runs.stream().map(run -> percent(run.result().accuracy())).collect(Collectors.joining(", "));
    }

    /** From the lowest end to the highest. */
    private static String interval(List<RunCard> runs) {
        double low = runs.stream().mapToDouble(run -> run.result().low()).min().orElseThrow();
        double high =
                runs.stream().mapToDouble(run -> run.result().high()).max().orElseThrow();
        return percent(low) + "–" + percent(high);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f", 100 * share);
    }
}
