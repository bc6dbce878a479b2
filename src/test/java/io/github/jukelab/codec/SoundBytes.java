package io.github.jukelab.codec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Builds audio files byte by byte. */
public final class SoundBytes {

    private SoundBytes() {}

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] ints(ByteOrder order, long... values) {
        ByteBuffer buffer = ByteBuffer.allocate(4 * values.length).order(order);
        for (long value : values) {
            buffer.putInt((int) value);
        }
        return buffer.array();
    }

    public static byte[] shorts(ByteOrder order, int... values) {
        ByteBuffer buffer = ByteBuffer.allocate(2 * values.length).order(order);
        for (int value : values) {
            buffer.putShort((short) value);
        }
        return buffer.array();
    }

    public static byte[] littleChunk(String tag, byte[] content) {
        return join(ascii(tag), ints(ByteOrder.LITTLE_ENDIAN, content.length), content, new byte[content.length % 2]);
    }

    public static byte[] bigChunk(String tag, byte[] content) {
        return join(ascii(tag), ints(ByteOrder.BIG_ENDIAN, content.length), content, new byte[content.length % 2]);
    }

    public static byte[] wavFormat(int tag, int channels, int rate, int bits) {
        ByteOrder order = ByteOrder.LITTLE_ENDIAN;
        int block = channels * bits / 8;
        return join(shorts(order, tag, channels), ints(order, rate, (long) rate * block), shorts(order, block, bits));
    }

    public static byte[] wav(byte[]... chunks) {
        byte[] body = join(chunks);
        return join(ascii("RIFF"), ints(ByteOrder.LITTLE_ENDIAN, body.length + 4), ascii("WAVE"), body);
    }

    /** A wav file with a format and samples. */
    public static byte[] wav(int tag, int channels, int bits, byte[] data) {
        return wav(littleChunk("fmt ", wavFormat(tag, channels, 8000, bits)), littleChunk("data", data));
    }

    public static byte[] au(int encoding, int channels, long bytes, byte[] data) {
        return join(ascii(".snd"), ints(ByteOrder.BIG_ENDIAN, 24, bytes, encoding, 8000, channels), data);
    }

    /** An AIFF-C file at 8000 Hz. */
    public static byte[] aifc(String coding, int channels, int bits, int frames, byte[] data) {
        ByteOrder order = ByteOrder.BIG_ENDIAN;
        byte[] rate = {0x40, 0x0b, (byte) 0xfa, 0, 0, 0, 0, 0, 0, 0};
        byte[] comm = join(
                shorts(order, channels), ints(order, frames), shorts(order, bits), rate, ascii(coding), new byte[2]);
        byte[] body = join(ascii("AIFC"), bigChunk("COMM", comm), bigChunk("SSND", join(ints(order, 0, 0), data)));
        return join(ascii("FORM"), ints(order, body.length), body);
    }

    public static Path file(Path folder, String name, byte[] bytes) {
        try {
            return Files.write(folder.resolve(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file of a test resource. */
    public static Path resource(String name) {
        try {
            return Path.of(SoundBytes.class.getResource("/" + name).toURI());
        } catch (java.net.URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
