package io.github.jukelab.dataset;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The kinds of label tables, with the names of their columns in lower case. */
enum LabelFormat {

    /** Comma-separated, with our own names. */
    CSV(List.of("file"), List.of("label"), "start", "end"),

    /** Raven's selection tables: tab-separated; BirdNET writes them, too. */
    RAVEN(
            List.of("begin file"),
            List.of("annotation", "species", "label", "common name"),
            "begin time (s)",
            "end time (s)"),

    /** Audacity's label tracks: tab-separated, without a header. */
    AUDACITY(List.of(), List.of("label"), "start", "end");

    private static final Pattern TWO_NUMBERS = Pattern.compile("\\s*[-+\\d.,eE]+\t[-+\\d.,eE]+(\t.*)?");

    private final List<String> file;
    private final List<String> label;
    private final String start;
    private final String end;

    LabelFormat(List<String> file, List<String> label, String start, String end) {
        this.file = file;
        this.label = label;
        this.start = start;
        this.end = end;
    }

    /** The format of a table, by its first line. */
    static LabelFormat of(String firstLine) {
        if (TWO_NUMBERS.matcher(firstLine).matches()) {
            return AUDACITY;
        }
        boolean raven = firstLine.indexOf('\t') >= 0
                && firstLine.toLowerCase(Locale.ROOT).contains(RAVEN.start);
        return raven ? RAVEN : CSV;
    }

    List<String> file() {
        return file;
    }

    List<String> label() {
        return label;
    }

    List<String> start() {
        return List.of(start);
    }

    List<String> end() {
        return List.of(end);
    }
}
