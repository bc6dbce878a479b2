package io.github.jukelab.extraction;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a table calls its files. */
final class Filenames {

    /** A track of GTZAN, whose name says what it is, wherever it lies: {@code blues.00000.wav}. */
    private static final Pattern LABELLED = Pattern.compile("(\\p{L}[^.]*)\\.\\d{5}\\.[^.]+");

    private static final String UNKNOWN = "unknown";

    private Filenames() {}

    /**
     * A key for each file: its name where no other file has the same, else with as many of its folders before it as tell
     * it apart, such as {@code cat/01.wav}.
     *
     * @param files absolute, each once
     * @return one per file
     */
    static Map<Path, String> unique(Iterable<Path> files) {
        Map<Path, String> unique = new HashMap<>();
        List<Path> open = new ArrayList<>();
        files.forEach(open::add);
        for (int depth = 1; !open.isEmpty(); depth++) {
            Map<String, List<Path>> named = new HashMap<>();
            for (Path file : open) {
                named.computeIfAbsent(end(file, depth), name -> new ArrayList<>())
                        .add(file);
            }
            open = new ArrayList<>();
            for (Map.Entry<String, List<Path>> entry : named.entrySet()) {
                if (entry.getValue().size() == 1) {
                    unique.put(entry.getValue().get(0), entry.getKey());
                } else {
                    open.addAll(entry.getValue());
                }
            }
        }
        return Collections.unmodifiableMap(unique);
    }

    private static String end(Path file, int depth) {
        int names = file.getNameCount();
        if (depth > names) {
            return file.toString();
        }
        StringJoiner end = new StringJoiner("/");
        file.subpath(names - depth, names).forEach(name -> end.add(name.toString()));
        return end.toString();
    }

    /** {@code blues.00000.wav} and 3 give {@code blues.00000.3.wav}. */
    static String ofSegment(String filename, int segment) {
        int dot = filename.lastIndexOf('.');
        int end = dot > filename.lastIndexOf('/') ? dot : filename.length();
        return filename.substring(0, end) + "." + segment + filename.substring(end);
    }

    /**
     * What kind of sound a file holds: as its name says where it is named as in GTZAN, else as its folder is called.
     *
     * @param file absolute
     * @return {@code unknown} where there is no folder either
     */
    static String label(Path file) {
        Matcher labelled = LABELLED.matcher(file.getFileName().toString());
        if (labelled.matches()) {
            return labelled.group(1);
        }
        Path folder = file.getParent().getFileName();
        return folder == null ? UNKNOWN : folder.toString();
    }
}
