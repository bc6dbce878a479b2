package io.github.jukelab.extraction;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.stream.Collectors;

/** An array of numbers of one type, in C order: the last axis varies fastest. Immutable. */
public final class FeatureArray {

    private final DType type;
    private final int[] shape;
    private final ByteBuffer bytes;

    private FeatureArray(DType type, int[] shape, ByteBuffer bytes) {
        this.type = type;
        this.shape = shape;
        this.bytes = bytes;
    }

    /** An array to be filled. */
    private static FeatureArray empty(DType type, int count, int[] shape) {
        if (Arrays.stream(shape).asLongStream().reduce(1, Math::multiplyExact) != count) {
            throw new IllegalArgumentException(count + " values do not fill the shape " + Arrays.toString(shape));
        }
        ByteBuffer bytes = ByteBuffer.allocate(Math.multiplyExact(count, type.bytes()));
        return new FeatureArray(type, shape.clone(), bytes.order(ByteOrder.LITTLE_ENDIAN));
    }

    /**
     * An array of float32.
     *
     * @param values in C order
     * @param shape length of each axis
     * @return the array
     * @throws IllegalArgumentException if the values do not fill the shape
     */
    public static FeatureArray of(float[] values, int... shape) {
        FeatureArray array = empty(DType.FLOAT32, values.length, shape);
        array.bytes.asFloatBuffer().put(values);
        return array;
    }

    /**
     * An array of float64.
     *
     * @param values in C order
     * @param shape length of each axis
     * @return the array
     * @throws IllegalArgumentException if the values do not fill the shape
     */
    public static FeatureArray of(double[] values, int... shape) {
        FeatureArray array = empty(DType.FLOAT64, values.length, shape);
        array.bytes.asDoubleBuffer().put(values);
        return array;
    }

    /**
     * An array of int32.
     *
     * @param values in C order
     * @param shape length of each axis
     * @return the array
     * @throws IllegalArgumentException if the values do not fill the shape
     */
    public static FeatureArray of(int[] values, int... shape) {
        FeatureArray array = empty(DType.INT32, values.length, shape);
        array.bytes.asIntBuffer().put(values);
        return array;
    }

    /**
     * An array of int64.
     *
     * @param values in C order
     * @param shape length of each axis
     * @return the array
     * @throws IllegalArgumentException if the values do not fill the shape
     */
    public static FeatureArray of(long[] values, int... shape) {
        FeatureArray array = empty(DType.INT64, values.length, shape);
        array.bytes.asLongBuffer().put(values);
        return array;
    }

    /**
     * An array of uint8.
     *
     * @param values in C order; negative ones represent 128 to 255
     * @param shape length of each axis
     * @return the array
     * @throws IllegalArgumentException if the values do not fill the shape
     */
    public static FeatureArray of(byte[] values, int... shape) {
        FeatureArray array = empty(DType.UINT8, values.length, shape);
        array.bytes.duplicate().put(values);
        return array;
    }

    /**
     * The number type.
     *
     * @return the type of every value
     */
    public DType type() {
        return type;
    }

    /**
     * The shape.
     *
     * @return a copy, the length of each axis
     */
    public int[] shape() {
        return shape.clone();
    }

    /**
     * The values, as doubles.
     *
     * @return a copy, in C order; exact up to 2^53
     */
    public double[] values() {
        double[] values = new double[bytes.capacity() / type.bytes()];
        Arrays.setAll(values, this::value);
        return values;
    }

    private double value(int index) {
        int offset = index * type.bytes();
        return switch (type) {
            case FLOAT32 -> bytes.getFloat(offset);
            case FLOAT64 -> bytes.getDouble(offset);
            case INT32 -> bytes.getInt(offset);
            case INT64 -> bytes.getLong(offset);
            case UINT8 -> Byte.toUnsignedInt(bytes.get(offset));
        };
    }

    /** The numbers, little endian and in C order; read-only. */
    ByteBuffer bytes() {
        return bytes.asReadOnlyBuffer();
    }

    @Override
    public String toString() {
        return type + " "
                + Arrays.stream(shape).mapToObj(Integer::toString).collect(Collectors.joining(" x ", "[", "]"));
    }
}
