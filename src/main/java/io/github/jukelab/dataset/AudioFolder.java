package io.github.jukelab.dataset;

import io.github.jukelab.PathText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Your own recordings, one folder per label: {@code tracks/electronica/*.mp3}, {@code tracks/silent_film/*.mp3}. Their
 * sampling rate, length and number are not declared.
 */
public final class AudioFolder {

    /** Of several formats of one track, the first of these is used. */
    private static final List<String> PREFERRED = List.of(".wav", ".aiff", ".aif", ".au", ".flac");

    private AudioFolder() {}

    /**
     * Finds the recordings of a folder, at any depth. A file is a recording if its extension is that of a sound file.
     * Links are followed; hidden files and folders are skipped. What else is passed over is told by {@link
     * FolderReport}.
     *
     * <p>The usual layout is a folder per class, {@code cat/1.wav}. Folders within it are groups, such as sessions or
     * speakers: {@code cat/monday/1.wav}. A group is stored as the artist, so that splits can keep it together; folders
     * of equal names in two classes are one group.
     *
     * <p>Folders named {@code train}, {@code training}, {@code val}, {@code valid}, {@code validation}, {@code test} or
     * {@code testing} are subsets, above the folders of the classes or in each of them: see {@link Splits#byFolders}.
     *
     * <p>Without folders, labels may be in the names, {@code cat.00001.wav}: all are a label, a dot and five digits, and
     * there are at least two labels (one, if all are names of GTZAN's tracks). All else has one label, the folder's
     * name, and cannot be split.
     *
     * <p>If a folder has nothing but one folder with several folders, as archives often are, the inner one is opened.
     *
     * <p>A track's id is its path within the folder, without extension: {@code cat/1}. If a track is there in several
     * formats, one of them is used, wav first.
     *
     * @param folder such as {@code data/tracks}; its name becomes the data set's
     * @return the data set, labels in alphabetical order
     * @throws DatasetException if the folder is missing or has no sound files
     */
    public static Dataset at(Path folder) throws DatasetException {
        return of(folder, FolderScan.of(folder));
    }

    static Dataset of(Path folder, FolderScan scan) throws DatasetException {
        Optional<Path> inner = FolderLayout.inner(scan.recordings());
        if (inner.isPresent()) {
            return at(folder.resolve(inner.get()));
        }
        if (scan.recordings().isEmpty()) {
            throw new DatasetException(
                    folder,
                    "has no sound files"
                            + (scan.others().isEmpty()
                                    ? ""
                                    : "; other files: " + scan.others().size()));
        }
        FolderLayout layout = FolderLayout.of(scan.recordings());
        String name = name(folder);
        List<Track> tracks = new ArrayList<>();
        files(scan.recordings()).forEach((id, file) -> {
            Optional<String> label = layout == FolderLayout.NO_LABELS ? Optional.of(name) : layout.label(file);
            label.ifPresent(known -> tracks.add(new Track(id, known, layout.group(file), folder.resolve(file))));
        });
        tracks.sort(Comparator.comparing(Track::label).thenComparing(Track::id));
        return new Dataset(info(name, tracks, "your own folder"), folder, tracks);
    }

    /** Track id → its file. Files that differ only in the format are one track; files whose names look alike are not. */
    static Map<String, Path> files(Iterable<Path> recordings) {
        Map<String, Path> files = new LinkedHashMap<>();
        for (Path file : recordings) {
            String id = PathText.withoutExtension(PathText.of(file));
            Path other = files.putIfAbsent(id, file);
            if (other != null && extension(other).equals(extension(file))) {
                files.put(unique(id, files), file);
            } else if (other != null) {
                files.put(id, preferred(other, file));
            }
        }
        return files;
    }

    private static String unique(String id, Map<String, Path> used) {
        int i = 2;
        while (used.containsKey(id + "-" + i)) {
            i++;
        }
        return id + "-" + i;
    }

    /** The file to use if a track is there in two formats: wav first, then other formats without loss. */
    static Path preferred(Path a, Path b) {
        return rank(b) < rank(a) ? b : a;
    }

    private static int rank(Path file) {
        int index = PREFERRED.indexOf(extension(file));
        return index < 0 ? PREFERRED.size() : index;
    }

    private static String extension(Path file) {
        return PathText.extension(file.toString()).toLowerCase(Locale.ROOT);
    }

    /** The name of a folder. */
    static String name(Path folder) {
        Path path = folder.toAbsolutePath().normalize();
        return PathText.label(
                PathText.of(Optional.ofNullable(path.getFileName()).orElse(path)));
    }

    /** What is known of own recordings: little. */
    static DatasetInfo info(String name, List<Track> tracks, String source) {
        return new DatasetInfo(
                name,
                name,
                tracks.stream().map(Track::label).distinct().toList(),
                Map.of(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                "not known; the terms of the recordings apply",
                "not known",
                source,
                Map.of(),
                Map.of(),
                Map.of());
    }
}
