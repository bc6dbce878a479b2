package io.github.jukelab.extraction;

/** The number type of an array, named as in numpy; stored as little endian. */
public enum DType {
    /** Single precision. */
    FLOAT32("<f4", Float.BYTES),
    /** Double precision. */
    FLOAT64("<f8", Double.BYTES),
    /** Signed integers of 32 bits. */
    INT32("<i4", Integer.BYTES),
    /** Signed integers of 64 bits. */
    INT64("<i8", Long.BYTES),
    /** Integers from 0 to 255. */
    UINT8("|u1", Byte.BYTES);

    private final String code;
    private final int bytes;

    DType(String code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** The code in the header of an NPY file. */
    String code() {
        return code;
    }

    /** Bytes per number. */
    int bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
