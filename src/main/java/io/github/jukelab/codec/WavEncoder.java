package io.github.jukelab.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Encodes a mono wav file of 16-bit PCM. */
final class WavEncoder {

    private static final int HEADER = 44;
    private static final int MAX_SAMPLES = (Integer.MAX_VALUE - HEADER) / 2;

    private WavEncoder() {}

    static byte[] of(float[] samples, int rate) {
        if (samples.length > MAX_SAMPLES) {
            throw new IllegalArgumentException(
                    "a wav file holds at most " + MAX_SAMPLES + " samples, got " + samples.length);
        }
        int size = 2 * samples.length;
        ByteBuffer bytes = ByteBuffer.allocate(HEADER + size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(ascii("RIFF")).putInt(HEADER - 8 + size).put(ascii("WAVEfmt "));
        bytes.putInt(16).putShort((short) 1).putShort((short) 1);
        bytes.putInt(rate).putInt(2 * rate).putShort((short) 2).putShort((short) 16);
        bytes.put(ascii("data")).putInt(size);
        for (float sample : samples) {
            bytes.putShort(toShort(sample));
        }
        return bytes.array();
    }

    private static short toShort(float sample) {
        return (short) Math.max(-32768, Math.min(32767, Math.rint(sample * 32768.0)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
