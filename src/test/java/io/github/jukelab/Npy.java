package io.github.jukelab;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * An array from an NPY file (NPY 1.0, little-endian {@code <f4 <f8 <i4 <i8} or {@code |u1 |i1}, C order), for
 * comparisons with librosa.
 *
 * @param values all values in C order: the last axis runs fastest
 * @param shape the length of each axis; empty for a single number
 */
public record Npy(double[] values, int[] shape) {

    private static final Pattern HEADER = Pattern.compile(
            "'descr': '([<|]\\w\\d)', 'fortran_order': False, 'shape': \\(([\\d, ]*)\\)", Pattern.DOTALL);

    /**
     * The array of a file.
     *
     * @param file an .npy file
     * @return the array
     */
    public static Npy read(Path file) {
        try {
            return parse(Files.readAllBytes(file), file.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The array of a test resource.
     *
     * @param name from the root of the test resources, such as {@code fixtures/librosa/chirp/rms.npy}
     * @return the array
     */
    public static Npy resource(String name) {
        try (InputStream in = Npy.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no test resource " + name);
            }
            return parse(in.readAllBytes(), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The values, rounded to float.
     *
     * @return shape as {@link #values()}
     */
    public float[] floats() {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    /**
     * One value of a matrix.
     *
     * @param row along the first axis
     * @param column along the second axis
     * @return the value
     */
    public double at(int row, int column) {
        return values[row * shape[1] + column];
    }

    private static Npy parse(byte[] bytes, String name) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int headerLength = buffer.getShort(8) & 0xffff;
        String header = new String(bytes, 10, headerLength, StandardCharsets.ISO_8859_1);
        Matcher matcher = HEADER.matcher(header);
        if (!matcher.find()) {
            throw new IllegalArgumentException(name + ": cannot read NPY header " + header.strip());
        }
        int[] shape = Arrays.stream(matcher.group(2).split(","))
                .map(String::strip)
                .filter(axis -> !axis.isEmpty())
                .mapToInt(Integer::parseInt)
                .toArray();
        int size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
        buffer.position(10 + headerLength);
        return new Npy(numbers(buffer.slice().order(ByteOrder.LITTLE_ENDIAN), matcher.group(1), size), shape);
    }

    private static double[] numbers(ByteBuffer data, String type, int size) {
        return IntStream.range(0, size)
                .mapToDouble(i -> switch (type) {
                    case "<f4" -> data.getFloat(4 * i);
                    case "<f8" -> data.getDouble(8 * i);
                    case "<i4" -> data.getInt(4 * i);
                    case "<i8" -> data.getLong(8 * i);
                    case "|u1" -> data.get(i) & 0xff;
                    case "|i1" -> data.get(i);
                    default -> throw new IllegalArgumentException("no reader for NPY type " + type);
                })
                .toArray();
    }

    @Override
    public String toString() {
        return "Npy" + Arrays.toString(shape);
    }
}
