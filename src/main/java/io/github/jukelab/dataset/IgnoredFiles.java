package io.github.jukelab.dataset;

import io.github.jukelab.archive.ArchiveFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The files that an import has no use for, counted by extension. */
final class IgnoredFiles {

    /** Extensions beyond these are counted together: in an archive there can be any number. */
    private static final int MAX_KINDS = 20;

    /** Files of one kind and the first of them. */
    private record Files(int count, String first) {

        Files and(Files more) {
            return new Files(count + more.count, first);
        }
    }

    private final Map<String, Files> byKind = new LinkedHashMap<>();

    void add(ArchiveFile file) {
        String kind = kind(file.fileName());
        boolean counted = byKind.containsKey(kind) || byKind.size() < MAX_KINDS;
        byKind.merge(counted ? kind : "other", new Files(1, file.name()), Files::and);
    }

    private static String kind(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0 ? "without extension" : name.substring(dot).toLowerCase(Locale.ROOT);
    }

    /** A text for each extension, such as {@code 12 .png, the first is images/a.png}. */
    List<String> texts() {
        return byKind.entrySet().stream()
                .map(kind -> kind.getValue().count() + " " + kind.getKey()
                        + (kind.getValue().count() == 1 ? ", " : ", the first is ")
                        + kind.getValue().first())
                .toList();
    }
}
