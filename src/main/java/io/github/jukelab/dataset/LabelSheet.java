package io.github.jukelab.dataset;

import io.github.jukelab.Csv;
import io.github.jukelab.CsvException;
import io.github.jukelab.PathText;
import io.github.jukelab.Reasons;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The rows of one label table as they are written.
 *
 * @param table the file
 * @param format known from its first line, not from its name
 * @param columns their names, in lower case
 * @param lines the rows
 */
record LabelSheet(Path table, LabelFormat format, List<String> columns, List<Line> lines) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Enough for the first line of any of the formats; a file of another kind may have no line end. */
    private static final int PEEKED = 8192;

    /** Audacity adds a line with frequencies to a label that has them. */
    private static final String FREQUENCIES = "\\\t";

    /** A row, with the number of its first line from 1. */
    record Line(int number, List<String> fields) {}

    /** The format of a file that can be read. */
    static LabelFormat format(Path table) throws DatasetException {
        try (BufferedReader text = Files.newBufferedReader(table, StandardCharsets.ISO_8859_1)) {
            char[] start = new char[PEEKED];
            int length = Math.max(0, text.read(start));
            String first = new String(start, 0, length)
                    .lines()
                    .filter(line -> !line.isBlank())
                    .findFirst()
                    .orElse("");
            return LabelFormat.of(first.replaceFirst("^\u00ef\u00bb\u00bf", ""));
        } catch (IOException e) {
            throw cannotBeRead(table, e);
        }
    }

    static LabelSheet read(Path table) throws DatasetException {
        LabelFormat format = format(table);
        try {
            return format == LabelFormat.CSV ? commas(table) : tabs(table, format);
        } catch (DatasetException e) {
            throw e;
        } catch (CsvException e) {
            throw new DatasetException(table, e.reason());
        } catch (CharacterCodingException e) {
            throw new DatasetException(table, "must be UTF-8");
        } catch (IOException e) {
            throw cannotBeRead(table, e);
        }
    }

    private static DatasetException cannotBeRead(Path table, IOException e) {
        return new DatasetException(table, "cannot be read: " + Reasons.of(e));
    }

    private static LabelSheet commas(Path table) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (Csv csv = Csv.open(table)) {
            for (Optional<List<String>> row = csv.next(); row.isPresent(); row = csv.next()) {
                lines.add(new Line(csv.line(), row.get()));
            }
            return of(table, LabelFormat.CSV, csv.columns(), lines);
        }
    }

    private static LabelSheet tabs(Path table, LabelFormat format) throws IOException {
        List<Line> lines = new ArrayList<>();
        try (BufferedReader text = Files.newBufferedReader(table)) {
            int number = 0;
            for (String line = text.readLine(); line != null; line = text.readLine()) {
                number++;
                String content = number == 1 && line.indexOf(BYTE_ORDER_MARK) == 0 ? line.substring(1) : line;
                if (!content.isBlank() && !content.startsWith(FREQUENCIES)) {
                    lines.add(new Line(number, List.of(content.split("\t", -1))));
                }
            }
        }
        return format == LabelFormat.AUDACITY
                ? of(table, format, List.of("start", "end", "label"), lines)
                : of(table, format, lines.get(0).fields(), lines.subList(1, lines.size()));
    }

    private static LabelSheet of(Path table, LabelFormat format, List<String> columns, List<Line> lines)
            throws DatasetException {
        List<String> names = columns.stream()
                .map(name -> PathText.withoutBlanks(name).toLowerCase(Locale.ROOT))
                .toList();
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!name.isEmpty() && !seen.add(name)) {
                throw new DatasetException(table, "has the column " + name + " twice");
            }
        }
        return new LabelSheet(table, format, names, List.copyOf(lines));
    }

    /** The column with one of some names; empty if there is none. */
    Optional<String> column(String what, List<String> accepted) throws DatasetException {
        List<String> found = accepted.stream().filter(columns::contains).toList();
        if (found.size() > 1) {
            throw new DatasetException(
                    table,
                    "which column has the " + what + " is not clear: " + String.join(" or ", found)
                            + "; leave one of them, or rename the others");
        }
        return found.stream().findFirst();
    }

    /** The same for a column that there must be. */
    String require(String what, List<String> accepted) throws DatasetException {
        Optional<String> found = column(what, accepted);
        if (found.isEmpty()) {
            throw new DatasetException(table, "has no column " + String.join(" or ", accepted) + ", only " + columns);
        }
        return found.get();
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    /** A field without blanks around it; a line of Audacity may have too few. */
    String field(Line line, String column) {
        int index = columns.indexOf(column);
        return index < line.fields().size()
                ? PathText.withoutBlanks(line.fields().get(index))
                : "";
    }

    /** A field as a number. */
    double number(Line line, String column) throws DatasetException {
        String text = field(line, column);
        try {
            return Double.parseDouble(Csv.number(text));
        } catch (IllegalArgumentException e) {
            String reason = text.isEmpty() ? "must be a number, is empty" : e.getMessage();
            throw new DatasetException(table, at(line) + ", column " + column + ": " + reason);
        }
    }

    static String at(Line line) {
        return "line " + line.number();
    }
}
