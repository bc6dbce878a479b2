package io.github.jukelab.codec;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the chunks of a wav file up to its samples. Accepts unknown chunks, block sizes that do not fit, missing pad
 * bytes and lengths that were never filled in.
 */
final class WavHeader {

    private static final long MAX_32 = 0xffffffffL;

    /** From here on, a length beyond the end of the file is from a program that did not know the length yet. */
    private static final long SURELY_UNKNOWN = 0x7fff0000L;

    private final SoundFile file;
    private final ByteOrder order;
    private final List<String> warnings = new ArrayList<>();
    private Optional<ByteBuffer> format = Optional.empty();
    private long dataBytes64 = MAX_32;

    private WavHeader(SoundFile file) throws AudioException {
        this.file = file;
        this.order = file.tag(0).equals("RIFX") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }

    static SoundChunk chunk(SoundFile file) throws AudioException {
        return new WavHeader(file).scan();
    }

    private SoundChunk scan() throws AudioException {
        Chunks chunks = new Chunks(file, order, 12);
        long[] data = {};
        while (chunks.next()) {
            switch (chunks.tag()) {
                case "fmt " -> format = Optional.of(chunks.content(40));
                case "ds64" -> dataBytes64 = dataBytes64(chunks.content(28));
                case "data" -> data = new long[] {chunks.start(), chunks.bytes()};
                default -> {}
            }
            if (data.length > 0 && format.isPresent()) {
                return samples(data[0], data[1]);
            }
        }
        if (data.length > 0) {
            return samples(data[0], data[1]);
        }
        throw chunks.missing("data");
    }

    private static long dataBytes64(ByteBuffer chunk) {
        return chunk.remaining() >= 16 ? chunk.getLong(8) : MAX_32;
    }

    private SoundChunk samples(long start, long bytes) throws AudioException {
        WavFormat wav = WavFormat.of(file, format);
        long promised = promised(start, bytes);
        return new SoundChunk(wav.sample(), order, wav.channels(), wav.rate(), start, promised, warnings);
    }

    /** The length of the samples in bytes; unknown if a program wrote the header first and never completed it. */
    private long promised(long start, long bytes) throws AudioException {
        long available = file.size() - start;
        if (bytes == MAX_32) {
            return dataBytes64 == MAX_32 || dataBytes64 <= 0 ? SoundChunk.UNKNOWN : dataBytes64;
        }
        if (available - bytes > MAX_32) {
            warnings.add("header promises " + bytes + " bytes of samples, too few for a file of " + file.size()
                    + "; read to the end of the file");
            return available;
        }
        boolean unfinished = bytes == 0 && available > 0 && !Chunks.isChunk(file, order, start);
        return unfinished || bytes >= SURELY_UNKNOWN && bytes > available ? SoundChunk.UNKNOWN : bytes;
    }
}
