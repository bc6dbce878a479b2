package io.github.jukelab.extraction;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.SampleReader;
import java.util.function.Consumer;

/**
 * Cuts a track into segments as for the published table of 3 s segments: with {@code P = round(seconds * rate)},
 * segment k begins at sample {@code k P} and has {@code P - 1} samples (66149). It exists if the track is longer than
 * {@code (k + 1) P} samples, so a track of 661500 samples, exactly 30 s, has nine segments.
 *
 * @param step {@code P}, samples from one segment to the next
 */
record SegmentCutter(int step) {

    static SegmentCutter of(double seconds, int rate) {
        return new SegmentCutter(Math.toIntExact(Math.round(seconds * rate)));
    }

    /** Passes the segments on in their order; one is in memory at a time. */
    void forEach(Recording track, Consumer<Wave> sink) throws AudioException {
        try (SampleReader reader = track.reader()) {
            float[] samples = new float[step - 1];
            float[] between = new float[1];
            for (long end = step; end < track.length(); end += step) {
                Progress.checkInterrupted();
                read(reader, samples);
                read(reader, between);
                sink.accept(Wave.of(samples, track.rate()));
            }
        }
    }

    private static void read(SampleReader reader, float[] samples) throws AudioException {
        if (reader.read(samples, 0, samples.length) < samples.length) {
            throw new IllegalStateException("the recording ends within a segment, before its last sample");
        }
    }
}
