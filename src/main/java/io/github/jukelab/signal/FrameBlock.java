package io.github.jukelab.signal;

import io.github.jukelab.Require;
import io.github.jukelab.audio.Wave;

/**
 * Consecutive frames of a sound, with the part of the sound that holds all their samples. A feature of these frames is
 * that of the same frames of the whole sound. Immutable.
 *
 * @param frames how the whole sound is cut
 * @param wave the part
 * @param position index in the whole sound of the part's first sample
 * @param first index of the first frame
 * @param count number of frames, at least 1
 */
public record FrameBlock(Frames frames, Wave wave, int position, int first, int count) {

    /**
     * Checks the number of frames.
     *
     * @param frames how the whole sound is cut
     * @param wave the part
     * @param position of the part
     * @param first frame
     * @param count number of frames
     * @throws IllegalArgumentException if there is no frame
     */
    public FrameBlock {
        Require.atLeast("count", 1, count);
    }

    /**
     * All frames of a wave.
     *
     * @param wave of n samples
     * @param frames how it is cut
     * @return {@code frames.count(n)} frames
     * @throws IllegalArgumentException if the wave is too short for these frames
     */
    public static FrameBlock of(Wave wave, Frames frames) {
        return new FrameBlock(frames, wave, 0, 0, frames.count(wave.length()));
    }

    /**
     * Where a frame begins.
     *
     * @param frame from 0 to {@code count - 1}, counted from the first one
     * @return index in the part; negative where a centred frame begins before the sound
     */
    public int start(int frame) {
        return frames.start(first + frame) - position;
    }

    /**
     * A sample of the padded sound.
     *
     * @param index in the part, or up to half a frame beyond an end that it shares with the sound
     * @return the sample; beyond the ends 0, the mirrored or the last sample, depending on the padding
     */
    public float sample(int index) {
        return frames.sample(wave, index);
    }

    /**
     * Time between frames.
     *
     * @return seconds
     */
    public double secondsPerFrame() {
        return (double) frames.hop() / wave.rate();
    }
}
