package io.github.jukelab;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table of comma-separated values as in RFC 4180, read row by row: a header, then rows with a field per column.
 *
 * <p>Text is UTF-8, with or without a byte order mark; lines end in LF or CR LF; empty lines are skipped. A field in
 * quotes may contain commas, line ends and doubled quotes. A quote within a field that does not begin with one is a
 * character like any other. Not safe for use by several threads.
 */
public final class Csv implements Closeable {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Stands for bytes that are not UTF-8: no text has it, unlike the usual replacement character. */
    private static final String MALFORMED = "\uFFFF";

    private static final int SHOWN = 400;

    private static final Map<String, String> OTHER_SEPARATORS = Map.of(";", "semicolons", "\t", "tabs", "|", "bars");

    /** Characters of the first line among which commas are looked for. */
    private static final int PEEKED = 8192;

    /** Stricter than Java: no NaN, no hexadecimal digits, no suffix, no spaces. */
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?+(?:\\d++(?:\\.\\d*+)?+|\\.\\d++)(?:[eE][-+]?+\\d++)?+");

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[-+]?\\d*,\\d+(?:[eE][-+]?\\d+)?");

    private final String name;
    private final RowLimit text;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private List<String> columns = List.of();
    private int line = 1;

    private Csv(String name, Reader text) throws IOException {
        this.name = name;
        this.text = new RowLimit(text);
        checkStart(text);
        this.parser = CSVFormat.RFC4180.parse(this.text);
        this.records = parser.iterator();
        this.columns = record().orElse(List.of());
    }

    /** Spreadsheets of some countries write semicolons; a spreadsheet's own file is a zip. */
    private void checkStart(Reader text) throws IOException {
        char[] peeked = new char[PEEKED];
        text.mark(PEEKED);
        int length = Math.max(0, text.read(peeked));
        text.reset();
        String first =
                new String(peeked, 0, length).stripLeading().lines().findFirst().orElse("");
        if (first.startsWith("PK\u0003\u0004")) {
            throw invalid("is a zip file, such as a spreadsheet; save the table as CSV");
        }
        if (first.startsWith("<")) {
            throw invalid("is HTML or XML, not a table");
        }
        if (first.indexOf('\0') >= 0) {
            throw invalid("must be UTF-8, seems to be UTF-16");
        }
        for (Map.Entry<String, String> other : OTHER_SEPARATORS.entrySet()) {
            if (first.contains(other.getKey()) && !first.contains(",")) {
                throw invalid("fields must be separated by commas, not by " + other.getValue());
            }
        }
    }

    /**
     * Opens a table and reads its header.
     *
     * @param file the table
     * @return the table before its first row
     * @throws CsvException if the header has a misplaced or unclosed quote, other separators than commas, or text that
     *     is not UTF-8
     * @throws IOException if the file cannot be read
     */
    public static Csv open(Path file) throws IOException {
        InputStream in = Files.newInputStream(file);
        try {
            return of(file.toString(), in);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Reads the header of a table.
     *
     * @param name what messages call the table
     * @param in the table's bytes; closed with the table
     * @return the table before its first row
     * @throws CsvException as for {@link #open}
     * @throws IOException if it cannot be read
     */
    public static Csv of(String name, InputStream in) throws IOException {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .replaceWith(MALFORMED);
        BufferedReader text = new BufferedReader(new InputStreamReader(in, decoder));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return new Csv(name, text);
    }

    /**
     * Whether a file is a table whose header begins with given columns.
     *
     * @param file any file
     * @param first the first columns
     * @return false also for a file that is no table
     * @throws IOException if the file cannot be read
     */
    public static boolean hasHeader(Path file, List<String> first) throws IOException {
        try (Csv table = open(file)) {
            return Collections.indexOfSubList(table.columns(), first) == 0;
        } catch (CsvException e) {
            return false;
        }
    }

    /**
     * The names of the columns.
     *
     * @return the fields of the header; none if the table is empty
     */
    public List<String> columns() {
        return columns;
    }

    /**
     * The index of a column in each row.
     *
     * @param name of the column
     * @return from 0
     * @throws CsvException if there is no such column
     */
    public int column(String name) throws CsvException {
        int index = columns.indexOf(name);
        if (index < 0) {
            throw invalid("has no column " + name + ", only " + columns);
        }
        return index;
    }

    /**
     * The next row.
     *
     * @return its fields, one per column; empty at the end
     * @throws CsvException if it has more or fewer fields than there are columns, a misplaced or unclosed quote, text
     *     that is not UTF-8, or more than a million characters, or if it repeats the header
     * @throws IOException if it cannot be read
     */
    public Optional<List<String>> next() throws IOException {
        Optional<List<String>> row = record();
        if (row.isPresent() && row.get().size() != columns.size()) {
            throw invalid(
                    "must have " + columns.size() + " fields, got " + row.get().size());
        }
        if (columns.size() > 1 && row.equals(Optional.of(columns))) {
            throw invalid("is the header again");
        }
        return row;
    }

    /**
     * The remaining rows.
     *
     * @return the fields of each row, one per column
     * @throws IOException as for {@link #next}
     */
    public List<List<String>> rows() throws IOException {
        List<List<String>> rows = new ArrayList<>();
        for (Optional<List<String>> row = next(); row.isPresent(); row = next()) {
            rows.add(row.get());
        }
        return rows;
    }

    /** The next line that is not empty; a quoted field may continue on further lines. */
    private Optional<List<String>> record() throws IOException {
        List<String> fields = List.of("");
        while (fields.equals(List.of(""))) {
            line = (int) parser.getCurrentLineNumber() + 1;
            text.nextRow();
            if (!hasNext()) {
                return Optional.empty();
            }
            fields = records.next().toList();
        }
        checkEncoding(fields);
        return Optional.of(fields);
    }

    private void checkEncoding(List<String> fields) throws CsvException {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).contains(MALFORMED)) {
                String shown = fields.get(i).replace(MALFORMED, "\uFFFD");
                throw invalid(i < columns.size() ? columns.get(i) : "", "must be UTF-8, got " + shown);
            }
        }
    }

    private boolean hasNext() throws IOException {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof RowLimit.TooLongException) {
                throw invalid("has more than " + RowLimit.MAX + " characters; a quote may be unclosed");
            }
            throw e.getCause() instanceof CSVException ? invalid("has a misplaced or unclosed quote") : e.getCause();
        }
    }

    /**
     * A field of the row that was read last, as a number.
     *
     * @param column its name, for the message
     * @param field its text
     * @return the text, which Java's parsers take
     * @throws CsvException if it is not a number with a decimal point, as in {@code -1.5e-3}
     */
    public String number(String column, String field) throws CsvException {
        try {
            return number(field);
        } catch (IllegalArgumentException e) {
            throw invalid(column, e.getMessage());
        }
    }

    /**
     * A field of any table, as a number.
     *
     * @param field its text
     * @return the text, which Java's parsers take
     * @throws IllegalArgumentException if it is not a number with a decimal point, as in {@code -1.5e-3}; the message
     *     says so
     */
    public static String number(String field) {
        if (NUMBER.matcher(field).matches()) {
            return field;
        }
        String hint = DECIMAL_COMMA.matcher(field).matches() ? ", which has a decimal comma" : "";
        throw new IllegalArgumentException("must be a finite number, got " + field + hint);
    }

    /**
     * Where the row is that was read last.
     *
     * @return the number of its first line, from 1
     */
    public int line() {
        return line;
    }

    /**
     * An exception about the line that was read last.
     *
     * @param reason what was expected and what was found; a short phrase
     * @return to be thrown
     */
    public CsvException invalid(String reason) {
        return invalid("", reason);
    }

    /**
     * An exception about a field of the line that was read last.
     *
     * @param column its name
     * @param reason what was expected and what was found; cut after 400 characters, with control characters replaced
     * @return to be thrown
     */
    public CsvException invalid(String column, String reason) {
        String shown = reason.replaceAll("\\p{Cntrl}", "\uFFFD");
        return new CsvException(name, line, column, shown.length() > SHOWN ? shown.substring(0, SHOWN) + "…" : shown);
    }

    /**
     * A row as a line, for writing a table.
     *
     * @param fields quoted where they have a comma, a quote or a line end
     * @return without line end
     */
    public static String line(List<String> fields) {
        return fields.stream().map(Csv::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }

    @Override
    public void close() throws IOException {
        parser.close();
    }
}
