package io.github.jukelab.codec;

import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/**
 * The position and format of the samples of a file that keeps them in one piece.
 *
 * @param format how one sample is stored; empty if the samples are compressed, so that FFmpeg must read them
 * @param order byte order
 * @param channels at least 1
 * @param rate in Hz, positive
 * @param start position of their first byte
 * @param bytes their length by the header; {@link #UNKNOWN} if it gives none, as in streamed files
 * @param warnings what the header contradicts itself in, one line each
 */
record SoundChunk(
        Optional<SampleFormat> format,
        ByteOrder order,
        int channels,
        int rate,
        long start,
        long bytes,
        List<String> warnings) {

    /** The length of a file whose header was written before its length was known. */
    static final long UNKNOWN = Long.MAX_VALUE;

    SoundChunk {
        warnings = List.copyOf(warnings);
    }

    /** Bytes of one sample of all channels together. */
    int frameBytes() {
        return format.orElseThrow().bytes() * channels;
    }

    /** Whether the file ends before the samples do, as far as the header knows. */
    End end(long fileSize) {
        if (bytes == UNKNOWN) {
            return End.UNKNOWN;
        }
        return start + bytes > fileSize ? End.CUT : End.WHOLE;
    }
}
