package io.github.jukelab.audio;

import java.nio.ByteOrder;

/**
 * The position and format of the samples in an uncompressed file.
 *
 * @param format how one sample is stored
 * @param order byte order
 * @param channels at least 1
 * @param rate in Hz, positive
 * @param start position of their first byte
 * @param bytes their length by the header; {@link #UNKNOWN} if it gives none, as in streamed files
 */
record PcmLayout(SampleFormat format, ByteOrder order, int channels, int rate, long start, long bytes) {

    /** The length of a file whose header was written before its length was known. */
    static final long UNKNOWN = Long.MAX_VALUE;

    /** Bytes of one sample of all channels together. */
    int frameBytes() {
        return format.bytes() * channels;
    }
}
