package io.github.jukelab.dataset;

import io.github.jukelab.PathText;
import io.github.jukelab.Reasons;
import io.github.jukelab.RelativePath;
import io.github.jukelab.audio.AudioFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Finds the tracks of a declared data set in a folder. */
final class TrackFinder {

    /** Where the folders of labels are; both at once if tracks were imported in several formats. */
    private static final List<List<String>> SUBFOLDERS = List.of(
            List.of("genres_original", "genres"),
            List.of(""),
            List.of("Data/genres_original"),
            List.of("gtzan/genres_original", "gtzan/genres"));

    private TrackFinder() {}

    static Dataset read(DatasetInfo info, Path folder) throws DatasetException {
        check(folder);
        List<Path> roots = rootsIn(info, folder);
        Map<String, Path> files = new TreeMap<>();
        for (Path root : roots) {
            List<Path> recordings = FolderScan.of(root).recordings().stream()
                    .filter(file -> file.getNameCount() <= 2)
                    .filter(file -> file.getNameCount() == 1 || isLabel(info, file.getName(0)))
                    .toList();
            addFiles(info, root, recordings, files);
        }
        if (files.isEmpty()) {
            throw new DatasetException(folder, noTrack(info));
        }
        return dataset(info, roots, files);
    }

    /**
     * The data set in a folder, if it is this one and not a user's own recordings with such names. Either the folders of
     * the labels' folders are named as in the published archives and have no others, or all recordings are declared
     * tracks and sound like them.
     */
    static Optional<Dataset> recognise(
            DatasetInfo info, Path folder, FolderScan scan, Predicate<List<Path>> soundsLike) {
        List<Path> roots = rootsIn(info, folder);
        Map<String, Path> files = new TreeMap<>();
        boolean published = true;
        boolean declared = true;
        for (Path root : roots) {
            List<Path> recordings = scan.recordingsIn(root);
            List<Path> tracks =
                    recordings.stream().filter(file -> isDeclared(info, file)).toList();
            addFiles(info, root, tracks, files);
            published &= isPublished(info, root, recordings);
            declared &= tracks.size() == recordings.size();
        }
        boolean recognised =
                !files.isEmpty() && (published || declared && soundsLike.test(List.copyOf(files.values())));
        return recognised ? Optional.of(dataset(info, roots, files)) : Optional.empty();
    }

    /** The folders of the labels' folders; the folder itself if there is none. */
    private static List<Path> rootsIn(DatasetInfo info, Path folder) {
        return SUBFOLDERS.stream()
                .map(names -> names.stream()
                        .map(folder::resolve)
                        .filter(subfolder -> hasLabel(info, subfolder))
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of(folder));
    }

    private static boolean isPublished(DatasetInfo info, Path root, List<Path> recordings) {
        Path name = root.toAbsolutePath().normalize().getFileName();
        return name != null
                && SUBFOLDERS.get(0).contains(name.toString())
                && recordings.stream().allMatch(file -> file.getNameCount() > 1 && isLabel(info, file.getName(0)));
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

    /** Adds tracks by their ids; of several formats, one. */
    private static void addFiles(DatasetInfo info, Path root, List<Path> recordings, Map<String, Path> files) {
        for (Path file : recordings) {
            trackOf(info, file.getFileName().toString())
                    .ifPresent(id -> files.merge(id, root.resolve(file), AudioFolder::preferred));
        }
    }

    private static Dataset dataset(DatasetInfo info, List<Path> roots, Map<String, Path> files) {
        List<Track> tracks = info.trackIds().stream()
                .filter(files::containsKey)
                .map(id -> info.track(id, files.get(id)))
                .toList();
        Path root = roots.size() == 1 ? roots.get(0) : roots.get(0).getParent();
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

    /** The folders that may have the labels' folders of a data set. */
    static List<Path> roots(Dataset dataset) {
        return Stream.concat(Stream.of(""), SUBFOLDERS.get(0).stream())
                .map(dataset.folder()::resolve)
                .toList();
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
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new DatasetException(folder, "cannot be listed: " + Reasons.of(e));
        }
    }

    /** The declared track of a file name, if any. */
    static Optional<String> trackOf(DatasetInfo info, String name) {
        return Optional.of(name)
                .filter(AudioFiles::isAudioFile)
                .map(PathText::withoutExtension)
                .filter(info.tracks()::containsKey);
    }
}
