package io.github.jukelab.model;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A zip that may come from anyone. It has the entries that it must have and no other; none is larger than it may be, on
 * paper or unpacked, and those that are read have the checksum that was written.
 */
final class CheckedZip implements Closeable {

    /** Deflate cannot pack better than this. */
    private static final long MOST_PACKED = 1032;

    private final ZipFile zip;
    private final long largest;

    private CheckedZip(ZipFile zip, long largest) {
        this.zip = zip;
        this.largest = largest;
    }

    static CheckedZip open(Path file, String first, Set<String> others) throws IOException {
        ZipFile zip = new ZipFile(file.toFile());
        try {
            if (zip.getEntry(first) == null) {
                throw new ModelFileException(file, "not a model of Jukelab, it has no " + first);
            }
            requireEntries(zip, first, others);
            return new CheckedZip(zip, MOST_PACKED * Files.size(file));
        } catch (IOException e) {
            zip.close();
            throw e;
        }
    }

    private static void requireEntries(ZipFile zip, String first, Set<String> others) throws IOException {
        Set<String> seen = new HashSet<>();
        for (Iterator<? extends ZipEntry> entries = zip.stream().iterator(); entries.hasNext(); ) {
            String name = entries.next().getName();
            if (!name.equals(first) && !others.contains(name)) {
                throw new IOException("has an entry that models of this kind do not have, " + name);
            }
            if (!seen.add(name)) {
                throw new IOException("has the entry " + name + " twice");
            }
        }
    }

    boolean has(String name) {
        return zip.getEntry(name) != null;
    }

    /** The content of an entry of JSON; whatever size it claims, no more is read than the limit in bytes. */
    byte[] read(String name, int limit) throws IOException {
        ZipEntry entry = entry(name);
        try (InputStream in = open(entry)) {
            byte[] bytes = in.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new IOException(name + " has more than " + limit + " bytes");
            }
            return bytes;
        }
    }

    /** An entry of known size. */
    InputStream open(String name, long size) throws IOException {
        ZipEntry entry = entry(name);
        if (entry.getSize() != size) {
            throw new IOException(name + " must have " + size + " bytes, got " + entry.getSize());
        }
        return open(entry);
    }

    private InputStream open(ZipEntry entry) throws IOException {
        if (entry.getSize() > largest) {
            throw new IOException(entry.getName() + " claims more bytes than a file of this size can have");
        }
        return new VerifiedInputStream(zip.getInputStream(entry), entry);
    }

    private ZipEntry entry(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null || entry.isDirectory()) {
            throw new IOException("has no entry " + name);
        }
        return entry;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
