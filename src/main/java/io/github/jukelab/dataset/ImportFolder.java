package io.github.jukelab.dataset;

import io.github.jukelab.PathText;
import io.github.jukelab.archive.UnreadableException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** The folder that GTZAN is imported into, by one import or several at once. */
final class ImportFolder {

    private static final String PART = ".part-";

    /** A temporary file that is older was left by an import that was killed: one lasts for seconds. */
    private static final Duration OLD = Duration.ofHours(1);

    private final Path folder;

    ImportFolder(Path folder) {
        this.folder = folder;
    }

    /** Throws an exception if nothing can be written there. Creates nothing. */
    void check() throws DatasetException {
        Path existing = folder.toAbsolutePath();
        while (!Files.exists(existing)) {
            existing = existing.getParent();
        }
        if (!Files.isDirectory(existing)) {
            throw new DatasetException(folder, "is no folder to import into: " + existing + " is a file");
        }
        try {
            Files.delete(Files.createTempDirectory(existing, PART));
        } catch (IOException e) {
            throw new DatasetException(
                    folder, "cannot be written: " + UnreadableException.reason(e) + " in " + existing);
        }
    }

    /** The folders that tracks are imported into. */
    List<Path> roots() {
        return List.of(folder.resolve("genres_original"), folder.resolve("genres"));
    }

    /** Where a track of that file name belongs. */
    Path file(String track, String name) {
        String extension = PathText.extension(name).toLowerCase(Locale.ROOT);
        return roots().get(extension.equals(".au") ? 1 : 0)
                .resolve(Gtzan.INFO.tracks().get(track))
                .resolve(track + extension);
    }

    /** The file of a track, in any format. */
    Optional<Path> existing(String track) throws IOException {
        for (Path root : roots()) {
            for (Path file : TrackFinder.files(root, Gtzan.INFO.tracks().get(track))) {
                if (TrackFinder.trackOf(Gtzan.INFO, file.getFileName().toString())
                        .filter(track::equals)
                        .isPresent()) {
                    return Optional.of(file);
                }
            }
        }
        return Optional.empty();
    }

    /** A temporary file that no other import uses, in the folder of a target. */
    static Path part(Path target) throws IOException {
        Files.createDirectories(target.getParent());
        return target.resolveSibling(PART + UUID.randomUUID() + "-" + target.getFileName());
    }

    /** Whether a file is a temporary one, perhaps of an import that was killed. */
    static boolean isPart(String name) {
        return name.startsWith(PART);
    }

    /** Moves a file to its target, unless another import was faster; then its file of the track is returned. */
    Optional<Path> move(String track, Path part, Path target) throws IOException {
        synchronized (ImportFolder.class) {
            Optional<Path> existing = existing(track);
            if (existing.isPresent()) {
                return existing;
            }
            try {
                Files.move(part, target);
                return Optional.empty();
            } catch (FileAlreadyExistsException e) {
                return Optional.of(target);
            }
        }
    }

    /** Deletes the temporary files of imports that were killed. */
    void clean() throws IOException {
        List<Path> folders = new ArrayList<>(List.of(folder));
        roots().forEach(root -> Gtzan.INFO.labels().forEach(label -> folders.add(root.resolve(label))));
        for (Path each : folders) {
            if (Files.isDirectory(each)) {
                clean(each);
            }
        }
    }

    private static void clean(Path folder) throws IOException {
        List<Path> parts;
        try (Stream<Path> files = Files.list(folder)) {
            parts = files.filter(file -> isPart(file.getFileName().toString())).toList();
        }
        for (Path part : parts) {
            if (isOld(part)) {
                Files.deleteIfExists(part);
            }
        }
    }

    private static boolean isOld(Path part) throws IOException {
        try {
            return Files.getLastModifiedTime(part)
                    .toInstant()
                    .isBefore(Instant.now().minus(OLD));
        } catch (NoSuchFileException e) {
            return false; // another import has just finished it
        }
    }
}
