package io.github.jukelab.embedding;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A network of musicnn's layers with few filters and random weights; and the checkpoint and package that have it. */
public final class TinyMusicnn {

    public static final List<String> TAGS = List.of("loud", "soft", "female vocalists");
    public static final int VALUES = 6;

    private static final int FRONT = 5;
    private static final int[][] KERNELS = {
        {7, 38, 3}, {7, 67, 3}, {128, 1, 2}, {64, 1, 2}, {32, 1, 2}, {7, 12, 4}, {7, 4, 4}, {7, 4, 4}
    };

    private TinyMusicnn() {}

    public static Embedding embedding(long seed) {
        return Embedding.of(MusicnnPackage.NAME, weights(seed), TAGS, "Free to use.", "Random numbers.");
    }

    static Weights weights(long seed) {
        Numbers numbers = new Numbers(new SplittableRandom(seed), new Weights.Builder());
        numbers.normalization("batch_normalization", 1);
        int maps = 0;
        for (int i = 0; i < KERNELS.length; i++) {
            int[] kernel = KERNELS[i];
            numbers.layer(i == 0 ? "conv2d" : "conv2d_" + i, kernel[2], kernel[0], kernel[1], 1, kernel[2]);
            numbers.normalization("batch_normalization_" + (i + 1), kernel[2]);
            maps += kernel[2];
        }
        numbers.normalization("batch_normalization_9", 2 * maps);
        numbers.layer("dense", VALUES, 2 * maps, VALUES);
        numbers.normalization("batch_normalization_10", VALUES);
        numbers.layer("dense_1", TAGS.size(), VALUES, TAGS.size());
        return numbers.weights.build();
    }

    private record Numbers(SplittableRandom random, Weights.Builder weights) {

        void layer(String name, int units, Integer... shape) {
            int inputs = List.of(shape).stream().reduce(1, (a, b) -> a * b) / units;
            double limit = Math.sqrt(3.0 / inputs);
            add(name + "/kernel", -limit, limit, shape);
            add(name + "/bias", -0.1, 0.1, units);
        }

        void normalization(String name, int channels) {
            add(name + "/gamma", -1, 1.5, channels);
            add(name + "/beta", -0.5, 0.5, channels);
            add(name + "/moving_mean", -0.5, 0.5, channels);
            add(name + "/moving_variance", 0.1, 1, channels);
        }

        private void add(String name, double from, double to, Integer... shape) {
            int size = List.of(shape).stream().reduce(1, (a, b) -> a * b);
            float[] values = new float[size];
            for (int i = 0; i < size; i++) {
                values[i] = (float) random.nextDouble(from, to);
            }
            weights.add(name, List.of(shape), values);
        }
    }

    /** A checkpoint as TensorFlow writes it. */
    record Checkpoint(byte[] index, byte[] data) {

        static Checkpoint of(Weights weights) {
            ByteArrayOutputStream data = new ByteArrayOutputStream();
            Map<String, byte[]> entries = new LinkedHashMap<>();
            entries.put("", new Bytes().number(1, 1).array());
            for (String name : weights.names()) {
                float[] values = weights.values(name);
                ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
                bytes.asFloatBuffer().put(values);
                Bytes shape = new Bytes();
                weights.shape(name)
                        .forEach(size ->
                                shape.message(2, new Bytes().number(1, size).array()));
                Bytes entry = new Bytes().number(1, 1).message(2, shape.array());
                entry.number(4, data.size()).number(5, bytes.capacity()).fixed(6, checksum(bytes.array()));
                entries.put(name, entry.array());
                data.writeBytes(bytes.array());
            }
            return new Checkpoint(table(entries), data.toByteArray());
        }

        /** The entries in blocks of five, an index of these blocks, and a block of nothing. */
        private static byte[] table(Map<String, byte[]> entries) {
            ByteArrayOutputStream table = new ByteArrayOutputStream();
            Map<String, byte[]> blocks = new LinkedHashMap<>();
            List<String> names = new ArrayList<>(entries.keySet());
            for (int from = 0; from < names.size(); from += 5) {
                Map<String, byte[]> part = new LinkedHashMap<>();
                names.subList(from, Math.min(from + 5, names.size()))
                        .forEach(name -> part.put(name, entries.get(name)));
                blocks.put(names.get(Math.min(from + 4, names.size() - 1)), block(table, part));
            }
            byte[] meta = block(table, Map.of());
            byte[] index = block(table, blocks);
            ByteBuffer footer = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
            footer.put(meta).put(index).putLong(40, 0xdb4775248b80fb57L);
            table.writeBytes(footer.array());
            return table.toByteArray();
        }

        private static byte[] block(ByteArrayOutputStream table, Map<String, byte[]> entries) {
            Bytes block = new Bytes();
            byte[] last = {};
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                byte[] key = entry.getKey().getBytes(StandardCharsets.UTF_8);
                int shared = Math.max(0, Arrays.mismatch(last, key));
                shared = Math.min(shared, Math.min(last.length, key.length));
                block.varint(shared).varint(key.length - shared).varint(entry.getValue().length);
                block.out.write(key, shared, key.length - shared);
                block.out.writeBytes(entry.getValue());
                last = key;
            }
            block.integer(0).integer(1);
            byte[] handle =
                    new Bytes().varint(table.size()).varint(block.out.size()).array();
            block.out.write(0);
            byte[] bytes = block.array();
            table.writeBytes(bytes);
            table.writeBytes(new Bytes().integer(checksum(bytes)).array());
            return handle;
        }

        private static int checksum(byte[] bytes) {
            CRC32C crc = new CRC32C();
            crc.update(bytes);
            return Integer.rotateRight((int) crc.getValue(), 15) + 0xa282ead8;
        }
    }

    private static final class Bytes {

        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        Bytes varint(long value) {
            long rest = value;
            for (; rest > 127; rest >>>= 7) {
                out.write((int) (rest & 127 | 128));
            }
            out.write((int) rest);
            return this;
        }

        Bytes number(int field, long value) {
            return varint((long) field << 3).varint(value);
        }

        Bytes message(int field, byte[] value) {
            varint((long) field << 3 | 2).varint(value.length);
            out.writeBytes(value);
            return this;
        }

        Bytes fixed(int field, int value) {
            return varint((long) field << 3 | 5).integer(value);
        }

        Bytes integer(int value) {
            out.writeBytes(ByteBuffer.allocate(4)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putInt(value)
                    .array());
            return this;
        }

        byte[] array() {
            return out.toByteArray();
        }
    }

    /** A package as the authors published theirs, with these weights. */
    public static Path writePackage(Path wheel, long seed) throws IOException {
        Checkpoint checkpoint = Checkpoint.of(weights(seed));
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("musicnn/MSD_musicnn/.index", checkpoint.index());
        entries.put("musicnn/MSD_musicnn/.data-00000-of-00001", checkpoint.data());
        entries.put("musicnn-0.1.0.dist-info/LICENSE.md", "Free to use.\n".getBytes(StandardCharsets.UTF_8));
        String tags = "MTT_LABELS = ['guitar']\n\nMSD_LABELS = ['" + String.join("','", TAGS) + "']\n";
        entries.put("musicnn/configuration.py", tags.getBytes(StandardCharsets.UTF_8));
        return writeZip(wheel, entries);
    }

    static Path writeZip(Path wheel, Map<String, byte[]> entries) throws IOException {
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
            }
        }
        return wheel;
    }
}
