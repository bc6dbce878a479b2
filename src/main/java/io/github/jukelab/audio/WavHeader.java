package io.github.jukelab.audio;

import io.github.jukelab.audio.AudioException.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/**
 * Reads the chunks of a wav file up to its samples. Accepts unknown chunks, block sizes that do not fit and lengths
 * that were never filled in; a missing pad byte is not guessed.
 */
final class WavHeader {

    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int EXTENSIBLE = 0xfffe;
    private static final long MAX_32 = 0xffffffffL;

    /** From here on, a length beyond the end of the file is from a program that did not know the length yet. */
    private static final long SURELY_UNKNOWN = 0x7fff0000L;

    private final SoundFile file;
    private final ByteOrder order;
    private final long riffBytes;
    private Optional<ByteBuffer> format = Optional.empty();
    private long dataBytes64 = MAX_32;

    private WavHeader(SoundFile file) throws AudioException {
        this.file = file;
        this.order = file.tag(0).equals("RIFX") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        this.riffBytes = file.bytes(4, 4, order).getInt() & MAX_32;
    }

    static Optional<PcmLayout> layout(SoundFile file) throws AudioException {
        return new WavHeader(file).scan();
    }

    private Optional<PcmLayout> scan() throws AudioException {
        long at = 12;
        for (int chunk = 0; chunk < PcmHeader.MAX_CHUNKS && at + 8 <= file.size(); chunk++) {
            String tag = file.tag(at);
            long bytes = file.bytes(at + 4, 4, order).getInt() & MAX_32;
            switch (tag) {
                case "fmt " -> format = Optional.of(file.bytes(at + 8, (int) Math.min(bytes, 40), order));
                case "ds64" -> dataBytes64 = dataBytes64(file.bytes(at + 8, 28, order));
                case "data" -> {
                    return samples(at + 8, bytes);
                }
                default -> {}
            }
            at += 8 + bytes + (bytes & 1);
        }
        throw file.problem(Problem.TRUNCATED, "the file ends before its samples (no data chunk)");
    }

    private static long dataBytes64(ByteBuffer chunk) {
        return chunk.remaining() >= 16 ? chunk.getLong(8) : MAX_32;
    }

    private Optional<PcmLayout> samples(long start, long bytes) throws AudioException {
        ByteBuffer fmt = format.filter(chunk -> chunk.remaining() >= 16)
                .orElseThrow(() -> file.problem(Problem.NOT_AUDIO, "samples come without a format (no fmt chunk)"));
        int channels = fmt.getShort(2) & 0xffff;
        int rate = fmt.getInt(4);
        if (channels == 0 || rate <= 0) {
            throw file.problem(Problem.NOT_AUDIO, "the header says " + channels + " channels at " + rate + " Hz");
        }
        return format(fmt, channels)
                .map(sample -> new PcmLayout(sample, order, channels, rate, start, promised(start, bytes)));
    }

    private static Optional<SampleFormat> format(ByteBuffer fmt, int channels) {
        int tag = fmt.getShort(0) & 0xffff;
        int kind = tag == EXTENSIBLE && fmt.remaining() >= 26 ? fmt.getShort(24) & 0xffff : tag;
        int bits = fmt.getShort(14) & 0xffff;
        int block = fmt.getShort(12) & 0xffff;
        int container = (bits + 7) / 8;
        int bytes = block % channels == 0 && block / channels >= container ? block / channels : container;
        return switch (kind) {
            case PCM -> bytes == 1 ? Optional.of(SampleFormat.UNSIGNED_8) : SampleFormat.signed(bytes);
            case FLOAT -> SampleFormat.floating(bytes);
            default -> Optional.empty();
        };
    }

    /** The length of the samples in bytes; unknown if a program wrote the header first and never completed it. */
    private long promised(long start, long bytes) {
        long available = file.size() - start;
        if (bytes == MAX_32) {
            return dataBytes64 == MAX_32 || dataBytes64 <= 0 ? PcmLayout.UNKNOWN : dataBytes64;
        }
        boolean unfinished = riffBytes == 0 || riffBytes == MAX_32 || riffBytes + 8 < start + available;
        boolean unknown = bytes == 0 && available > 0 && unfinished || bytes >= SURELY_UNKNOWN && bytes > available;
        return unknown ? PcmLayout.UNKNOWN : bytes;
    }
}
