package io.github.jukelab.audio;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes mono wav files of 16-bit PCM. */
final class WavWriter {

    private static final int HEADER = 44;
    private static final int GULP = 1 << 15;

    private WavWriter() {}

    static void write(Path file, float[] samples, int rate) throws IOException {
        if (samples.length > Integer.MAX_VALUE - HEADER) {
            throw new IOException(file + ": " + samples.length + " samples are too many for a wav file");
        }
        Path place = file.toAbsolutePath();
        Path draft = Files.createTempFile(place.getParent(), "." + place.getFileName(), ".part");
        try {
            fill(draft, samples, rate);
            move(draft, place);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static void fill(Path draft, float[] samples, int rate) throws IOException {
        try (FileChannel channel = FileChannel.open(draft, StandardOpenOption.WRITE)) {
            writeAll(channel, header(2L * samples.length, rate));
            ByteBuffer bytes = ByteBuffer.allocate(2 * GULP).order(ByteOrder.LITTLE_ENDIAN);
            for (int from = 0; from < samples.length; from += GULP) {
                bytes.clear();
                int to = Math.min(from + GULP, samples.length);
                for (int i = from; i < to; i++) {
                    bytes.putShort(toShort(samples[i]));
                }
                writeAll(channel, bytes.flip());
            }
        }
    }

    private static short toShort(float sample) {
        return (short) Math.max(-32768, Math.min(32767, Math.rint(sample * 32768.0)));
    }

    private static ByteBuffer header(long dataBytes, int rate) {
        ByteBuffer header = ByteBuffer.allocate(HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.put(ascii("RIFF")).putInt((int) (36 + dataBytes)).put(ascii("WAVEfmt "));
        header.putInt(16).putShort((short) 1).putShort((short) 1);
        header.putInt(rate).putInt(2 * rate).putShort((short) 2).putShort((short) 16);
        header.put(ascii("data")).putInt((int) dataBytes);
        return header.flip();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static void writeAll(FileChannel channel, ByteBuffer bytes) throws IOException {
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    private static void move(Path draft, Path place) throws IOException {
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, place, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
