package io.github.jukelab;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files with the name of a sound file that no run can use. */
public final class BadFiles {

    /** The names of those that {@link #write} makes, in their order. */
    public static final List<String> NAMES =
            List.of("bad-empty.wav", "bad-nan.wav", "bad-rate-1.wav", "bad-rate-50.wav", "bad-text.wav");

    /** 12.6 hours at 22050 Hz. */
    private static final int GIANT = 1_000_000_000;

    private static final int RATE = 22_050;
    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int SAMPLES = 4000;

    private BadFiles() {}

    /**
     * An empty file, one with a sample that is no number, headers of 1 and 50 Hz, and a text.
     *
     * @param folder created if missing
     * @throws IOException if they cannot be written
     */
    public static void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        Files.createFile(folder.resolve("bad-empty.wav"));
        Files.writeString(folder.resolve("bad-text.wav"), "not a sound file");
        Files.write(folder.resolve("bad-rate-1.wav"), wav(PCM, 1, 8, noise(1)));
        Files.write(folder.resolve("bad-rate-50.wav"), wav(PCM, 50, 8, noise(50)));
        byte[] floats = new byte[Float.BYTES * SAMPLES];
        ByteBuffer.wrap(floats).order(ByteOrder.LITTLE_ENDIAN).putFloat(Float.BYTES * 100, Float.NaN);
        Files.write(folder.resolve("bad-nan.wav"), wav(FLOAT, RATE, Float.SIZE, floats));
    }

    /**
     * A sound of 12.6 hours, 8 bits at 22050 Hz, of which only the first samples take room on a disk. As floats it needs
     * 4 GB, twice the heap of the tests.
     *
     * @param file written
     * @return the file
     * @throws IOException if it cannot be written
     */
    public static Path giant(Path file) throws IOException {
        byte[] bytes = wav(PCM, RATE, 8, noise(2));
        ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(4, 36 + GIANT).putInt(40, GIANT);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.write(bytes);
            out.setLength(44L + GIANT);
        }
        return file;
    }

    private static byte[] noise(int seed) {
        byte[] noise = new byte[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            noise[i] = (byte) (seed * i * i % 251);
        }
        return noise;
    }

    private static byte[] wav(int tag, int rate, int bits, byte[] data) {
        ByteBuffer wav = ByteBuffer.allocate(44 + data.length).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + data.length);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16);
        wav.putShort((short) tag).putShort((short) 1).putInt(rate).putInt(rate * bits / 8);
        wav.putShort((short) (bits / 8)).putShort((short) bits);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(data.length).put(data);
        return wav.array();
    }
}
