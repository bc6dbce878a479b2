package io.github.jukelab.demo;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Hours of silence in some kilobytes: FLAC (RFC 9639) stores a block of equal samples as one sample. */
final class SilentFlac {

    private static final int RATE = 8000;
    private static final int BLOCK = 0xffff;

    private SilentFlac() {}

    /** Whole blocks of 8.2 s, at least as long as asked for; mono, 16 bits. */
    static byte[] of(int seconds) {
        int blocks = seconds * RATE / BLOCK + 1;
        ByteBuffer head = ByteBuffer.allocate(42);
        head.put("fLaC".getBytes(StandardCharsets.US_ASCII)).putInt(0x80000022); // the only block, 34 bytes
        head.putShort((short) BLOCK).putShort((short) BLOCK).put(new byte[6]);
        head.putLong((long) RATE << 44 | 15L << 36 | (long) blocks * BLOCK); // one channel, 16 bits, samples
        ByteArrayOutputStream flac = new ByteArrayOutputStream();
        flac.writeBytes(head.array());
        for (int block = 0; block < blocks; block++) {
            flac.writeBytes(block(block));
        }
        return flac.toByteArray();
    }

    private static byte[] block(int number) {
        ByteBuffer block = ByteBuffer.allocate(20);
        block.putShort((short) 0xfff8).put((byte) 0x74).put((byte) 0x08); // length at the end, 8 kHz, mono, 16 bits
        putNumber(block, number);
        block.putShort((short) (BLOCK - 1));
        block.put((byte) crc(block, 8, 0x07));
        block.put(new byte[3]); // a constant: 0
        block.putShort((short) crc(block, 16, 0x8005));
        return Arrays.copyOf(block.array(), block.position());
    }

    /** As UTF-8 writes a character of this number. */
    private static void putNumber(ByteBuffer block, int number) {
        if (number < 0x80) {
            block.put((byte) number);
        } else {
            block.put((byte) (0xc0 | number >> 6)).put((byte) (0x80 | number & 0x3f));
        }
    }

    private static int crc(ByteBuffer bytes, int bits, int polynomial) {
        int crc = 0;
        for (int i = 0; i < bytes.position(); i++) {
            crc ^= (bytes.get(i) & 0xff) << bits - 8;
            for (int bit = 0; bit < 8; bit++) {
                crc = crc << 1 ^ ((crc >> bits - 1 & 1) == 1 ? polynomial : 0);
            }
        }
        return crc & (1 << bits) - 1;
    }
}
