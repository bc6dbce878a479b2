package io.github.jukelab;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
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
    private static final String REPLACEMENT_CHARACTER = "\uFFFD";

    private final String name;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private List<String> columns = List.of();
    private int line;

    private Csv(String name, CSVParser parser) throws IOException {
        this.name = name;
        this.parser = parser;
        this.records = parser.iterator();
        this.columns = record().orElse(List.of());
    }

    /**
     * Opens a table and reads its header.
     *
     * @param file the table
     * @return the table before its first row
     * @throws CsvException if the header has a misplaced or unclosed quote
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
     * @throws CsvException if the header has a misplaced or unclosed quote
     * @throws IOException if it cannot be read
     */
    public static Csv of(String name, InputStream in) throws IOException {
        BufferedReader text = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
        text.mark(1);
        if (text.read() != BYTE_ORDER_MARK) {
            text.reset();
        }
        return new Csv(name, CSVFormat.RFC4180.parse(text));
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
     * @throws CsvException if it has more or fewer fields than there are columns, a misplaced or unclosed quote, or
     *     text that is not UTF-8
     * @throws IOException if it cannot be read
     */
    public Optional<List<String>> next() throws IOException {
        Optional<List<String>> row = record();
        if (row.isPresent() && row.get().size() != columns.size()) {
            throw invalid(
                    "must have " + columns.size() + " fields, got " + row.get().size());
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
            if (fields.get(i).contains(REPLACEMENT_CHARACTER)) {
                throw invalid(i < columns.size() ? columns.get(i) : "", "must be UTF-8, got " + fields.get(i));
            }
        }
    }

    private boolean hasNext() throws IOException {
        try {
            return records.hasNext();
        } catch (UncheckedIOException e) {
            throw e.getCause() instanceof CSVException ? invalid("has a misplaced or unclosed quote") : e.getCause();
        }
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
     * @param reason what was expected and what was found; a short phrase
     * @return to be thrown
     */
    public CsvException invalid(String column, String reason) {
        return new CsvException(name, line, column, reason);
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
