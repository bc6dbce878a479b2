package io.github.jukelab;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/** Checksums. */
public final class Sha256 {

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
     * The SHA-256 of bytes that are given one block after the other.
     *
     * @param content passes all bytes on
     * @return 64 hexadecimal digits
     */
    public static String of(Consumer<MessageDigest> content) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            content.accept(digest);
            return HexFormat.of().formatHex(digest.digest());
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
