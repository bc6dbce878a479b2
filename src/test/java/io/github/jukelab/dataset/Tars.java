package io.github.jukelab.dataset;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Tar archives for tests, byte by byte, so that they can be wrong in any way. */
final class Tars {

    static final byte[] END = new byte[1024];

    private Tars() {}

    /** A header and a body, padded to whole blocks. */
    static byte[] tar(String name, char type, byte[] body) {
        byte[] block = new byte[512 + (body.length + 511) / 512 * 512];
        put(block, 0, name);
        put(block, 124, String.format("%011o", body.length));
        put(block, 257, "ustar");
        block[156] = (byte) type;
        sum(block);
        System.arraycopy(body, 0, block, 512, body.length);
        return block;
    }

    /** A link; 1 is a hard one, 2 a symbolic one. */
    static byte[] link(String name, char type, String target) {
        byte[] block = tar(name, type, new byte[0]);
        put(block, 157, target);
        sum(block);
        return block;
    }

    /** A header that promises another size than its body has. */
    static byte[] withSize(byte[] entry, long size) {
        put(entry, 124, String.format("%011o", size));
        sum(entry);
        return entry;
    }

    /** Writes the checksum of a header that was changed. */
    static void sum(byte[] block) {
        put(block, 148, "        ");
        int sum = 0;
        for (int i = 0; i < 512; i++) {
            sum += block[i] & 0xff;
        }
        put(block, 148, String.format("%06o\0 ", sum));
    }

    static void put(byte[] block, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, block, at, bytes.length);
    }

    /** A record of a pax header; its length counts itself. */
    static byte[] pax(String key, String value) {
        String rest = " " + key + "=" + value + "\n";
        int digits = rest.length() < 98 ? 2 : 3;
        return (rest.length() + digits + rest).getBytes(StandardCharsets.UTF_8);
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
