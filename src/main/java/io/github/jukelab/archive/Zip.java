package io.github.jukelab.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.archivers.zip.ZipMethod;

/** Reads a zip archive by its directory. Each content is checked against the size and the CRC-32 given there. */
final class Zip implements AutoCloseable {

    /** What the decoder can do without other libraries. */
    private static final Set<ZipMethod> METHODS = Set.of(
            ZipMethod.STORED,
            ZipMethod.DEFLATED,
            ZipMethod.ENHANCED_DEFLATED,
            ZipMethod.BZIP2,
            ZipMethod.IMPLODING,
            ZipMethod.UNSHRINKING);

    /** Longer than any path. */
    private static final int MAX_LINK = 1 << 12;

    private final ZipFile zip;

    /** Throws an {@link UnreadableException} if the directory cannot be read. */
    Zip(Path file) throws IOException {
        try {
            zip = ZipFile.builder().setPath(file).setIgnoreLocalFileHeader(true).get();
        } catch (IOException | RuntimeException e) { // The decoder throws many kinds of exception on damage.
            UnreadableException.of(e);
            throw new UnreadableException("the zip archive is damaged or ends too early: its directory, which is at the"
                    + " end, cannot be read");
        }
    }

    /** All files, by name. */
    List<ArchiveFile> files() {
        return Collections.list(zip.getEntries()).stream()
                .filter(entry -> !entry.isDirectory())
                .sorted(Comparator.comparing(ZipArchiveEntry::getName))
                .map(this::file)
                .toList();
    }

    private ArchiveFile file(ZipArchiveEntry entry) {
        String name = entry.getName();
        if (!entry.isUnixSymlink()) {
            return ArchiveFile.of(name, () -> open(entry));
        }
        try (InputStream in = open(entry)) {
            return ArchiveFile.symbolicLink(name, new String(in.readNBytes(MAX_LINK), StandardCharsets.UTF_8));
        } catch (IOException | RuntimeException e) {
            return ArchiveFile.unreadable(name, UnreadableException.of(e).getMessage());
        }
    }

    private InputStream open(ZipArchiveEntry entry) throws IOException {
        ZipMethod method = ZipMethod.getMethodByCode(entry.getMethod());
        if (entry.getGeneralPurposeBit().usesEncryption()) {
            throw new UnreadableException("is encrypted");
        }
        if (method == null || !METHODS.contains(method)) {
            String name = method == null ? "" + entry.getMethod() : method.name();
            throw new UnreadableException("is compressed by a method that is not supported: " + name);
        }
        return new Checked(entry, zip.getInputStream(entry));
    }

    /** Compares the content with the directory. */
    private static final class Checked extends BulkInputStream {

        private final ZipArchiveEntry entry;
        private final InputStream in;
        private final CRC32 crc = new CRC32();
        private long size;

        Checked(ZipArchiveEntry entry, InputStream in) {
            this.entry = entry;
            this.in = in;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int read = decode(into, offset, length);
            if (read >= 0) {
                crc.update(into, offset, read);
                size += read;
            } else if (size != entry.getSize()) {
                throw new UnreadableException("is damaged: " + size + " bytes, expected " + entry.getSize());
            } else if (crc.getValue() != entry.getCrc()) {
                throw new UnreadableException("is damaged: its CRC-32 does not fit");
            }
            return read;
        }

        private int decode(byte[] into, int offset, int length) throws IOException {
            try {
                return in.read(into, offset, length);
            } catch (IOException | RuntimeException e) { // The decoder throws many kinds of exception on damage.
                throw new UnreadableException("is damaged: " + UnreadableException.reason(e));
            }
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
