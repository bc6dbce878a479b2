package io.github.jukelab.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the links of an archive lead. */
final class ArchiveLinks {

    /** As many as Linux follows from one name. */
    private static final int MAX_STEPS = 40;

    private final Map<String, String> targets = new HashMap<>();
    private final List<String> wanted = new ArrayList<>();

    /** Adds a link; if it is wanted, its name is asked for later. */
    void add(ArchiveFile link, boolean isWanted) {
        targets.put(ArchiveFile.path(link.name()), link.link().orElseThrow());
        if (isWanted) {
            wanted.add(link.name());
        }
    }

    /** The names of the wanted links by the file at which each ends; for a circle of links that is one of them. */
    Map<String, List<String>> namesByFile() {
        Map<String, List<String>> names = new LinkedHashMap<>();
        wanted.forEach(name -> names.computeIfAbsent(end(ArchiveFile.path(name)), file -> new ArrayList<>())
                .add(name));
        return names;
    }

    private String end(String path) {
        String end = path;
        for (int i = 0; i < MAX_STEPS && targets.containsKey(end); i++) {
            end = targets.get(end);
        }
        return end;
    }
}
