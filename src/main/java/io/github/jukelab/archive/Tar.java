package io.github.jukelab.archive;

import io.github.jukelab.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Reads a tar archive sequentially. After each call of {@link #next} it is the stream of one file. Whatever is wrong
 * with the archive is an {@link UnreadableException}; then nothing more can be read.
 */
final class Tar extends BulkInputStream {

    /** More than any header has: names have at most some thousand bytes. The decoder holds a header in memory. */
    private static final int MAX_HEADER = 1 << 18;

    /** The decoder calls itself for each piece of a sparse file that such a part touches. */
    private static final int MAX_READ = 1 << 10;

    private static final String DAMAGED = "the archive is damaged or ends too early";

    private final Path file;
    private final TarBlocks blocks;
    private final TarArchiveInputStream in;
    private boolean started;
    private boolean failed;

    Tar(Path file, TarBlocks blocks) {
        this.file = file;
        this.blocks = blocks;
        this.in = new TarArchiveInputStream(blocks, TarBlocks.BLOCK, TarBlocks.BLOCK, "UTF-8");
    }

    /** The next file; empty at the end, and after a failure. */
    Optional<ArchiveFile> next() throws IOException {
        while (!failed) {
            Optional<TarArchiveEntry> entry = entry();
            if (entry.isEmpty() || isFile(entry.get())) {
                return entry.isEmpty() ? Optional.empty() : Optional.of(file(entry.get()));
            }
        }
        return Optional.empty();
    }

    /** Reads what is behind the last file, to the end; whether there is anything but zeros. */
    boolean hasMore() throws IOException {
        return !failed && blocks.hasMore();
    }

    private Optional<TarArchiveEntry> entry() throws IOException {
        TarArchiveEntry entry;
        try {
            if (started) {
                in.skip(Long.MAX_VALUE);
            }
            blocks.allow(MAX_HEADER);
            entry = in.getNextEntry();
            blocks.allow(Long.MAX_VALUE / 2);
        } catch (ArchiveException | UnreadableException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // The decoder throws many kinds of exception on damage.
            throw damaged();
        }
        boolean whole = entry == null ? blocks.areWhole() : entry.isCheckSumOK();
        if (!whole) {
            throw damaged();
        }
        started = true;
        return Optional.ofNullable(entry);
    }

    private IOException damaged() {
        Progress.checkInterrupted();
        return started
                ? new UnreadableException(DAMAGED)
                : new ArchiveException(file, "is neither a folder nor a zip nor a tar archive");
    }

    /** A type that the format does not know is a file. */
    private static boolean isFile(TarArchiveEntry entry) {
        return switch (entry.getLinkFlag()) {
            case TarConstants.LF_DIR, 'D', 'N', 'V' -> false; // folders, lists of names, the archive's own name
            default -> !entry.isDirectory();
        };
    }

    private ArchiveFile file(TarArchiveEntry entry) throws IOException {
        String name = entry.getName();
        boolean content = hasContent(entry);
        return switch (entry.getLinkFlag()) {
            case TarConstants.LF_LINK ->
                content ? ArchiveFile.of(name, () -> this) : ArchiveFile.link(name, entry.getLinkName());
            case TarConstants.LF_SYMLINK -> ArchiveFile.symbolicLink(name, entry.getLinkName());
            case TarConstants.LF_CHR, TarConstants.LF_BLK, TarConstants.LF_FIFO ->
                ArchiveFile.unreadable(name, "is a device or a pipe, not a file");
            case TarConstants.LF_MULTIVOLUME ->
                ArchiveFile.unreadable(name, "is the end of a file that begins in another part of the archive");
            default -> ArchiveFile.of(name, () -> this);
        };
    }

    /**
     * Whether the archive has the bytes that a header promises: for links and devices some programs write the size of
     * their target, but no content.
     */
    private boolean hasContent(TarArchiveEntry entry) throws IOException {
        boolean special = entry.getLinkFlag() >= TarConstants.LF_LINK && entry.getLinkFlag() <= TarConstants.LF_FIFO;
        boolean missing = special && entry.getSize() > 0 && blocks.headerFollows();
        if (missing) {
            blocks.insertContent(entry.getSize());
        }
        return entry.getSize() > 0 && !missing;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        failed = true; // until it is known that this was read
        int read = readPart(into, offset, Math.min(length, MAX_READ));
        failed = false;
        return read;
    }

    private int readPart(byte[] into, int offset, int length) throws IOException {
        try {
            return in.read(into, offset, length);
        } catch (ArchiveException | UnreadableException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            Progress.checkInterrupted();
            throw new UnreadableException("the archive ends too early");
        }
    }
}
