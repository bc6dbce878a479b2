package io.github.jukelab.dataset;

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

/** Finds the tracks of a declared data set under a folder. */
final class TrackFinder {

    /** Best first, where a track is there twice. */
    private static final List<String> ENDINGS = List.of(".wav", ".au", ".mp3");

    private static final List<String> PLACES =
            List.of("genres_original", "genres", "", "Data/genres_original", "gtzan/genres_original", "gtzan/genres");

    private TrackFinder() {}

    static Dataset read(DatasetInfo info, Path folder) throws DatasetException {
        check(folder);
        Path root = PLACES.stream()
                .map(folder::resolve)
                .filter(place -> holdsLabel(info, place))
                .findFirst()
                .orElseThrow(() -> new DatasetException(folder, missing(info)));
        return new Dataset(info, root, tracks(info, root));
    }

    static void check(Path folder) throws DatasetException {
        if (!Files.isDirectory(folder)) {
            throw new DatasetException(folder, Files.exists(folder) ? "is a file, not a folder" : "no such folder");
        }
    }

    private static boolean holdsLabel(DatasetInfo info, Path place) {
        return info.labels().stream().anyMatch(label -> Files.isDirectory(place.resolve(label)));
    }

    private static String missing(DatasetInfo info) {
        return "holds no track of " + info.title() + "; expected genres_original/<label>/<label>.00000.wav or"
                + " genres/<label>/<label>.00000.au with labels " + String.join(", ", info.labels());
    }

    private static List<Track> tracks(DatasetInfo info, Path root) throws DatasetException {
        Map<String, Path> files = new TreeMap<>();
        for (String label : info.labels()) {
            for (Path file : files(root, label)) {
                trackOf(info, file.getFileName().toString())
                        .ifPresent(id -> files.merge(id, file, TrackFinder::better));
            }
        }
        if (files.isEmpty()) {
            throw new DatasetException(root, missing(info));
        }
        return info.trackIds().stream()
                .filter(files::containsKey)
                .map(id -> info.track(id, files.get(id)))
                .toList();
    }

    /** All plain files of a label, by name; none if it has no folder. */
    static List<Path> files(Path root, String label) throws DatasetException {
        Path folder = root.resolve(label);
        return Files.isDirectory(folder) ? list(folder, Files::isRegularFile) : List.of();
    }

    /** The names of the folders in a folder, in order; hidden ones are passed over. */
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

    /** The declared track that a file of this name holds. */
    static Optional<String> trackOf(DatasetInfo info, String name) {
        return ENDINGS.stream()
                .filter(ending -> name.toLowerCase(Locale.ROOT).endsWith(ending))
                .map(ending -> name.substring(0, name.length() - ending.length()))
                .filter(info.trackIds()::contains)
                .findFirst();
    }

    private static Path better(Path a, Path b) {
        return a.toString().toLowerCase(Locale.ROOT).endsWith(ENDINGS.get(0)) ? a : b;
    }
}
