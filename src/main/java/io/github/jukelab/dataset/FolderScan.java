package io.github.jukelab.dataset;

import io.github.jukelab.Progress;
import io.github.jukelab.Reasons;
import io.github.jukelab.audio.AudioFiles;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All files of a folder at any depth, sorted. Hidden files and folders (a name that starts with a dot) are left out.
 * Links are followed; a link to one of its own parent folders is ignored.
 */
public final class FolderScan extends SimpleFileVisitor<Path> {

    private final Path root;
    private final List<Path> recordings = new ArrayList<>();
    private final Set<Path> folders = new TreeSet<>();
    private final List<Path> others = new ArrayList<>();
    private final List<String> unreadable = new ArrayList<>();

    private FolderScan(Path root) {
        this.root = root;
    }

    /**
     * Lists a folder.
     *
     * @param root the folder
     * @return its files
     * @throws DatasetException if it is missing, is no folder or cannot be listed
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static FolderScan of(Path root) throws DatasetException {
        TrackFinder.check(root);
        FolderScan scan = new FolderScan(root);
        try {
            Files.walkFileTree(root, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, scan);
        } catch (IOException e) {
            throw new DatasetException(root, "cannot be listed: " + Reasons.of(e));
        }
        scan.recordings.sort(null);
        scan.others.sort(null);
        return scan;
    }

    /**
     * Files with the extension of a sound file.
     *
     * @return relative to the folder
     */
    public List<Path> recordings() {
        return List.copyOf(recordings);
    }

    /** Those in one of its folders, relative to that one. */
    List<Path> recordingsIn(Path inner) {
        return inner.equals(root)
                ? recordings
                : recordings.stream()
                        .map(root::resolve)
                        .filter(file -> file.startsWith(inner))
                        .map(inner::relativize)
                        .toList();
    }

    /** Folders directly in the folder without such a file at any depth, relative to it. */
    List<Path> foldersWithout() {
        Set<Path> without = new TreeSet<>(folders);
        recordings.forEach(file -> without.remove(file.getName(0)));
        return List.copyOf(without);
    }

    /** The other files, relative to the folder. */
    List<Path> others() {
        return others;
    }

    /**
     * What cannot be read.
     *
     * @return a line for each file or folder, with the reason
     */
    public List<String> unreadable() {
        return List.copyOf(unreadable);
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        Progress.checkInterrupted();
        if (folder.equals(root)) {
            return FileVisitResult.CONTINUE;
        }
        if (isHidden(folder)) {
            return FileVisitResult.SKIP_SUBTREE;
        }
        folders.add(root.relativize(folder).getName(0));
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        if (AudioFiles.isAudioFile(file)) {
            recordings.add(root.relativize(file));
        } else if (!isHidden(file)) {
            others.add(root.relativize(file));
        }
        return FileVisitResult.CONTINUE;
    }

    private static boolean isHidden(Path path) {
        return path.getFileName() != null && path.getFileName().toString().startsWith(".");
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException e) throws IOException {
        if (path.equals(root)) {
            throw e;
        }
        if (!(e instanceof FileSystemLoopException)) {
            unreadable.add(path + ": cannot be read: " + Reasons.of(e));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public String toString() {
        return "FolderScan[" + root + ", " + recordings.size() + " recordings]";
    }
}
