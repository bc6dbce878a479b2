package io.github.jukelab.archive;

import io.github.jukelab.Progress;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.function.BiConsumer;

/** Lists the files of a folder and its subfolders; links are followed. */
final class FolderFiles extends SimpleFileVisitor<Path> {

    private final Path folder;
    private final List<Path> except;
    private final List<ArchiveFile> files = new ArrayList<>();
    private final BiConsumer<String, String> unreadable;

    private FolderFiles(Path folder, List<Path> except, BiConsumer<String, String> unreadable) {
        this.folder = folder;
        this.except = except;
        this.unreadable = unreadable;
    }

    /**
     * The files, by path.
     *
     * @param except folders that are passed over
     * @param unreadable receives what cannot be listed, such as a folder that may not be read, and the reason
     */
    static List<ArchiveFile> of(Path folder, List<Path> except, BiConsumer<String, String> unreadable)
            throws IOException {
        FolderFiles listed = new FolderFiles(folder, except, unreadable);
        Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, listed);
        listed.files.sort(Comparator.comparing(ArchiveFile::name));
        return listed.files;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path path, BasicFileAttributes attributes) throws IOException {
        Progress.checkInterrupted();
        for (Path passed : except) {
            if (Files.exists(passed) && Files.isSameFile(path, passed)) {
                return FileVisitResult.SKIP_SUBTREE;
            }
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path path, BasicFileAttributes attributes) {
        if (attributes.isRegularFile()) {
            files.add(ArchiveFile.of(name(path), () -> Files.newInputStream(path)));
        } else {
            String what = attributes.isSymbolicLink() ? "is a link to nothing" : "is a device or a pipe, not a file";
            files.add(ArchiveFile.unreadable(name(path), what));
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path path, IOException failure) throws IOException {
        if (path.equals(folder)) {
            throw failure;
        }
        unreadable.accept(name(path), UnreadableException.of(failure).getMessage());
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult postVisitDirectory(Path path, IOException failure) throws IOException {
        return failure == null ? FileVisitResult.CONTINUE : visitFileFailed(path, failure);
    }

    private String name(Path path) {
        return folder.relativize(path).toString().replace('\\', '/');
    }
}
