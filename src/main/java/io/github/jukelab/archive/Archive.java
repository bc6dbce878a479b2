package io.github.jukelab.archive;

import io.github.jukelab.Progress;
import io.github.jukelab.RelativePath;
import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * Reads the files of a folder, a zip or a tar, the latter compressed by gzip or bzip2 or not; the type is detected from
 * the content. A link in an archive has the content of its target, which a second pass finds.
 */
public final class Archive {

    /** First bytes → what cannot be read here. */
    private static final Map<String, String> OTHER_KINDS = Map.of(
            "7z\u00bc\u00af'\u001c", "a 7z archive",
            "Rar!", "a rar archive",
            "\u00fd7zXZ", "compressed by xz",
            "(\u00b5/\u00fd", "compressed by zstd",
            "\u0004\"M\u0018", "compressed by lz4",
            "LZIP", "compressed by lzip",
            "\u001f\u009d", "compressed by compress");

    private static final int MAGIC = 6;
    private static final int BUFFER = 1 << 16;

    private final Path from;
    private final List<Path> except;
    private final ArchiveLimits limits;

    /**
     * A source.
     *
     * @param from a folder or an archive
     * @param except folders that are passed over
     * @param limits of an archive
     */
    public Archive(Path from, List<Path> except, ArchiveLimits limits) {
        this.from = from;
        this.except = except;
        this.limits = limits;
    }

    /**
     * Passes each file to the reader, in order; wanted links come last.
     *
     * @param wanted whether the content of a link of that name is of use
     * @param reader receives each file
     * @param unreadable receives the name and the reason if a folder or the rest of the archive cannot be read
     * @param progress called after each file, in bytes for a tar archive, else in files
     * @throws ArchiveException if nothing of the source can be read, or if it is too large
     * @throws IOException what the reader throws
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public void read(
            Predicate<String> wanted,
            ArchiveFile.Reader reader,
            BiConsumer<String, String> unreadable,
            Progress progress)
            throws IOException {
        ArchiveLinks links = new ArchiveLinks();
        each(
                file -> {
                    boolean isWanted = wanted.test(file.name());
                    file.link().ifPresent(target -> links.add(file, isWanted));
                    if (file.link().isEmpty() || !isWanted) {
                        reader.read(file);
                    }
                },
                unreadable,
                progress);
        Map<String, List<String>> names = links.namesByFile();
        if (!names.isEmpty()) {
            readLinks(names, reader);
        }
    }

    private void readLinks(Map<String, List<String>> namesByFile, ArchiveFile.Reader reader) throws IOException {
        BiConsumer<String, String> known = (name, reason) -> {};
        each(
                file -> {
                    String path = ArchiveFile.path(file.name());
                    if (file.link().isEmpty() && namesByFile.containsKey(path)) {
                        readAs(namesByFile.remove(path), file, reader);
                    }
                },
                known,
                Progress.NONE);
        for (var missing : namesByFile.entrySet()) {
            for (String name : missing.getValue()) {
                String reason = "is a link to " + missing.getKey() + ", which is no file of the archive";
                reader.read(ArchiveFile.unreadable(name, reason));
            }
        }
    }

    /** Passes a file to the reader under other names. */
    private void readAs(List<String> names, ArchiveFile file, ArchiveFile.Reader reader) throws IOException {
        ArchiveFile.Content content;
        try (InputStream in = file.content().open()) {
            byte[] bytes = in.readNBytes(Math.toIntExact(limits.file() + 1));
            content = () -> new ByteArrayInputStream(bytes);
        } catch (UnreadableException e) {
            content = () -> {
                throw e;
            };
        }
        for (String name : names) {
            reader.read(ArchiveFile.of(name, content));
        }
    }

    private void each(ArchiveFile.Reader reader, BiConsumer<String, String> unreadable, Progress progress)
            throws IOException {
        try {
            if (Files.isDirectory(from)) {
                list(FolderFiles.of(from, except, unreadable), reader, progress);
            } else {
                archive(magic(), reader, unreadable, progress);
            }
        } catch (UnreadableException e) {
            unreadable.accept(from.getFileName().toString(), e.getMessage());
        }
    }

    /** The first bytes, as characters. */
    private String magic() throws IOException {
        if (!Files.exists(from)) {
            throw new ArchiveException(from, "no such file or folder" + RelativePath.lookedIn(from));
        }
        if (!Files.isRegularFile(from)) {
            throw new ArchiveException(from, "is neither a file nor a folder");
        }
        try (InputStream in = Files.newInputStream(from)) {
            return new String(in.readNBytes(MAGIC), StandardCharsets.ISO_8859_1);
        }
    }

    private void archive(
            String magic, ArchiveFile.Reader reader, BiConsumer<String, String> unreadable, Progress progress)
            throws IOException {
        for (var other : OTHER_KINDS.entrySet()) {
            if (magic.startsWith(other.getKey())) {
                throw new ArchiveException(
                        from, "is " + other.getValue() + ", which is not read here; unpack it and import the folder");
            }
        }
        if (magic.isEmpty()) {
            throw new ArchiveException(from, "the file is empty (0 bytes)");
        }
        if (magic.startsWith("PK")) {
            zip(reader, progress);
        } else {
            tar(magic, reader, unreadable, progress);
        }
    }

    private void zip(ArchiveFile.Reader reader, Progress progress) throws IOException {
        try (Zip zip = new Zip(from)) {
            List<ArchiveFile> files = zip.files();
            limits.checkFiles(from, files.size());
            list(files, reader, progress);
        }
    }

    private static void list(List<ArchiveFile> files, ArchiveFile.Reader reader, Progress progress) throws IOException {
        for (int i = 0; i < files.size(); i++) {
            Progress.checkInterrupted();
            reader.read(files.get(i));
            progress.report(i + 1, files.size(), files.get(i).fileName());
        }
    }

    /** Progress is in bytes of the archive: the number of files is known only at its end. */
    private void tar(String magic, ArchiveFile.Reader reader, BiConsumer<String, String> unreadable, Progress progress)
            throws IOException {
        try (CountingInputStream counted = new CountingInputStream(from);
                InputStream in = new BufferedInputStream(decompressed(magic, counted), BUFFER)) {
            Tar tar = new Tar(from, new TarBlocks(from, in, limits));
            int files = 0;
            for (var file = tar.next(); file.isPresent(); file = tar.next()) {
                Progress.checkInterrupted();
                limits.checkFiles(from, ++files);
                reader.read(file.get());
                progress.report(counted.bytes(), counted.size(), file.get().fileName());
            }
            if (tar.hasMore()) {
                unreadable.accept(from.getFileName().toString(), "has more behind its end, which was not read");
            }
        }
    }

    private static InputStream decompressed(String magic, InputStream in) throws IOException {
        try {
            if (magic.startsWith("\u001f\u008b")) {
                return new GZIPInputStream(in, BUFFER);
            }
            return magic.startsWith("BZh") ? new BZip2CompressorInputStream(new BufferedInputStream(in), true) : in;
        } catch (IOException e) {
            throw TarBlocks.damage(e);
        }
    }

    @Override
    public String toString() {
        return "Archive[" + from + "]";
    }
}
