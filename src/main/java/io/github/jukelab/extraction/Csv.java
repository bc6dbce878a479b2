package io.github.jukelab.extraction;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Comma-separated values as in RFC 4180, read record by record; empty lines are skipped. */
final class Csv {

    /** A field, quoted or not, and what ends it. */
    private static final Pattern FIELD = Pattern.compile("(?:\"([^\"]*+(?:\"\"[^\"]*+)*+)\"|([^\",]*+))(,|\\z)");

    private final BufferedReader in;
    private int line;
    private int next = 1;

    Csv(BufferedReader in) {
        this.in = in;
    }

    /** The line where the latest record began, from 1. */
    int line() {
        return line;
    }

    /** The fields of the next record; an empty list if a quote is misplaced or not closed. */
    Optional<List<String>> record() throws IOException {
        String text = "";
        while (text.isEmpty()) {
            line = next;
            text = in.readLine();
            if (text == null) {
                return Optional.empty();
            }
            next++;
        }
        return Optional.of(fields(complete(text)));
    }

    /** Appends lines while a quote is open, since a quoted field may contain line ends. */
    private String complete(String start) throws IOException {
        StringBuilder record = new StringBuilder(start);
        boolean open = hasOddQuotes(start);
        while (open) {
            String more = in.readLine();
            if (more == null) {
                break;
            }
            next++;
            record.append('\n').append(more);
            open = !hasOddQuotes(more);
        }
        return record.toString();
    }

    private static boolean hasOddQuotes(String text) {
        return text.chars().filter(c -> c == '"').count() % 2 == 1;
    }

    private static List<String> fields(String record) {
        List<String> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(record);
        String end = ",";
        while (end.equals(",") && field.lookingAt()) {
            fields.add(field.group(1) == null ? field.group(2) : field.group(1).replace("\"\"", "\""));
            end = field.group(3);
            field.region(field.end(), record.length());
        }
        return end.equals(",") ? List.of() : fields;
    }

    /** A record as a line, without line end. */
    static String line(List<String> fields) {
        return fields.stream().map(Csv::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String field) {
        boolean plain = field.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? field : '"' + field.replace("\"", "\"\"") + '"';
    }
}
