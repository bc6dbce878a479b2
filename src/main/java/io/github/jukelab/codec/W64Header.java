package io.github.jukelab.codec;

import io.github.jukelab.codec.AudioException.Problem;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * Reads the header of a Sony Wave64 file: the chunks of a wav file with identifiers of 16 bytes, which begin with the
 * four letters of wav, and lengths of 64 bits, which include the header of the chunk; chunks begin at multiples of 8.
 */
final class W64Header {

    private static final int HEADER = 24;
    private static final int FIRST_CHUNK = 40;

    private W64Header() {}

    static SoundChunk chunk(SoundFile file) throws AudioException {
        Optional<ByteBuffer> format = Optional.empty();
        long at = FIRST_CHUNK;
        for (int chunk = 0; chunk < SoundHeader.MAX_CHUNKS && at + HEADER <= file.size(); chunk++) {
            String tag = file.tag(at);
            long bytes = file.bytes(at + 16, 8, ByteOrder.LITTLE_ENDIAN).getLong() - HEADER;
            if (tag.equals("data")) {
                return samples(file, format, at + HEADER, bytes);
            }
            if (bytes < 0 || bytes > file.size()) {
                break;
            }
            if (tag.equals("fmt ")) {
                format = Optional.of(file.bytes(at + HEADER, (int) Math.min(bytes, 40), ByteOrder.LITTLE_ENDIAN));
            }
            at += (HEADER + bytes + 7) / 8 * 8;
        }
        throw file.problem(Problem.TRUNCATED, "the file ends before its samples (no data chunk)");
    }

    private static SoundChunk samples(SoundFile file, Optional<ByteBuffer> format, long start, long bytes)
            throws AudioException {
        WavFormat wav = WavFormat.of(file, format);
        boolean unknown = bytes <= 0 && file.size() > start || bytes >= Long.MAX_VALUE / 2;
        long promised = unknown ? SoundChunk.UNKNOWN : Math.max(0, bytes);
        return new SoundChunk(
                wav.sample(), ByteOrder.LITTLE_ENDIAN, wav.channels(), wav.rate(), start, promised, List.of());
    }
}
