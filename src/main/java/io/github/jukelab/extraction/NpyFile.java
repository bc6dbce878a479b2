package io.github.jukelab.extraction;

import io.github.jukelab.AtomicFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Writes arrays as numpy files: NPY 1.0, little endian, C order. */
public final class NpyFile {

    private static final byte[] NAME = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    private static final byte[] VERSION = {1, 0};

    /** The numbers begin at a multiple of this many bytes. */
    private static final int ALIGNMENT = 64;

    private NpyFile() {}

    /**
     * Writes an array; the file is replaced only when it is complete.
     *
     * @param file replaced if it exists, its folder created if missing
     * @param array the array
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, FeatureArray array) throws IOException {
        ByteBuffer[] parts = {header(array), array.bytes()};
        AtomicFile.write(file, part -> {
            try (FileChannel channel = FileChannel.open(
                    part, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                while (parts[0].hasRemaining() || parts[1].hasRemaining()) {
                    channel.write(parts);
                }
            }
        });
    }

    /**
     * Whether a file is a numpy file, by its first bytes.
     *
     * @param file any file
     * @return whether it is one
     * @throws IOException if the file cannot be read
     */
    public static boolean isNpy(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(NAME.length), NAME);
        }
    }

    private static ByteBuffer header(FeatureArray array) {
        String axes = Arrays.stream(array.shape()).mapToObj(Integer::toString).collect(Collectors.joining(", "));
        String comma = array.shape().length == 1 ? "," : "";
        String text =
                "{'descr': '" + array.type().code() + "', 'fortran_order': False, 'shape': (" + axes + comma + "), }";
        int before = NAME.length + VERSION.length + Short.BYTES;
        int length = (before + text.length() + 1 + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT - before;
        ByteBuffer header = ByteBuffer.allocate(before + length).order(ByteOrder.LITTLE_ENDIAN);
        header.put(NAME).put(VERSION).putShort((short) length).put(text.getBytes(StandardCharsets.US_ASCII));
        while (header.remaining() > 1) {
            header.put((byte) ' ');
        }
        return header.put((byte) '\n').flip();
    }
}
