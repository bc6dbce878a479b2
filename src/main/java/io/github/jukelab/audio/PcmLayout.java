package io.github.jukelab.audio;

import java.nio.ByteOrder;

/**
 * Where the samples of an uncompressed file lie and what they are.
 *
 * @param format how one sample is stored
 * @param order byte order
 * @param channels at least 1
 * @param rate in Hz, positive
 * @param start position of the first byte
 * @param bytes how many the header promises; {@link #UNKNOWN} if it does not say, as in streamed files
 */
record PcmLayout(SampleFormat format, ByteOrder order, int channels, int rate, long start, long bytes) {

    /** The length of a file whose header was written before its length was known. */
    static final long UNKNOWN = Long.MAX_VALUE;

    /** Bytes of one sample of every channel. */
    int frameBytes() {
        return format.bytes() * channels;
    }
}
