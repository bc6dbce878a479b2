package io.github.jukelab.codec;

import io.github.jukelab.codec.AudioException.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * Reads the header of an au file (Sun, NeXT): six big-endian numbers, a comment, then the samples. DEC's variant, which
 * begins with {@code dns.}, is little-endian.
 */
final class AuHeader {

    private static final int HEADER = 24;
    private static final long MAX_32 = 0xffffffffL;

    private AuHeader() {}

    static SoundChunk chunk(SoundFile file) throws AudioException {
        boolean little = file.tag(0).equals("dns.");
        ByteOrder order = little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        ByteBuffer header = file.bytes(0, HEADER, order);
        if (header.remaining() < HEADER) {
            throw file.problem(Problem.TRUNCATED, "the file ends within its header");
        }
        long start = Math.max(HEADER, header.getInt(4) & MAX_32);
        long bytes = header.getInt(8) & MAX_32;
        int encoding = header.getInt(12);
        int channels = header.getInt(20);
        int rate = file.rate(channels, header.getInt(16) & MAX_32);
        Optional<SampleFormat> format = format(encoding);
        if (encoding == 23 || encoding == 25 || encoding == 26 || little && format.isEmpty()) {
            throw file.problem(Problem.UNSUPPORTED, "there is no decoder for its codec, " + name(encoding));
        }
        boolean unknown = bytes == MAX_32 || bytes == 0 && file.size() > start;
        return new SoundChunk(format, order, channels, rate, start, unknown ? SoundChunk.UNKNOWN : bytes, List.of());
    }

    private static Optional<SampleFormat> format(int encoding) {
        return switch (encoding) {
            case 1 -> Optional.of(SampleFormat.MU_LAW);
            case 2 -> Optional.of(SampleFormat.SIGNED_8);
            case 3 -> Optional.of(SampleFormat.SIGNED_16);
            case 4 -> Optional.of(SampleFormat.SIGNED_24);
            case 5 -> Optional.of(SampleFormat.SIGNED_32);
            case 6 -> Optional.of(SampleFormat.FLOAT_32);
            case 7 -> Optional.of(SampleFormat.FLOAT_64);
            case 27 -> Optional.of(SampleFormat.A_LAW);
            default -> Optional.empty();
        };
    }

    /** FFmpeg takes G.721 and G.723 for G.726, which gives noise. */
    private static String name(int encoding) {
        return switch (encoding) {
            case 23 -> "G.721 ADPCM";
            case 25, 26 -> "G.723 ADPCM";
            default -> "number " + encoding + " of au files";
        };
    }
}
