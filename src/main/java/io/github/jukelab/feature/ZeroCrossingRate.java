package io.github.jukelab.feature;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.FrameBlock;
import io.github.jukelab.signal.Frames;
import java.util.List;

/**
 * The zero-crossing rate: the share of a frame's samples whose sign differs from that of the previous sample. It is
 * high for noise and cymbals, low for bass.
 *
 * <p>Samples up to 1e-10 in absolute value count as positive zero, so silence has no crossings. For centred frames the
 * first and last samples are repeated beyond the ends, whatever the frames' padding. The first sample of a frame never
 * counts as a crossing. Equal to {@code librosa.feature.zero_crossing_rate}, exactly where the frame length is a power
 * of two.
 *
 * <p>Notebook: 01-explore-gtzan
 */
public final class ZeroCrossingRate {

    private ZeroCrossingRate() {}

    /**
     * The rate in librosa's frames: 2048 samples every 512.
     *
     * @param wave of n samples
     * @return one row, crossings per sample, from 0 to below 1; {@code 1 + n / 512} frames
     */
    public static FrameSeries of(Wave wave) {
        return of(wave, Frames.LIBROSA);
    }

    /**
     * The rate in each frame.
     *
     * @param wave of n samples
     * @param frames length, hop and centring
     * @return one row, crossings per sample, from 0 to below 1; {@code frames.count(n)} frames
     * @throws IllegalArgumentException if the wave is too short for these frames
     */
    public static FrameSeries of(Wave wave, Frames frames) {
        return of(FrameBlock.of(wave, frames));
    }

    /** The rate in some frames of a longer sound. */
    static FrameSeries of(FrameBlock block) {
        Wave wave = block.wave();
        int length = block.frames().length();
        float[] rates = new float[block.count()];
        int crossings = 0;
        for (int t = 0; t < rates.length; t++) {
            int start = block.start(t);
            int previous = t == 0 ? start : block.start(t - 1);
            int previousEnd = t == 0 ? start + 1 : previous + length;
            crossings += ZeroCrossings.between(wave, previousEnd, start + length);
            crossings -= ZeroCrossings.between(wave, previous + 1, start + 1);
            rates[t] = (float) crossings / length;
        }
        List<String> rows = List.of("zero crossing rate");
        return FrameSeries.owning(rows.get(0), "", rows, rates, block.secondsPerFrame());
    }
}
