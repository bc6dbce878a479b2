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

    private static final List<String> PUBLISHED = List.of("genres_original", "genres");

    private TrackFinder() {}

    static Dataset read(DatasetInfo info, Path folder) throws DatasetException {
        check(folder);
        Path root = root(info, folder);
        List<Path> recordings = FolderScan.of(root).recordings().stream()
                .filter(file -> file.getNameCount() <= 2)
                .filter(file -> file.getNameCount() == 1 || isLabel(info, file.getName(0)))
                .toList();
        Map<String, Path> files = files(info, root, recordings);
        if (files.isEmpty()) {
            throw new DatasetException(folder, noTrack(info));
        }
        return dataset(info, root, files);
    }

    /**
     * The data set in a folder, if it is this one and not a user's own recordings with such names. Either the folder of
     * the labels' folders is named as in the published archives and has no others, or all recordings are declared
     * tracks and sound like them.
     */
    static Optional<Dataset> recognise(DatasetInfo info, Path folder, Predicate<List<Path>> soundsLike)
            throws DatasetException {
        Path root = root(info, folder);
        List<Path> recordings = FolderScan.of(root).recordings();
        Map<String, Path> files = files(
                info,
                root,
                recordings.stream().filter(file -> isDeclared(info, file)).toList());
        boolean published = PUBLISHED.contains(
                        root.toAbsolutePath().normalize().getFileName().toString())
                && recordings.stream().allMatch(file -> file.getNameCount() > 1 && isLabel(info, file.getName(0)));
        boolean recognised = !files.isEmpty()
                && (published
                        || recordings.stream().allMatch(file -> isDeclared(info, file))
                                && soundsLike.test(List.copyOf(files.values())));
        return recognised ? Optional.of(dataset(info, root, files)) : Optional.empty();
    }

    /** The folder of the labels' folders; the folder itself if there is none. */
    private static Path root(DatasetInfo info, Path folder) {
        return SUBFOLDERS.stream()
                .map(folder::resolve)
                .filter(subfolder -> hasLabel(info, subfolder))
                .findFirst()
                .orElse(folder);
    }

    private static boolean isLabel(DatasetInfo info, Path folder) {
        return info.labels().contains(folder.toString());
    }

    /** Whether a file is named as a track, and lies in the folder of its label or in none. */
    private static boolean isDeclared(DatasetInfo info, Path file) {
        Optional<String> label = trackOf(info, file.getFileName().toString()).map(info.tracks()::get);
        return label.isPresent()
                && (file.getNameCount() == 1
                        || file.getNameCount() == 2
                                && label.get().equals(file.getName(0).toString()));
    }

    /** Track id → file; of several formats, one. */
    private static Map<String, Path> files(DatasetInfo info, Path root, List<Path> recordings) {
        Map<String, Path> files = new TreeMap<>();
        for (Path file : recordings) {
            trackOf(info, file.getFileName().toString())
                    .ifPresent(id -> files.merge(id, root.resolve(file), AudioFolder::preferred));
        }
        return files;
    }

    private static Dataset dataset(DatasetInfo info, Path root, Map<String, Path> files) {
        List<Track> tracks = info.trackIds().stream()
                .filter(files::containsKey)
                .map(id -> info.track(id, files.get(id)))
                .toList();
        return new Dataset(info, root, tracks);
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

    /** All regular files of a label, by name; empty if it has no folder. */
    static List<Path> files(Path root, String label) throws DatasetException {
        Path folder = root.resolve(label);
        return Files.isDirectory(folder) ? list(folder, Files::isRegularFile) : List.of();
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
}
