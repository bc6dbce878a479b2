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

/** Filenames and labels of the files of a table. */
final class Filenames {

    /** A track of GTZAN, whose name includes the label: {@code blues.00000.wav}. */
    private static final Pattern LABELLED = Pattern.compile("(\\p{L}[^.]*)\\.\\d{5}\\.[^.]+");

    private static final String UNKNOWN = "unknown";

    private Filenames() {}

    /**
     * A unique key for each file: its name, with as many of its folders prepended as needed, such as {@code
     * cat/01.wav}.
     *
     * @param files absolute and unique
     * @return file → key
     */
    static Map<Path, String> unique(Iterable<Path> files) {
        Map<Path, String> unique = new HashMap<>();
        List<Path> ambiguous = new ArrayList<>();
        files.forEach(ambiguous::add);
        for (int depth = 1; !ambiguous.isEmpty(); depth++) {
            Map<String, List<Path>> byName = new HashMap<>();
            for (Path file : ambiguous) {
                byName.computeIfAbsent(end(file, depth), name -> new ArrayList<>())
                        .add(file);
            }
            ambiguous = new ArrayList<>();
            for (Map.Entry<String, List<Path>> entry : byName.entrySet()) {
                if (entry.getValue().size() == 1) {
                    unique.put(entry.getValue().get(0), entry.getKey());
                } else {
                    ambiguous.addAll(entry.getValue());
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
     * The label of a file: from its name if it is named as in GTZAN, else the name of its folder.
     *
     * @param file absolute
     * @return {@code unknown} if there is no folder either
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
