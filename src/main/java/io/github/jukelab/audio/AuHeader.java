package io.github.jukelab.audio;

import io.github.jukelab.audio.AudioException.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Reads the header of an au file (Sun, NeXT): six big-endian numbers, a comment, then the samples. */
final class AuHeader {

    private static final int HEADER = 24;

    private AuHeader() {}

    static Optional<PcmLayout> layout(SoundFile file) throws AudioException {
        ByteBuffer header = file.bytes(0, HEADER, ByteOrder.BIG_ENDIAN);
        if (header.remaining() < HEADER) {
            throw file.problem(Problem.TRUNCATED, "the file ends within its header");
        }
        long start = Math.max(HEADER, header.getInt(4) & 0xffffffffL);
        long bytes = header.getInt(8) & 0xffffffffL;
        int rate = header.getInt(16);
        int channels = header.getInt(20);
        if (rate <= 0 || channels <= 0 || channels > 0xffff) {
            throw file.problem(Problem.NOT_AUDIO, "the header says " + channels + " channels at " + rate + " Hz");
        }
        boolean unknown = bytes == 0xffffffffL || bytes == 0 && file.size() > start;
        return format(header.getInt(12))
                .map(format -> new PcmLayout(
                        format, ByteOrder.BIG_ENDIAN, channels, rate, start, unknown ? PcmLayout.UNKNOWN : bytes));
    }

    private static Optional<SampleFormat> format(int encoding) {
        return switch (encoding) {
            case 2 -> Optional.of(SampleFormat.SIGNED_8);
            case 3 -> Optional.of(SampleFormat.SIGNED_16);
            case 4 -> Optional.of(SampleFormat.SIGNED_24);
            case 5 -> Optional.of(SampleFormat.SIGNED_32);
            case 6 -> Optional.of(SampleFormat.FLOAT_32);
            case 7 -> Optional.of(SampleFormat.FLOAT_64);
            default -> Optional.empty();
        };
    }
}
