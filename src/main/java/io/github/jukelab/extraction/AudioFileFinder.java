package io.github.jukelab.extraction;

import io.github.jukelab.RelativePath;
import io.github.jukelab.audio.AudioFiles;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Finds the audio files of a list of files and folders. A listed file is always included. In a folder, files at any
 * depth are included if they have the extension of an audio file and neither they nor their folder is hidden (a name
 * that starts with a dot). Links are followed.
 */
final class AudioFileFinder extends SimpleFileVisitor<Path> {

    private final SortedMap<Path, Path> files = new TreeMap<>();
    private final List<String> unreadable = new ArrayList<>();
    private Path root = Path.of("");

    static AudioFileFinder search(List<Path> paths) throws IOException {
        AudioFileFinder found = new AudioFileFinder();
        for (Path path : paths) {
            found.add(path);
        }
        return found;
    }

    private void add(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(
                    path.toString(), null, "no such file or folder" + RelativePath.lookedIn(path));
        }
        root = path;
        if (Files.isDirectory(path)) {
            Files.walkFileTree(path, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, this);
        } else {
            include(path);
        }
    }

    private void include(Path file) {
        files.putIfAbsent(file.toAbsolutePath().normalize(), file);
    }

    /** Absolute path → path as listed, sorted, without duplicates. */
    SortedMap<Path, Path> files() {
        return files;
    }

    /** A line for each folder that could not be listed, with the reason. */
    List<String> unreadable() {
        return unreadable;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return isHidden(folder) && !folder.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (AudioFiles.isAudioFile(file)) {
            include(file);
        }
        return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }

    /** A link to one of its own parent folders is ignored. */
    @Override
    public FileVisitResult visitFileFailed(Path path, IOException e) {
        if (!(e instanceof FileSystemLoopException)) {
            unreadable.add(path + ": cannot be read: " + e.getMessage());
        }
        return FileVisitResult.CONTINUE;
    }
}
