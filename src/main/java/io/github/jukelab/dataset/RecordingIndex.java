package io.github.jukelab.dataset;

import io.github.jukelab.PathText;
import io.github.jukelab.audio.AudioFiles;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the recordings of a folder by what a label table calls them. */
final class RecordingIndex {

    /** What programs add to the name of a recording when they name a table of its labels. */
    private static final Pattern TABLE_NAME = Pattern.compile(
            "(\\.Table\\.\\d+\\.selections|\\.selections|\\.BirdNET\\.selection\\.table)?\\.txt$",
            Pattern.CASE_INSENSITIVE);

    private final Path folder;
    private final Map<String, Set<Path>> paths = new HashMap<>();
    private final Map<String, Set<Path>> ends = new HashMap<>();
    private final Map<String, Set<Path>> pathsWithoutExtension = new HashMap<>();
    private final Map<String, Set<Path>> endsWithoutExtension = new HashMap<>();

    /** A name for which there is no recording, or more than one. */
    static final class NotFoundException extends Exception {

        private static final long serialVersionUID = 1;

        NotFoundException(String reason) {
            super(reason);
        }
    }

    RecordingIndex(Path folder, FolderScan scan) {
        this.folder = folder;
        scan.recordings().forEach(this::add);
        scan.others().forEach(file -> put(paths, PathText.of(file), file));
    }

    private void add(Path file) {
        String path = PathText.of(file);
        put(paths, path, file);
        put(pathsWithoutExtension, PathText.withoutExtension(path), file);
        for (int i = path.indexOf('/'); i >= 0; i = path.indexOf('/', i + 1)) {
            String end = path.substring(i + 1);
            put(ends, end, file);
            put(endsWithoutExtension, PathText.withoutExtension(end), file);
        }
    }

    private static void put(Map<String, Set<Path>> files, String name, Path file) {
        files.computeIfAbsent(name, key -> new TreeSet<>()).add(file);
    }

    /**
     * The recording of a name: its path in the folder, or the end of its path if no other recording has it. The
     * extension may be missing or that of another format.
     *
     * @return relative to the folder
     */
    Path find(String name) throws NotFoundException {
        String path = inFolder(Normalizer.normalize(name, Normalizer.Form.NFC));
        Set<Path> found = candidates(path);
        if (found.isEmpty() && path.indexOf('\\') >= 0) {
            found = candidates(path.replace('\\', '/'));
        }
        if (found.isEmpty()) {
            throw new NotFoundException("no such file in " + folder);
        }
        Set<String> ids =
                found.stream().map(PathText::of).map(PathText::withoutExtension).collect(Collectors.toSet());
        if (ids.size() > 1) {
            throw new NotFoundException("several files are named so in " + folder + ", such as "
                    + found.stream().limit(2).map(PathText::of).collect(Collectors.joining(" and ")));
        }
        return found.stream().reduce(AudioFolder::preferred).orElseThrow();
    }

    /** The same, but first beside a table: recorders at several sites give their files the same names. */
    Path findNear(String table, String name) throws NotFoundException {
        String beside = table.substring(0, table.lastIndexOf('/') + 1) + name;
        return find(paths.containsKey(beside) ? beside : name);
    }

    /** The recording that a table is named after and lies beside. */
    Path findBeside(String table) throws NotFoundException {
        return find(TABLE_NAME.matcher(table).replaceFirst(""));
    }

    /** The files of the first way of naming that gives any. */
    private Set<Path> candidates(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        String stem = AudioFiles.isAudioFile(name) ? PathText.withoutExtension(path) : path;
        return Stream.of(
                        paths.get(path),
                        ends.get(path),
                        pathsWithoutExtension.get(stem),
                        endsWithoutExtension.get(stem))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Set.of());
    }

    /** A path relative to the folder, without {@code .} and {@code ..}. */
    private String inFolder(String name) throws NotFoundException {
        Path root = folder.toAbsolutePath().normalize();
        try {
            Path path = root.resolve(name).normalize();
            if (path.startsWith(root)) {
                return PathText.of(root.relativize(path));
            }
        } catch (InvalidPathException e) {
            throw new NotFoundException("cannot be the name of a file");
        }
        throw new NotFoundException("not within " + folder);
    }
}
