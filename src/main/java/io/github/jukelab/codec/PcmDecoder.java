package io.github.jukelab.codec;

import io.github.jukelab.codec.AudioException.Problem;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Decodes PCM samples from the position that a header gives. Samples before the requested part are not read. */
final class PcmDecoder implements Decoder {

    /** Samples of all channels in one block. */
    private static final int BLOCK = 1 << 16;

    private final SoundFile file;
    private final SoundChunk chunk;
    private final long promised;
    private final long held;
    private final ByteBuffer bytes;
    private final float[] values;
    private long position;
    private boolean begun;

    PcmDecoder(SoundFile file, SoundChunk chunk, LoadOptions options) throws AudioException {
        this.file = file;
        this.chunk = chunk;
        promised = chunk.bytes() / chunk.frameBytes();
        held = Math.max(0, file.size() - chunk.start()) / chunk.frameBytes();
        if (held == 0 && promised > 0) {
            throw file.problem(Problem.TRUNCATED, "the file ends before its first sample");
        }
        position = Math.min(options.firstSample(chunk.rate()), length());
        if (Math.min(options.sampleLimit(chunk.rate()), length() - position) > options.maxSamples()) {
            throw SoundDecoder.tooLong(file, options.maxSamples(), chunk.rate());
        }
        int block = Math.max(1, BLOCK / chunk.channels());
        bytes = ByteBuffer.allocate(block * chunk.frameBytes()).order(chunk.order());
        values = new float[block * chunk.channels()];
    }

    /** The number of samples in the file. */
    long length() {
        return Math.min(promised, held);
    }

    @Override
    public boolean next(SampleBuffer samples) throws AudioException {
        if (!begun) {
            samples.expect(length());
            samples.skip(chunk.rate(), position);
            begun = true;
        }
        int frames = (int) Math.min(values.length / chunk.channels(), length() - position);
        bytes.clear().limit(frames * chunk.frameBytes());
        file.fill(bytes, chunk.start() + position * chunk.frameBytes());
        int count = bytes.remaining() / chunk.frameBytes(); // fewer if the file shrank while it was read
        chunk.format().orElseThrow().decode(bytes, values, count * chunk.channels());
        samples.addInterleaved(chunk.rate(), values, chunk.channels(), count);
        position += count;
        return count > 0;
    }

    @Override
    public List<String> warnings(boolean ended) {
        List<String> warnings = new ArrayList<>(chunk.warnings());
        if (chunk.bytes() == SoundChunk.UNKNOWN) {
            warnings.add("streamed: header gives no length, read to the end of the file");
        } else if (held < promised) {
            warnings.add("truncated: header promises " + promised + " samples, file holds " + held);
        }
        return warnings;
    }

    @Override
    public void close() {
        // The source is closed by its owner.
    }
}
