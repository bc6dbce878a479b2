package io.github.jukelab.audio;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.AudioException.Problem;
import java.nio.ByteBuffer;
import java.util.List;

/** Reads PCM samples from the position that a header gives. Only the requested part is read. */
final class PcmReader {

    /** Samples of all channels in one chunk. */
    private static final int CHUNK = 1 << 16;

    private PcmReader() {}

    static Decoded read(SoundFile file, PcmLayout layout, LoadOptions options) throws AudioException {
        long promised = layout.bytes() / layout.frameBytes();
        long held = Math.max(0, file.size() - layout.start()) / layout.frameBytes();
        long frames = Math.min(promised, held);
        if (held == 0 && promised > 0) {
            throw file.problem(Problem.TRUNCATED, "the file ends before its first sample");
        }
        long first = Math.min(options.firstSample(layout.rate()), frames);
        long count = Math.min(options.sampleLimit(layout.rate()), frames - first);
        if (count > Integer.MAX_VALUE - 8) {
            throw file.problem(Problem.UNSUPPORTED, count + " samples are too many for one wave; read a shorter part");
        }
        SampleBuffer samples = new SampleBuffer(0, count, count);
        read(file, layout, first, samples);
        return new Decoded(samples.toArray(), layout.rate(), warnings(layout, promised, held));
    }

    private static void read(SoundFile file, PcmLayout layout, long first, SampleBuffer samples) throws AudioException {
        int chunk = Math.max(1, CHUNK / layout.channels());
        ByteBuffer bytes = ByteBuffer.allocate(chunk * layout.frameBytes()).order(layout.order());
        float[] values = new float[chunk * layout.channels()];
        while (!samples.full()) {
            Progress.checkInterrupted();
            bytes.clear();
            file.fill(bytes, layout.start() + (first + samples.seen()) * layout.frameBytes());
            int count = bytes.remaining() / layout.frameBytes();
            if (count == 0) {
                return; // the file shrank while it was read
            }
            layout.format().decode(bytes, values, count * layout.channels());
            samples.addInterleaved(values, layout.channels(), count);
        }
    }

    private static List<String> warnings(PcmLayout layout, long promised, long held) {
        if (layout.bytes() == PcmLayout.UNKNOWN) {
            return List.of("streamed: header gives no length, read to the end of the file");
        }
        if (held < promised) {
            return List.of("truncated: header promises " + promised + " samples, file holds " + held);
        }
        return List.of();
    }
}
