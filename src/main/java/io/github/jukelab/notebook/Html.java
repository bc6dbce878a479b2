package io.github.jukelab.notebook;

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
        table.columns().forEach(column -> html.append("<th scope=\"col\">")
                .append(escape(column.name()))
                .append("</th>"));
        html.append("</tr></thead><tbody>");
        for (int row = 0; row < shown.rowCount(); row++) {
            html.append("<tr>").append(row(shown, row)).append("</tr>");
        }
        return MimeBundle.html(html.append("</tbody></table>").toString(), plain(table, shown));
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
