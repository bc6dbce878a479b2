package io.github.jukelab.dataset;

import io.github.jukelab.Progress;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/**
 * Reads a tar archive sequentially. After each call of {@link #next} it is the stream of one file. Whatever is wrong
 * with the archive, and not with the disk, is an {@link EOFException} or a {@link ZipException}.
 */
final class Tar extends InputStream {

    private static final int BLOCK = 512;

    private final Path file;
    private final TarArchiveInputStream in;
    private boolean started;

    Tar(Path file, InputStream in) {
        this.file = file;
        this.in = new TarArchiveInputStream(in, BLOCK, BLOCK, "UTF-8");
    }

    /** The name of the next file; empty at the end. A link is a file, too, in most archives without content. */
    Optional<String> next() throws IOException {
        Optional<TarArchiveEntry> entry = entry();
        while (entry.isPresent() && !isFile(entry.get())) {
            entry = entry();
        }
        return entry.map(TarArchiveEntry::getName);
    }

    private Optional<TarArchiveEntry> entry() throws IOException {
        TarArchiveEntry entry;
        try {
            entry = in.getNextEntry();
        } catch (EOFException | ZipException e) {
            throw e;
        } catch (IOException | RuntimeException e) { // The decoder throws many kinds of exception on damage.
            throw damaged();
        }
        boolean whole = entry == null ? in.getBytesRead() % BLOCK == 0 : entry.isCheckSumOK();
        if (!whole) {
            throw damaged();
        }
        started = true;
        return Optional.ofNullable(entry);
    }

    private IOException damaged() {
        Progress.checkInterrupted();
        return started
                ? new EOFException("the archive is damaged or ends too early")
                : new DatasetException(file, "is neither a folder nor a zip nor a tar archive");
    }

    private static boolean isFile(TarArchiveEntry entry) {
        return switch (entry.getLinkFlag()) {
            case TarConstants.LF_OLDNORM,
                    TarConstants.LF_NORMAL,
                    TarConstants.LF_CONTIG,
                    TarConstants.LF_GNUTYPE_SPARSE,
                    TarConstants.LF_LINK,
                    TarConstants.LF_SYMLINK -> !entry.isDirectory();
            default -> false;
        };
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            return in.read(into, offset, length);
        } catch (EOFException | ZipException e) {
            throw e;
        } catch (IOException e) {
            Progress.checkInterrupted();
            throw new EOFException("the archive ends too early");
        }
    }
}
