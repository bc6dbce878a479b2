package io.github.jukelab.report;

import io.github.jukelab.HtmlText;
import io.github.jukelab.evaluation.ConfusionMatrix;
import io.github.jukelab.evaluation.Prediction;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A confusion matrix with players, and the ten worst errors, as tables.
 *
 * @param confusion all counts
 * @param cells the predictions that were chosen to be heard
 * @param worst at most ten errors, the most probable first
 */
record ErrorTables(ConfusionMatrix confusion, Map<Cell, List<Clip>> cells, List<Clip> worst) {

    /** A cell of the matrix: indexes of two labels. */
    record Cell(int actual, int predicted) {

        static Cell of(Prediction row) {
            return new Cell(row.actual(), row.predicted());
        }

        boolean isCorrect() {
            return actual == predicted;
        }
    }

    /** A larger matrix cannot be read, and its cells would need more room than the sounds. */
    private static final int MOST_LABELS = 60;

    private static final String TEXT = "text-align:left;vertical-align:top";

    private static final List<String> COLUMNS =
            List.of("example", "true label", "predicted", "probability", "of the true label");

    ErrorTables {
        cells = Map.copyOf(cells);
        worst = List.copyOf(worst);
    }

    /** The matrix: a number opens the players of its cell. The darker a cell, the larger its share of its row. */
    String matrix() {
        List<Integer> shown = shown();
        StringBuilder rows = new StringBuilder();
        for (int actual : shown) {
            rows.append("<tr>").append(header("row", label(actual)));
            shown.forEach(predicted -> rows.append(cell(new Cell(actual, predicted))));
            rows.append("</tr>");
        }
        Stream<String> labels = shown.stream().map(this::label);
        return told(shown.size())
                + table(
                        "Confusion matrix: a row for each true label, a column for each predicted one",
                        Stream.concat(Stream.of("true label"), labels),
                        rows.toString());
    }

    private String label(int index) {
        return confusion.labels().get(index);
    }

    /** All labels that fit; of very many those with the most errors. */
    private List<Integer> shown() {
        return IntStream.range(0, confusion.labels().size())
                .boxed()
                .sorted(Comparator.comparingInt(this::errors).reversed())
                .limit(MOST_LABELS)
                .sorted()
                .toList();
    }

    private int errors(int label) {
        return confusion.actual(label) + confusion.predicted(label) - 2 * confusion.count(label, label);
    }

    /** Above the table, since a caption is as wide as the table. */
    private String told(int shown) {
        int labels = confusion.labels().size();
        String few =
                shown < labels ? " Shown are the " + shown + " of " + labels + " labels with the most errors." : "";
        String open = cells.isEmpty() ? "" : " Open a number to listen to what it counts.";
        return "<p>" + HtmlText.escape(summary()) + "." + open + few + "</p>";
    }

    /** How many predictions are correct, and how many can be heard. */
    String summary() {
        String correct = confusion.correct() + " of " + confusion.total() + " correct";
        long unread = count(cell -> true, clip -> !clip.hasSound());
        long right = count(Cell::isCorrect, Clip::hasSound);
        return correct + "; players for " + count(cell -> !cell.isCorrect(), Clip::hasSound) + " of "
                + (confusion.total() - confusion.correct()) + " errors"
                + (right == 0 ? "" : " and for " + right + " of " + confusion.correct() + " correct ones")
                + (unread == 0 ? "" : "; sounds that cannot be read: " + unread);
    }

    private long count(Predicate<Cell> kind, Predicate<Clip> condition) {
        return cells.entrySet().stream()
                .filter(cell -> kind.test(cell.getKey()))
                .flatMap(cell -> cell.getValue().stream())
                .filter(condition)
                .count();
    }

    private String cell(Cell cell) {
        int count = confusion.count(cell.actual(), cell.predicted());
        double share = count == 0 ? 0 : (double) count / confusion.actual(cell.actual());
        return String.format(
                Locale.ROOT,
                "<td style=\"%s;background-color:rgba(%s,%.2f)\">%s</td>",
                TEXT,
                cell.isCorrect() ? "44,123,182" : "215,25,28",
                0.6 * share,
                count == 0 ? "·" : number(cell, count));
    }

    private String number(Cell cell, int count) {
        List<Clip> clips = cells.getOrDefault(cell, List.of());
        if (clips.isEmpty()) {
            return String.valueOf(count);
        }
        String name = HtmlText.escape(
                count + ": true label " + label(cell.actual()) + ", predicted " + label(cell.predicted()));
        String part = clips.size() < count ? "<p>" + clips.size() + " of " + count + " shown</p>" : "";
        return "<details><summary title=\"" + name + "\" aria-label=\"" + name + "\">" + count
                + "</summary><div style=\"width:17em;max-height:24em;overflow-y:auto\">" + part
                + clips.stream().map(Clip::figure).collect(Collectors.joining()) + "</div></details>";
    }

    /** The ten worst, with or without a player for each; nothing if there is no error. */
    String worst(boolean players) {
        if (worst.isEmpty()) {
            return "";
        }
        Stream<String> columns = Stream.concat(COLUMNS.stream(), players ? Stream.of("sound") : Stream.empty());
        return table(
                worstCaption(),
                columns,
                worst.stream().map(clip -> row(clip, players)).collect(Collectors.joining()));
    }

    private String worstCaption() {
        return worst.size() == 1 ? "The only error" : "The " + worst.size() + " errors with the highest probability";
    }

    private static String row(Clip clip, boolean players) {
        List<String> texts = clip.texts();
        return "<tr>" + header("row", texts.get(0))
                + texts.stream()
                        .skip(1)
                        .map(HtmlText::escape)
                        .map(ErrorTables::data)
                        .collect(Collectors.joining())
                + (players ? data(clip.player()) : "") + "</tr>";
    }

    private static String table(String caption, Stream<String> columns, String rows) {
        return "<div style=\"overflow-x:auto;margin-bottom:1em\"><table><caption style=\"text-align:left\">"
                + HtmlText.escape(caption)
                + "</caption><thead><tr>"
                + columns.map(column -> header("col", column)).collect(Collectors.joining()) + "</tr></thead><tbody>"
                + rows + "</tbody></table></div>";
    }

    private static String header(String scope, String text) {
        return "<th scope=\"" + scope + "\" style=\"" + TEXT + "\">" + HtmlText.escape(text) + "</th>";
    }

    private static String data(String html) {
        return "<td style=\"" + TEXT + "\">" + html + "</td>";
    }

    /** The ten worst in plain text. */
    String text() {
        Stream<String> table = worst.isEmpty()
                ? Stream.empty()
                : Stream.concat(
                        Stream.of(worstCaption(), String.join("\t", COLUMNS)),
                        worst.stream().map(clip -> String.join("\t", clip.texts())));
        return Stream.concat(Stream.of(summary()), table).collect(Collectors.joining("\n"));
    }
}
