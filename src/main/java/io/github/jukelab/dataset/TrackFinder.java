package io.github.jukelab.dataset;

import io.github.jukelab.RelativePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the tracks of a declared data set in a folder. */
final class TrackFinder {

    /** If a track has several files, wav is preferred. */
    private static final List<String> EXTENSIONS = List.of(".wav", ".au", ".mp3");

    private static final List<String> SUBFOLDERS =
            List.of("genres_original", "genres", "", "Data/genres_original", "gtzan/genres_original", "gtzan/genres");

    private TrackFinder() {}

    static Dataset read(DatasetInfo info, Path folder) throws DatasetException {
        check(folder);
        Path root = SUBFOLDERS.stream()
                .map(folder::resolve)
                .filter(subfolder -> hasLabel(info, subfolder))
                .findFirst()
                .orElseThrow(() -> new DatasetException(folder, noTrack(info)));
        return new Dataset(info, root, tracks(info, root));
    }

    static void check(Path folder) throws DatasetException {
        if (!Files.isDirectory(folder)) {
            throw new DatasetException(
                    folder,
                    Files.exists(folder)
                            ? "is a file, not a folder"
                            : "no such folder" + RelativePath.lookedIn(folder));
        }
    }

    private static boolean hasLabel(DatasetInfo info, Path folder) {
        return info.labels().stream().anyMatch(label -> Files.isDirectory(folder.resolve(label)));
    }

    private static String noTrack(DatasetInfo info) {
        return "holds no track of " + info.title() + "; expected genres_original/<label>/<label>.00000.wav or"
                + " genres/<label>/<label>.00000.au with labels " + String.join(", ", info.labels());
    }

    private static List<Track> tracks(DatasetInfo info, Path root) throws DatasetException {
        Map<String, Path> files = new TreeMap<>();
        for (String label : info.labels()) {
            for (Path file : files(root, label)) {
                trackOf(info, file.getFileName().toString())
                        .ifPresent(id -> files.merge(id, file, TrackFinder::preferred));
            }
        }
        if (files.isEmpty()) {
            throw new DatasetException(root, noTrack(info));
        }
        return info.trackIds().stream()
                .filter(files::containsKey)
                .map(id -> info.track(id, files.get(id)))
                .toList();
    }

    /** All regular files of a label, by name; empty if it has no folder. */
    static List<Path> files(Path root, String label) throws DatasetException {
        Path folder = root.resolve(label);
        return Files.isDirectory(folder) ? list(folder, Files::isRegularFile) : List.of();
    }

    /** The sorted names of the subfolders of a folder, without hidden ones. */
    static List<String> folders(Path root) throws DatasetException {
        return list(root, Files::isDirectory).stream()
                .map(folder -> folder.getFileName().toString())
                .filter(name -> !name.startsWith("."))
                .toList();
    }

    private static List<Path> list(Path folder, Predicate<Path> wanted) throws DatasetException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(wanted).sorted().toList();
        } catch (IOException e) {
            throw new DatasetException(folder, "cannot be listed: " + e.getMessage());
        }
    }

    /** The declared track of a file name, if any. */
    static Optional<String> trackOf(DatasetInfo info, String name) {
        return EXTENSIONS.stream()
                .filter(extension -> name.toLowerCase(Locale.ROOT).endsWith(extension))
                .map(extension -> name.substring(0, name.length() - extension.length()))
                .filter(info.tracks()::containsKey)
                .findFirst();
    }

    private static Path preferred(Path a, Path b) {
        return a.toString().toLowerCase(Locale.ROOT).endsWith(EXTENSIONS.get(0)) ? a : b;
    }
}
