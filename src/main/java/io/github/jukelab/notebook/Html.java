package io.github.jukelab.notebook;

import io.github.jukelab.HtmlText;
import io.github.jukelab.Phrases;
import io.github.jukelab.dataset.Finding;
import io.github.jukelab.dataset.IntegrityReport;
import io.github.jukelab.dataset.LeakageReport;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.Subset;
import io.github.jukelab.evaluation.ClassificationReport;
import io.github.jukelab.evaluation.ConfusionMatrix;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Interval;
import io.github.jukelab.network.Architecture;
import io.github.jukelab.network.Network;
import io.github.jukelab.network.Training;
import io.github.jukelab.provenance.RunCard;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Values as HTML tables that need no script and suit light and dark pages. */
final class Html {

    private static final int ROWS = 20;

    /** Front ends align cells to the right. */
    private static final String LEFT = " style=\"text-align:left\"";

    private Html() {}

    /** A table with its name and size as caption; only the first {@value #ROWS} rows of a longer one. */
    static MimeBundle table(Table table) {
        List<List<String>> columns = table.columns().stream().map(Html::texts).toList();
        List<String> rows = IntStream.range(0, shown(table))
                .mapToObj(row -> IntStream.range(0, columns.size())
                        .mapToObj(i -> cell(table.column(i), columns.get(i).get(row)))
                        .collect(Collectors.joining()))
                .toList();
        return MimeBundle.html(html(caption(table), table.columnNames(), rows), plain(table, columns));
    }

    private static int shown(Table table) {
        return Math.min(ROWS, table.rowCount());
    }

    private static String caption(Table table) {
        String size = table.rowCount() > ROWS
                ? "the first " + ROWS + " of " + table.rowCount() + " rows"
                : table.rowCount() + (table.rowCount() == 1 ? " row" : " rows");
        return table.name() == null || table.name().isBlank() ? size : table.name() + " · " + size;
    }

    private static String cell(Column<?> column, String text) {
        String align = column instanceof NumericColumn ? "right" : "left";
        return "<td style=\"text-align:" + align + "\">" + HtmlText.escape(text) + "</td>";
    }

    /** The rows that are shown of a column, numbers in one form. */
    private static List<String> texts(Column<?> column) {
        int rows = Math.min(ROWS, column.size());
        if (column instanceof NumericColumn<?> numbers) {
            return Numbers.column(IntStream.range(0, rows)
                    .mapToObj(row ->
                            numbers.isMissing(row) ? OptionalDouble.empty() : OptionalDouble.of(numbers.getDouble(row)))
                    .toList());
        }
        return IntStream.range(0, rows)
                .mapToObj(row -> column.isMissing(row) ? Numbers.MISSING : column.getUnformattedString(row))
                .toList();
    }

    private static String plain(Table table, List<List<String>> columns) {
        Stream<String> head = Stream.of(caption(table), String.join("\t", table.columnNames()));
        Stream<String> body = IntStream.range(0, shown(table))
                .mapToObj(row -> columns.stream().map(column -> column.get(row)).collect(Collectors.joining("\t")));
        return Stream.concat(head, body).collect(Collectors.joining("\n"));
    }

    /** Counts, true label by predicted label; the darker a cell, the larger its share of its row. */
    static MimeBundle confusion(ConfusionMatrix confusion) {
        String caption = String.format(
                Locale.ROOT,
                "true label (row) by predicted label (column), %d of %d correct",
                confusion.correct(),
                confusion.total());
        List<String> headers =
                Stream.concat(Stream.of(""), confusion.labels().stream()).toList();
        List<String> rows = IntStream.range(0, confusion.labels().size())
                .mapToObj(actual -> header("row", confusion.labels().get(actual)) + cells(confusion, actual))
                .toList();
        return MimeBundle.html(html(caption, headers, rows), confusion.toString());
    }

    private static String cells(ConfusionMatrix confusion, int actual) {
        return IntStream.range(0, confusion.labels().size())
                .mapToObj(predicted ->
                        cell(confusion.count(actual, predicted), confusion.actual(actual), actual == predicted))
                .collect(Collectors.joining());
    }

    private static String cell(int count, int total, boolean correct) {
        return String.format(
                Locale.ROOT,
                "<td style=\"text-align:right;background:rgba(%s,%.2f)\">%s</td>",
                correct ? "44,123,182" : "215,25,28",
                total == 0 ? 0 : 0.6 * count / total,
                count == 0 ? "·" : String.valueOf(count));
    }

    /** Precision, recall, F1 and support of each label, then the mean recall and F1. */
    static MimeBundle report(ClassificationReport report) {
        Stream<String> lines = report.classes().stream()
                .map(line -> header("row", line.label())
                        + numbers("%.2f", line.precision(), line.recall(), line.f1())
                        + numbers("%.0f", line.support()));
        String last = header("row", "mean") + "<td></td>" + numbers("%.2f", report.balancedAccuracy(), report.macroF1())
                + "<td></td>";
        List<String> headers = List.of("label", "precision", "recall", "F1", "support");
        List<String> rows = Stream.concat(lines, Stream.of(last)).toList();
        return MimeBundle.html(html("classification report", headers, rows), report.toString());
    }

    private static String numbers(String format, double... values) {
        StringBuilder cells = new StringBuilder();
        for (double value : values) {
            cells.append("<td>")
                    .append(String.format(Locale.ROOT, format, value))
                    .append("</td>");
        }
        return cells.toString();
    }

    /** The layers of a network. */
    static MimeBundle network(Network network) {
        return layers(network.architecture(), network.toString());
    }

    /** The layers of an architecture, with their output shapes and numbers of parameters. */
    static MimeBundle architecture(Architecture architecture) {
        return layers(architecture, architecture.toString());
    }

    private static MimeBundle layers(Architecture architecture, String title) {
        String caption = title + " · " + architecture.compilation();
        List<String> rows = architecture.summary().stream()
                .map(layer -> header("row", layer.kind())
                        + left(layer.settings())
                        + left(layer.output())
                        + (layer.parameters() == 0 ? "<td></td>" : right(Numbers.thousands(layer.parameters()))))
                .toList();
        List<String> headers = List.of("layer", "settings", "output", "parameters");
        return MimeBundle.html(html(caption, headers, rows), caption);
    }

    /** The settings of a training. */
    static MimeBundle training(Training training) {
        return settings("training", training.settings(), training.toString());
    }

    /** How many tracks or segments each subset has, and what training shares with the others. */
    static MimeBundle split(Split split) {
        String unit = split.segments().trackIds().isEmpty() ? "tracks" : "segments";
        int total = Stream.of(Subset.values())
                .mapToInt(subset -> split.ids(subset).size())
                .sum();
        List<String> rows = Stream.of(Subset.values())
                .map(subset -> header("row", subset.toString())
                        + shareOf(split.ids(subset).size(), total))
                .toList();
        String caption = split.name() + ", seed " + split.seed();
        return MimeBundle.html(
                html(caption, List.of("subset", unit, "share"), rows)
                        + paragraph(split.leakage().summary()),
                split.toString());
    }

    /** An accuracy, its interval, and the accuracies to compare it with. */
    static MimeBundle evaluation(Evaluation evaluation) {
        Interval interval = evaluation.interval();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("correct", Numbers.thousands(evaluation.correct()) + " of " + Numbers.thousands(evaluation.total()));
        if (evaluation.total() > evaluation.tracks()) {
            rows.put("tracks", Numbers.thousands(evaluation.tracks()));
        }
        rows.put("accuracy", Phrases.percent(evaluation.accuracy()));
        if (evaluation.isUneven()) {
            rows.put("balanced accuracy", Phrases.percent(evaluation.balancedAccuracy()));
        }
        rows.put("95 % interval", range(interval.low(), interval.high()) + ", " + evaluation.intervalMethod());
        rows.put("chance", Phrases.percent(evaluation.chance()));
        rows.put("always the most frequent label", Phrases.percent(evaluation.majority()));
        rows.put("compared with that", compared(interval, evaluation.majority()));
        return settings("evaluation", rows, evaluation.toString());
    }

    private static String compared(Interval interval, double majority) {
        if (interval.contains(majority)) {
            return "too few tracks to tell";
        }
        return interval.low() > majority ? "clearly more" : "clearly less";
    }

    private static String range(double low, double high) {
        return String.format(Locale.ROOT, "%.1f–%.1f %%", 100 * low, 100 * high);
    }

    /** How many ids of the test set share something with training. */
    static MimeBundle leakage(LeakageReport report) {
        int total = report.test().size();
        boolean neighbours =
                report.test().stream().anyMatch(overlap -> overlap.nearest().isPresent());
        Map<String, Integer> counts = new LinkedHashMap<>();
        counts.put("its track is in training", report.sharingTrack().size());
        counts.put("its artist is in training", report.sharingArtist().size());
        if (neighbours) {
            counts.put(
                    "nearest row is of its track", report.nearestOfSameTrack().size());
            counts.put(
                    "nearest row is of its artist", report.nearestOfSameArtist().size());
        }
        List<String> rows = counts.entrySet().stream()
                .map(entry -> header("row", entry.getKey()) + shareOf(entry.getValue(), total))
                .toList();
        String caption =
                report.split() + ": what the test set of " + Numbers.thousands(total) + " shares with training";
        return MimeBundle.html(
                html(caption, List.of("shared", "count", "share"), rows) + paragraph(report.summary()),
                report.toString());
    }

    /** The faults of a data set's files, the unusable ones with an example. */
    static MimeBundle integrity(IntegrityReport report) {
        List<String> rows = report.counts().entrySet().stream()
                .map(entry -> {
                    Finding first = report.of(entry.getKey()).get(0);
                    return header("row", entry.getKey().inWords())
                            + right(Numbers.thousands(entry.getValue()))
                            + left(first.file())
                            + left(first.detail());
                })
                .toList();
        String caption = report.dataset() + ", " + Phrases.count(report.tracks(), "track") + " opened";
        String table = rows.isEmpty() ? "" : html(caption, List.of("fault", "files", "first file", "its fault"), rows);
        return MimeBundle.html(table + paragraph(report.summary()), report.toString());
    }

    /** Where a result comes from. */
    static MimeBundle card(RunCard card) {
        RunCard.Result result = card.result();
        Map<String, String> rows = new LinkedHashMap<>();
        rows.put("data", card.data().name() + ", " + Phrases.count(card.data().tracks(), "track"));
        rows.put("split", card.split());
        rows.put("seed", "" + card.seed());
        if (result.tracks() > 0) {
            rows.put(
                    "accuracy",
                    Phrases.percent(result.accuracy())
                            + (card.countsSegments() ? " of segments of " : " of ")
                            + Phrases.count(result.tracks(), "test track"));
            String method = result.interval().isEmpty() ? "" : ", " + result.interval();
            rows.put("95 % interval", range(result.low(), result.high()) + method);
        }
        if (result.balancedAccuracy() > 0) {
            rows.put("balanced accuracy", Phrases.percent(result.balancedAccuracy()));
        }
        if (card.shortened()) {
            rows.put("shortened", "yes: the accuracy is no result");
        }
        if (!card.interrupted().isEmpty()) {
            rows.put("interrupted", card.interrupted());
        }
        card.problems().forEach((kind, problems) -> rows.put(kind, Phrases.count(problems.count(), "file")));
        rows.put("backend", card.backend());
        rows.put("time", String.format(Locale.ROOT, "%,.0f s", result.seconds()));
        if (result.processorSeconds() > 0) {
            rows.put("processor time", String.format(Locale.ROOT, "%,.0f s", result.processorSeconds()));
        }
        card.shownSettings().forEach((name, value) -> {
            if (!value.isBlank()) {
                rows.putIfAbsent(name, value);
            }
        });
        return settings("run card", rows, card.toString());
    }

    /** Names with values, one per row. */
    private static MimeBundle settings(String caption, Map<String, String> settings, String plain) {
        List<String> rows = settings.entrySet().stream()
                .map(entry -> header("row", entry.getKey()) + left(entry.getValue()))
                .toList();
        return MimeBundle.html(html(caption, List.of("", "value"), rows), plain);
    }

    private static String shareOf(int count, int total) {
        return right(Numbers.thousands(count)) + right(total == 0 ? "–" : Phrases.percent((double) count / total));
    }

    private static String left(String text) {
        return "<td" + LEFT + ">" + HtmlText.escape(text) + "</td>";
    }

    private static String right(String text) {
        return "<td>" + HtmlText.escape(text) + "</td>";
    }

    /** A paragraph of sentences. */
    static MimeBundle paragraph(Paragraph paragraph) {
        return MimeBundle.html(paragraph(paragraph.text()), paragraph.text());
    }

    private static String paragraph(String text) {
        return "<p>" + HtmlText.escape(text) + "</p>";
    }

    /** A table per section, of text that is aligned to the left. */
    static MimeBundle help(Help help) {
        String head = "<p><strong><code>" + HtmlText.escape(help.title()) + "</code></strong> "
                + HtmlText.escape(help.text()) + "</p>";
        return MimeBundle.html(
                head + help.sections().stream().map(Html::section).collect(Collectors.joining()), help.toString());
    }

    private static String section(Help.Section section) {
        String text = section.text().isEmpty()
                ? ""
                : "<br>" + HtmlText.escape(section.text()).replace("\n", "<br>");
        String columns = section.columns().stream()
                .map(name -> "<th scope=\"col\"" + LEFT + ">" + HtmlText.escape(name) + "</th>")
                .collect(Collectors.joining());
        return "<table><caption" + LEFT + "><strong>" + HtmlText.escape(section.title()) + "</strong>" + text
                + "</caption><thead><tr>" + columns + "</tr></thead><tbody>"
                + section.rows().stream()
                        .map(row -> row(row, section.columns().size()))
                        .collect(Collectors.joining())
                + "</tbody></table>";
    }

    private static String row(Help.Row row, int columns) {
        String text = columns < 3
                ? ""
                : "<td" + LEFT + ">" + HtmlText.escape(row.text()).replace("\n", "<br>") + "</td>";
        return "<tr><th scope=\"row\"" + LEFT + "><code>" + HtmlText.escape(row.name()) + "</code></th><td" + LEFT
                + "><code>" + HtmlText.escape(row.type()) + "</code></td>" + text + "</tr>";
    }

    private static String html(String caption, List<String> headers, List<String> rows) {
        return "<table><caption>" + HtmlText.escape(caption) + "</caption><thead><tr>"
                + headers.stream().map(name -> header("col", name)).collect(Collectors.joining())
                + "</tr></thead><tbody>"
                + rows.stream().map(row -> "<tr>" + row + "</tr>").collect(Collectors.joining())
                + "</tbody></table>";
    }

    private static String header(String scope, String text) {
        return "<th scope=\"" + scope + "\">" + HtmlText.escape(text) + "</th>";
    }
}
