package io.github.jukelab.extraction;

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
 * The sound files at some places. A file that is named is taken whatever it is called; below a folder, those are that
 * have the ending of a sound file and are not hidden, nor in a hidden folder (a name that begins with a dot). Links are
 * followed.
 */
final class SoundFiles extends SimpleFileVisitor<Path> {

    private final SortedMap<Path, Path> files = new TreeMap<>();
    private final List<String> unreadable = new ArrayList<>();
    private Path root = Path.of("");

    static SoundFiles at(List<Path> places) throws IOException {
        SoundFiles found = new SoundFiles();
        for (Path place : places) {
            found.add(place);
        }
        return found;
    }

    private void add(Path place) throws IOException {
        if (!Files.exists(place)) {
            throw new NoSuchFileException(place.toString(), null, "no such file or folder");
        }
        root = place;
        if (Files.isDirectory(place)) {
            Files.walkFileTree(place, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, this);
        } else {
            take(place);
        }
    }

    private void take(Path file) {
        files.putIfAbsent(file.toAbsolutePath().normalize(), file);
    }

    /** Each file once, by its absolute path in order; the value is the path as one would write it. */
    SortedMap<Path, Path> files() {
        return files;
    }

    /** Folders that could not be listed, and why. */
    List<String> unreadable() {
        return unreadable;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        return hidden(folder) && !folder.equals(root) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (AudioFiles.isAudioFile(file)) {
            take(file);
        }
        return FileVisitResult.CONTINUE;
    }

    private static boolean hidden(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }

    /** A link back to a folder that it lies in adds nothing. */
    @Override
    public FileVisitResult visitFileFailed(Path path, IOException e) {
        if (!(e instanceof FileSystemLoopException)) {
            unreadable.add(path + ": cannot be read: " + e.getMessage());
        }
        return FileVisitResult.CONTINUE;
    }
}
