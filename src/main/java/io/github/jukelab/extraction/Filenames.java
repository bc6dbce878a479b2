package io.github.jukelab.extraction;

import io.github.jukelab.PathText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Names of the files of a table. */
final class Filenames {

    private Filenames() {}

    /**
     * A unique name for each file: the proposed one, or, if several files have the same, the end of the path with as
     * many folders as needed, such as {@code home/cat/01.wav}. Paths that look alike as text are numbered.
     *
     * @param proposed absolute path → name
     * @return absolute path → unique name
     */
    static Map<Path, String> unique(Map<Path, String> proposed) {
        Map<Path, String> names = new LinkedHashMap<>(proposed);
        List<Path> alike = alike(names);
        for (int more = 1; !alike.isEmpty(); more++) {
            boolean longer = false;
            for (Path file : alike) {
                int depth = Path.of(proposed.get(file)).getNameCount() + more;
                longer |= depth <= file.getNameCount();
                names.put(file, end(file, depth));
            }
            if (!longer) {
                number(names, alike);
            }
            alike = alike(names);
        }
        return names;
    }

    /** The files whose names are those of others, too. */
    private static List<Path> alike(Map<Path, String> names) {
        Map<String, List<Path>> byName = new LinkedHashMap<>();
        names.forEach((file, name) ->
                byName.computeIfAbsent(name, key -> new ArrayList<>()).add(file));
        return byName.values().stream()
                .filter(files -> files.size() > 1)
                .flatMap(List::stream)
                .toList();
    }

    private static void number(Map<Path, String> names, List<Path> alike) {
        for (int i = 1; i < alike.size(); i++) {
            String name = names.get(alike.get(i));
            names.put(alike.get(i), PathText.withoutExtension(name) + "-" + (i + 1) + PathText.extension(name));
        }
    }

    private static String end(Path file, int depth) {
        int names = file.getNameCount();
        return PathText.of(file.subpath(Math.max(0, names - depth), names));
    }

    /** {@code blues.00000.wav} and 3 give {@code blues.00000.3.wav}. */
    static String ofSegment(String filename, int segment) {
        return PathText.withoutExtension(filename) + "." + segment + PathText.extension(filename);
    }
}
