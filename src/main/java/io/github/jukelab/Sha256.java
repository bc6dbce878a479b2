package io.github.jukelab;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/** Checksums. */
public final class Sha256 {

    private static final int BLOCK = 1 << 16;

    private Sha256() {}

    /**
     * The SHA-256 of bytes.
     *
     * @param bytes not changed
     * @return 64 hexadecimal digits
     */
    public static String of(byte[] bytes) {
        return of(digest -> digest.update(bytes));
    }

    /**
     * The SHA-256 of the content of a file.
     *
     * @param file read block by block
     * @return 64 hexadecimal digits
     * @throws IOException if it cannot be read
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static String of(Path file) throws IOException {
        MessageDigest digest = digest();
        byte[] block = new byte[BLOCK];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(block); read >= 0; read = in.read(block)) {
                Progress.checkInterrupted();
                digest.update(block, 0, read);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * The SHA-256 of bytes that are given one block after the other.
     *
     * @param content passes all bytes on
     * @return 64 hexadecimal digits
     */
    public static String of(Consumer<MessageDigest> content) {
        MessageDigest digest = digest();
        content.accept(digest);
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /**
     * The SHA-256 of a text in UTF-8.
     *
     * @param text any
     * @return 64 hexadecimal digits
     */
    public static String of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }
}
