package io.github.jukelab.network;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * The parameters of a saved network, in the form that ND4J writes for an array of one dimension: its shape, then its
 * floats, big-endian.
 */
final class SavedParameters {

    private static final int HEADER = header(0).length;
    private static final int CHUNK = 1 << 16;

    private SavedParameters() {}

    /** The size of N parameters. */
    static long bytes(long count) {
        return HEADER + count * Float.BYTES;
    }

    /** The shape: one dimension of N values, one apart, in order 'c'; ND4J's mark of floats is 8192. */
    private static byte[] header(long count) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            long[] shape = {1, count, 1, 8192, 1, 'c'};
            out.writeUTF("MIXED_DATA_TYPES");
            out.writeLong(shape.length);
            out.writeUTF("LONG");
            for (long number : shape) {
                out.writeLong(number);
            }
            out.writeUTF("MIXED_DATA_TYPES");
            out.writeLong(count);
            out.writeUTF("FLOAT");
        } catch (IOException e) {
            throw new AssertionError("memory can be written", e);
        }
        return bytes.toByteArray();
    }

    /**
     * Reads all, to the end of the stream.
     *
     * @throws IOException if they are not N finite floats
     */
    static float[] read(InputStream in, int count) throws IOException {
        if (!Arrays.equals(in.readNBytes(HEADER), header(count))) {
            throw new IOException("coefficients.bin is no array of " + count + " floats, one for each parameter");
        }
        float[] parameters = new float[count];
        byte[] chunk = new byte[CHUNK];
        for (int from = 0; from < count; ) {
            int floats = Math.min(count - from, CHUNK / Float.BYTES);
            if (in.readNBytes(chunk, 0, floats * Float.BYTES) < floats * Float.BYTES) {
                throw new EOFException();
            }
            ByteBuffer.wrap(chunk).asFloatBuffer().get(parameters, from, floats);
            from += floats;
        }
        if (in.read() >= 0) {
            throw new IOException("coefficients.bin is longer than it claims");
        }
        requireFinite(parameters);
        return parameters;
    }

    private static void requireFinite(float[] parameters) throws IOException {
        for (int i = 0; i < parameters.length; i++) {
            if (!Float.isFinite(parameters[i])) {
                throw new IOException("parameter " + i + " of coefficients.bin is not finite: " + parameters[i]);
            }
        }
    }
}
