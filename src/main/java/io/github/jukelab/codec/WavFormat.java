package io.github.jukelab.codec;

import io.github.jukelab.codec.AudioException.Problem;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;

/**
 * The format chunk of wav and w64 files. The number of bits tells the size of a sample. The block size, which many
 * programs get wrong, is asked only where the bits say nothing, or where an extensible format declares fewer valid
 * bits than fit into a sample.
 */
record WavFormat(Optional<SampleFormat> sample, int channels, int rate) {

    private static final int PCM = 1;
    private static final int FLOAT = 3;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    private static final int EXTENSIBLE = 0xfffe;

    /** Codings that FFmpeg takes for others, which gives noise: two of them for G.726. */
    private static final Map<Integer, String> WRONGLY_DECODED =
            Map.of(0x14, "G.723 ADPCM", 0x38, "NMS VBXADPCM", 0x40, "G.721 ADPCM", 0x64, "G.721 ADPCM");

    /** Parses the content of the chunk. */
    static WavFormat of(SoundFile file, Optional<ByteBuffer> chunk) throws AudioException {
        ByteBuffer fmt = chunk.filter(content -> content.remaining() >= 16)
                .orElseThrow(() -> file.problem(Problem.NOT_AUDIO, "samples come without a format (no fmt chunk)"));
        int channels = fmt.getShort(2) & 0xffff;
        int rate = file.rate(channels, fmt.getInt(4) & 0xffffffffL);
        int tag = tag(fmt);
        if (WRONGLY_DECODED.containsKey(tag)) {
            throw file.problem(Problem.UNSUPPORTED, "there is no decoder for its codec, " + WRONGLY_DECODED.get(tag));
        }
        return new WavFormat(sample(fmt, tag, channels), channels, rate);
    }

    private static int tag(ByteBuffer fmt) {
        int tag = fmt.getShort(0) & 0xffff;
        return tag == EXTENSIBLE && fmt.remaining() >= 26 ? fmt.getShort(24) & 0xffff : tag;
    }

    private static Optional<SampleFormat> sample(ByteBuffer fmt, int tag, int channels) {
        int bytes = bytes(fmt, channels);
        return switch (tag) {
            case PCM -> bytes == 1 ? Optional.of(SampleFormat.UNSIGNED_8) : SampleFormat.signed(bytes);
            case FLOAT -> SampleFormat.floating(bytes);
            case A_LAW -> Optional.of(SampleFormat.A_LAW);
            case MU_LAW -> Optional.of(SampleFormat.MU_LAW);
            default -> Optional.empty();
        };
    }

    private static int bytes(ByteBuffer fmt, int channels) {
        int bits = fmt.getShort(14) & 0xffff;
        int container = (bits + 7) / 8;
        int block = (fmt.getShort(12) & 0xffff) / channels;
        boolean extensible = (fmt.getShort(0) & 0xffff) == EXTENSIBLE && fmt.remaining() >= 20;
        boolean padded = extensible && (fmt.getShort(18) & 0xffff) < bits;
        return bits == 0 || padded ? Math.max(block, container) : container;
    }
}
