package io.github.jukelab.extraction;

/** How an array's numbers are kept: little endian, as numpy names them. */
public enum DType {
    /** Single precision. */
    FLOAT32("<f4", Float.BYTES),
    /** Double precision. */
    FLOAT64("<f8", Double.BYTES),
    /** Whole numbers with sign of 32 bits. */
    INT32("<i4", Integer.BYTES),
    /** Whole numbers with sign of 64 bits. */
    INT64("<i8", Long.BYTES),
    /** Whole numbers from 0 to 255. */
    UINT8("|u1", Byte.BYTES);

    private final String code;
    private final int bytes;

    DType(String code, int bytes) {
        this.code = code;
        this.bytes = bytes;
    }

    /** As in the header of an NPY file. */
    String code() {
        return code;
    }

    /** Of one number. */
    int bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
