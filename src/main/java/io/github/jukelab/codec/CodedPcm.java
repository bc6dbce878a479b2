package io.github.jukelab.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Recognises compressed sound in a wav file that calls itself 16-bit PCM, as on CDs and from digital outputs: bursts of
 * IEC 61937, and DTS in words of 14 or 16 bits. FFmpeg decodes it; as PCM it is loud noise.
 */
final class CodedPcm {

    /** A burst of IEC 61937 has at most 24576 bytes; so this many bytes have two, unless there are none. */
    private static final int SEARCHED = 1 << 16;

    /** First two words, little-endian, of a burst. */
    private static final int BURST = 0x4e1f_f872;

    /** First two words of a DTS frame: of 14 bits, in both byte orders, and of 16 bits, in both. */
    private static final int DTS_14_LITTLE = 0xe800_1fff;

    private static final int DTS_14_BIG = 0x00e8_ff1f;
    private static final int DTS_16_LITTLE = 0x8001_7ffe;
    private static final int DTS_16_BIG = 0x0180_fe7f;

    private CodedPcm() {}

    /**
     * The coding by FFmpeg's name of its format; empty if it is PCM indeed. The start of the samples must have at least
     * two marks, as a single one could be chance.
     */
    static Optional<String> coding(SoundFile file, SoundChunk chunk) throws AudioException {
        boolean possible = chunk.format().equals(Optional.of(SampleFormat.SIGNED_16)) && chunk.channels() == 2;
        if (!possible || chunk.order() != ByteOrder.LITTLE_ENDIAN) {
            return Optional.empty();
        }
        ByteBuffer bytes = file.bytes(chunk.start(), SEARCHED, ByteOrder.LITTLE_ENDIAN);
        int bursts = 0;
        int frames = 0;
        for (int at = 0; at + 4 <= bytes.remaining(); at += 2) {
            bursts += bytes.getInt(at) == BURST ? 1 : 0;
            frames += isDts(bytes.getInt(at)) ? 1 : 0;
        }
        return bursts > 1 ? Optional.of("spdif") : frames > 1 ? Optional.of("dts") : Optional.empty();
    }

    private static boolean isDts(int word) {
        return switch (word) {
            case DTS_14_LITTLE, DTS_14_BIG, DTS_16_LITTLE, DTS_16_BIG -> true;
            default -> false;
        };
    }
}
