package io.github.jukelab.notebook;

import io.github.jukelab.HtmlText;
import io.github.jukelab.evaluation.ClassificationReport;
import io.github.jukelab.evaluation.ConfusionMatrix;
import io.github.jukelab.network.Architecture;
import io.github.jukelab.network.Network;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
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
        List<String> rows = IntStream.range(0, Math.min(ROWS, table.rowCount()))
                .mapToObj(row -> table.columns().stream()
                        .map(column -> cell(column, row))
                        .collect(Collectors.joining()))
                .toList();
        return MimeBundle.html(html(caption(table), table.columnNames(), rows), plain(table));
    }

    private static String caption(Table table) {
        String size = table.rowCount() > ROWS
                ? "the first " + ROWS + " of " + table.rowCount() + " rows"
                : table.rowCount() + (table.rowCount() == 1 ? " row" : " rows");
        return table.name() == null || table.name().isBlank() ? size : table.name() + " · " + size;
    }

    private static String cell(Column<?> column, int row) {
        String align = column instanceof NumericColumn ? "right" : "left";
        return "<td style=\"text-align:" + align + "\">" + HtmlText.escape(text(column, row)) + "</td>";
    }

    private static String text(Column<?> column, int row) {
        if (column.isMissing(row)) {
            return "–";
        }
        boolean real = column instanceof DoubleColumn || column instanceof FloatColumn;
        return real ? Numbers.format(((NumericColumn<?>) column).getDouble(row)) : column.getUnformattedString(row);
    }

    private static String plain(Table table) {
        Stream<String> head = Stream.of(caption(table), String.join("\t", table.columnNames()));
        Stream<String> body = IntStream.range(0, Math.min(ROWS, table.rowCount()))
                .mapToObj(row -> table.columns().stream()
                        .map(column -> text(column, row))
                        .collect(Collectors.joining("\t")));
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

    private static MimeBundle layers(Architecture architecture, String caption) {
        List<String> rows = architecture.summary().stream()
                .map(layer -> header("row", layer.layer())
                        + "<td>" + HtmlText.escape(layer.output()) + "</td>"
                        + (layer.parameters() == 0 ? "<td></td>" : numbers("%,.0f", layer.parameters())))
                .toList();
        List<String> headers = List.of("layer", "output", "parameters");
        return MimeBundle.html(html(caption, headers, rows), caption);
    }

    /** A paragraph of sentences. */
    static MimeBundle paragraph(Paragraph paragraph) {
        return MimeBundle.html("<p>" + HtmlText.escape(paragraph.text()) + "</p>", paragraph.text());
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
