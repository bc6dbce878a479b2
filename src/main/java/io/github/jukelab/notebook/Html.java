package io.github.jukelab.notebook;

import io.github.jukelab.evaluation.ClassReport;
import io.github.jukelab.evaluation.Confusion;
import io.github.jukelab.evaluation.Report;
import io.github.jukelab.network.Layer;
import io.github.jukelab.network.Network;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.FloatColumn;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;
import tech.tablesaw.columns.Column;

/** Values as HTML fragments that need no script and suit light and dark pages. */
final class Html {

    private static final int ROWS = 20;

    private Html() {}

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /** A table with its name as caption; of more than {@value #ROWS} rows the first ones, and it says so. */
    static MimeBundle table(Table table) {
        Table shown = table.first(ROWS);
        StringBuilder html = new StringBuilder("<table><caption>")
                .append(escape(caption(table)))
                .append("</caption><thead><tr>");
        table.columns().forEach(column -> html.append(head("col", column.name())));
        html.append("</tr></thead><tbody>");
        for (int row = 0; row < shown.rowCount(); row++) {
            html.append("<tr>").append(row(shown, row)).append("</tr>");
        }
        return MimeBundle.html(html.append("</tbody></table>").toString(), plain(table, shown));
    }

    /** Counts, true label by predicted label; the darker a cell, the larger its share of its row. */
    static MimeBundle confusion(Confusion confusion) {
        StringBuilder html = new StringBuilder("<table><caption>true label (row) by predicted label (column), ")
                .append(confusion.correct() + " of " + confusion.total() + " right</caption><thead><tr><td></td>");
        confusion.labels().forEach(label -> html.append(head("col", label)));
        html.append("</tr></thead><tbody>");
        for (int actual = 0; actual < confusion.labels().size(); actual++) {
            html.append("<tr>").append(head("row", confusion.labels().get(actual)));
            for (int predicted = 0; predicted < confusion.labels().size(); predicted++) {
                html.append(share(confusion.count(actual, predicted), confusion.actual(actual), actual == predicted));
            }
            html.append("</tr>");
        }
        return MimeBundle.html(html.append("</tbody></table>").toString(), confusion.toString());
    }

    private static String share(int count, int total, boolean right) {
        double share = total == 0 ? 0 : (double) count / total;
        String colour = right ? "44,123,182" : "215,25,28";
        return String.format(
                Locale.ROOT,
                "<td style=\"text-align:right;background:rgba(%s,%.2f)\">%s</td>",
                colour,
                0.6 * share,
                count == 0 ? "·" : String.valueOf(count));
    }

    /** Precision, recall, F1 and support of each label, then the macro F1. */
    static MimeBundle report(Report report) {
        StringBuilder html = new StringBuilder("<table><caption>report by label</caption><thead><tr>");
        List.of("label", "precision", "recall", "F1", "support").forEach(name -> html.append(head("col", name)));
        html.append("</tr></thead><tbody>");
        for (ClassReport line : report.classes()) {
            html.append(String.format(
                    Locale.ROOT,
                    "<tr>%s<td>%.2f</td><td>%.2f</td><td>%.2f</td><td>%d</td></tr>",
                    head("row", line.label()),
                    line.precision(),
                    line.recall(),
                    line.f1(),
                    line.support()));
        }
        html.append(String.format(
                Locale.ROOT,
                "<tr>%s<td></td><td></td><td>%.2f</td><td></td></tr></tbody></table>",
                head("row", "macro F1"),
                report.macroF1()));
        return MimeBundle.html(html.toString(), report.toString());
    }

    /** A network's layers, what comes out of each, and how much it learns. */
    static MimeBundle network(Network network) {
        StringBuilder html = new StringBuilder("<table><caption>")
                .append(escape(network.toString()))
                .append("</caption><thead><tr>");
        List.of("layer", "output", "parameters").forEach(name -> html.append(head("col", name)));
        html.append("</tr></thead><tbody>");
        for (Layer layer : network.layers()) {
            html.append(String.format(
                    Locale.ROOT,
                    "<tr>%s<td>%s</td><td>%s</td></tr>",
                    head("row", layer.name()),
                    escape(layer.output()),
                    layer.parameters() == 0 ? "" : String.format(Locale.ROOT, "%,d", layer.parameters())));
        }
        return MimeBundle.html(html.append("</tbody></table>").toString(), network.toString());
    }

    private static String head(String scope, String text) {
        return "<th scope=\"" + scope + "\">" + escape(text) + "</th>";
    }

    private static String caption(Table table) {
        String size = table.rowCount() > ROWS
                ? "the first " + ROWS + " of " + table.rowCount() + " rows"
                : table.rowCount() + (table.rowCount() == 1 ? " row" : " rows");
        return table.name() == null || table.name().isBlank() ? size : table.name() + " · " + size;
    }

    private static String row(Table table, int row) {
        return table.columns().stream().map(column -> cell(column, row)).collect(Collectors.joining());
    }

    private static String cell(Column<?> column, int row) {
        String text = escape(text(column, row));
        return column instanceof NumericColumn
                ? "<td style=\"text-align:right\">" + text + "</td>"
                : "<td style=\"text-align:left\">" + text + "</td>";
    }

    private static String text(Column<?> column, int row) {
        if (column.isMissing(row)) {
            return "–";
        }
        boolean real = column instanceof DoubleColumn || column instanceof FloatColumn;
        return real ? Numbers.format(((NumericColumn<?>) column).getDouble(row)) : column.getString(row);
    }

    private static String plain(Table table, Table shown) {
        String head = String.join("\t", table.columnNames());
        String body = IntStream.range(0, shown.rowCount())
                .mapToObj(row -> shown.columns().stream()
                        .map(column -> text(column, row))
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
        return caption(table) + "\n" + head + "\n" + body;
    }
}
