package io.github.jukelab.input;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.SampleReader;
import java.util.function.Consumer;

/**
 * Cuts a recording of any length into windows, as {@link Wave#windows} cuts a wave; one is in memory at a time. A sound
 * that is shorter than a window is passed on as it is.
 *
 * @param length samples of a window
 * @param hop samples from one start to the next
 * @param limit how many samples of the recording are used; {@link Integer#MAX_VALUE} for all
 */
record WindowReader(int length, int hop, int limit) {

    private static final int SKIPPED = 1 << 16;

    static WindowReader of(int length, int hop, int limit) {
        return new WindowReader(length, hop, limit);
    }

    /** Passes the windows on in their order. */
    void forEach(Recording recording, Consumer<Wave> action) throws AudioException {
        long end = limit == Integer.MAX_VALUE ? recording.length() : Math.min(limit, recording.length());
        float[] window = new float[(int) Math.min(length, end)];
        try (SampleReader reader = recording.reader()) {
            read(reader, window, 0);
            action.accept(Wave.of(window, recording.rate()));
            for (long start = hop; start + length <= end; start += hop) {
                Progress.checkInterrupted();
                advance(reader, window);
                action.accept(Wave.of(window, recording.rate()));
            }
        }
    }

    /** Moves a full window on by a hop. */
    private void advance(SampleReader reader, float[] window) throws AudioException {
        int kept = Math.max(0, length - hop);
        System.arraycopy(window, length - kept, window, 0, kept);
        for (int skipped = 0; skipped < hop - length; ) {
            float[] between = new float[Math.min(SKIPPED, hop - length - skipped)];
            read(reader, between, 0);
            skipped += between.length;
        }
        read(reader, window, kept);
    }

    private static void read(SampleReader reader, float[] target, int offset) throws AudioException {
        if (reader.read(target, offset, target.length - offset) < target.length - offset) {
            throw new IllegalStateException("the recording ends within a window, before its last sample");
        }
    }
}
