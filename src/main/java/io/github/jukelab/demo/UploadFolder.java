package io.github.jukelab.demo;

import io.github.jukelab.WriteLock;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * A folder of uploads of one server, which nobody else may read. It is locked, so that the next server can tell one that
 * a crash left from one that is in use.
 */
final class UploadFolder implements AutoCloseable {

    private static final String PREFIX = "jukelab-demo-";
    private static final int BLOCK = 1 << 16;

    private final Path folder;
    private final WriteLock lock;

    private UploadFolder(Path folder, WriteLock lock) {
        this.folder = folder;
        this.lock = lock;
    }

    /**
     * Makes a folder and removes those that were left.
     *
     * @param parent such as the system's folder for temporary files
     */
    static UploadFolder in(Path parent) throws IOException {
        Path folder = Files.createTempDirectory(parent, PREFIX);
        Optional<WriteLock> lock = WriteLock.attempt(folder.resolve(WriteLock.NAME));
        if (lock.isEmpty()) {
            throw new IOException(folder + ": another program has locked this new folder");
        }
        removeLeft(parent, Files.getOwner(folder));
        return new UploadFolder(folder, lock.get());
    }

    /** Only folders of this user, and no links: others could have put something there that is not ours to remove. */
    private static void removeLeft(Path parent, UserPrincipal user) throws IOException {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
            for (Path folder : folders) {
                if (Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                        && Files.isRegularFile(folder.resolve(WriteLock.NAME), LinkOption.NOFOLLOW_LINKS)
                        && Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS).equals(user)) {
                    Optional<WriteLock> lock = WriteLock.attempt(folder.resolve(WriteLock.NAME));
                    if (lock.isPresent()) {
                        remove(folder, lock.get());
                    }
                }
            }
        }
    }

    private static void remove(Path folder, WriteLock lock) throws IOException {
        try (lock) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "upload*")) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
        }
        Files.deleteIfExists(folder.resolve(WriteLock.NAME));
        Files.deleteIfExists(folder);
    }

    /**
     * Stores an upload.
     *
     * @param body read to its end, or until it is too large or too slow
     * @param limits of bytes and time
     * @return the file, which is removed when the upload is closed
     * @throws RequestFailure if it is empty, too large or too slow
     * @throws IOException if the client or the disk failed
     */
    Upload receive(InputStream body, DemoLimits limits) throws IOException {
        Upload upload = new Upload(Files.createTempFile(folder, "upload", ""));
        try {
            copy(body, upload.file(), limits);
            return upload;
        } catch (IOException | RuntimeException e) {
            upload.close();
            throw e;
        }
    }

    private static void copy(InputStream body, Path file, DemoLimits limits) throws IOException {
        long deadline = System.nanoTime() + limits.requestSeconds() * 1_000_000_000L;
        byte[] block = new byte[BLOCK];
        long size = 0;
        try (OutputStream out = Files.newOutputStream(file)) {
            for (int read = read(body, block, limits); read >= 0; read = read(body, block, limits)) {
                size += read;
                if (size > limits.bytes()) {
                    throw RequestFailure.tooLarge(limits.bytes());
                }
                if (System.nanoTime() > deadline) {
                    throw RequestFailure.tookTooLong("The upload", limits.requestSeconds());
                }
                out.write(block, 0, read);
            }
        }
        if (size == 0) {
            throw RequestFailure.badRequest("The request has no body: send the bytes of a sound file.");
        }
    }

    /** What fails here is the client or its network, not the disk. */
    private static int read(InputStream body, byte[] block, DemoLimits limits) throws RequestFailure {
        try {
            return body.read(block);
        } catch (IOException e) {
            throw e.getCause() instanceof TimeoutException
                    ? RequestFailure.tookTooLong("The upload", limits.requestSeconds())
                    : RequestFailure.badRequest("The upload broke off.");
        }
    }

    /** A stored upload, removed when it is closed. */
    record Upload(Path file) implements AutoCloseable {

        @Override
        public void close() throws IOException {
            Files.deleteIfExists(file);
        }
    }

    Path folder() {
        return folder;
    }

    /** Removes the folder. */
    @Override
    public void close() throws IOException {
        remove(folder, lock);
    }
}
