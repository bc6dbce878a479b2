package io.github.jukelab.codec;

import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.ShortBuffer;
import java.util.Optional;

/** How one sample is stored. Integers are divided by full scale: 16 bits become exactly {@code sample / 32768f}. */
enum SampleFormat {
    /** Unsigned bytes around 128. */
    UNSIGNED_8(1) {
        @Override
        void decode(ByteBuffer in, float[] out, int count) {
            for (int i = 0; i < count; i++) {
                out[i] = ((in.get(i) & 0xff) - 128) / 128f;
            }
        }
    },
    /** Signed bytes. */
    SIGNED_8(1) {
        @Override
        void decode(ByteBuffer in, float[] out, int count) {
            for (int i = 0; i < count; i++) {
                out[i] = in.get(i) / 128f;
            }
        }
    },
    /** Signed 16 bits. */
    SIGNED_16(2) {
        @Override
        void decode(ByteBuffer in, float[] out, int count) {
            ShortBuffer shorts = in.asShortBuffer();
            for (int i = 0; i < count; i++) {
                out[i] = shorts.get(i) / 32768f;
            }
        }
    },
    /** Signed 24 bits in three bytes. */
    SIGNED_24(3) {
        @Override
        void decode(ByteBuffer in, float[] out, int count) {
            int high = in.order() == java.nio.ByteOrder.BIG_ENDIAN ? 0 : 2;
            for (int i = 0; i < count; i++) {
                int at = 3 * i;
                int value = in.get(at + high) << 16 | (in.get(at + 1) & 0xff) << 8 | in.get(at + 2 - high) & 0xff;
                out[i] = value / 8388608f;
            }
        }
    },
    /** Signed 32 bits, rounded to float. */
    SIGNED_32(4) {
        @Override
        void decode(ByteBuffer in, float[] out, int count) {
            IntBuffer ints = in.asIntBuffer();
            for (int i = 0; i < count; i++) {
                out[i] = ints.get(i) / 2147483648f;
            }
        }
    },
    /** Signed 64 bits, rounded to float; only FFmpeg's decoders use it. */
    SIGNED_64(8) {
        @Override
        void decode(ByteBuffer in, float[] out, int count) {
            LongBuffer longs = in.asLongBuffer();
            for (int i = 0; i < count; i++) {
                out[i] = longs.get(i) / 9223372036854775808f;
            }
        }
    },
    /** IEEE float. */
    FLOAT_32(4) {
        @Override
        void decode(ByteBuffer in, float[] out, int count) {
            FloatBuffer floats = in.asFloatBuffer();
            floats.get(out, 0, count);
        }
    },
    /** IEEE double, rounded to float. */
    FLOAT_64(8) {
        @Override
        void decode(ByteBuffer in, float[] out, int count) {
            var doubles = in.asDoubleBuffer();
            for (int i = 0; i < count; i++) {
                out[i] = (float) doubles.get(i);
            }
        }
    },
    /** A-law, 13 bits in a byte (ITU-T G.711). */
    A_LAW(1) {
        @Override
        void decode(ByteBuffer in, float[] out, int count) {
            for (int i = 0; i < count; i++) {
                int value = in.get(i) ^ 0x55;
                int segment = (value & 0x70) >> 4;
                int step = ((value & 0x0f) << 4) + 8;
                int magnitude = segment == 0 ? step : step + 0x100 << segment - 1;
                out[i] = ((value & 0x80) == 0 ? -magnitude : magnitude) / 32768f;
            }
        }
    },
    /** Mu-law, 14 bits in a byte (ITU-T G.711). */
    MU_LAW(1) {
        @Override
        void decode(ByteBuffer in, float[] out, int count) {
            for (int i = 0; i < count; i++) {
                int value = ~in.get(i);
                int magnitude = (((value & 0x0f) << 3) + 0x84 << ((value & 0x70) >> 4)) - 0x84;
                out[i] = ((value & 0x80) == 0 ? magnitude : -magnitude) / 32768f;
            }
        }
    };

    private final int bytes;

    SampleFormat(int bytes) {
        this.bytes = bytes;
    }

    /** Bytes per sample. */
    int bytes() {
        return bytes;
    }

    /** Decodes the first {@code count} samples from the buffer's position on, in the buffer's byte order. */
    abstract void decode(ByteBuffer in, float[] out, int count);

    /** Signed integers of this many bytes; empty if there is no such format. */
    static Optional<SampleFormat> signed(int bytes) {
        return switch (bytes) {
            case 1 -> Optional.of(SIGNED_8);
            case 2 -> Optional.of(SIGNED_16);
            case 3 -> Optional.of(SIGNED_24);
            case 4 -> Optional.of(SIGNED_32);
            default -> Optional.empty();
        };
    }

    /** Floating-point numbers of this many bytes; empty if there is no such format. */
    static Optional<SampleFormat> floating(int bytes) {
        return switch (bytes) {
            case 4 -> Optional.of(FLOAT_32);
            case 8 -> Optional.of(FLOAT_64);
            default -> Optional.empty();
        };
    }
}
