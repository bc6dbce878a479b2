package io.github.jukelab.signal;

import io.github.jukelab.Require;
import io.github.jukelab.audio.Wave;

/**
 * How a wave is cut into overlapping frames. Frame {@code t} covers {@code length} samples from {@code t * hop} on; if
 * centred, the wave is first padded by {@code length / 2} (rounded down) on both sides, so that frame {@code t} has
 * the sample {@code t * hop} in its middle. Samples after the last whole frame are ignored.
 *
 * @param length samples in a frame, at least 1
 * @param hop samples from one frame to the next, at least 1
 * @param padding how a wave is padded for centred frames
 * @param centered whether the wave is padded so that frames are centred on their time
 */
public record Frames(int length, int hop, Padding padding, boolean centered) {

    /** 2048 samples every 512, centred, padded with zeros: the defaults of librosa 0.11. */
    public static final Frames LIBROSA = Frames.of(2048, 512);

    /**
     * Checks the ranges.
     *
     * @param length samples in a frame
     * @param hop samples from frame to frame
     * @param padding beyond the ends
     * @param centered whether frames are centred
     * @throws IllegalArgumentException if the length or the hop is not positive
     */
    public Frames {
        Require.atLeast("frame length", 1, length);
        Require.atLeast("hop", 1, hop);
    }

    /**
     * Centred frames, padded with zeros.
     *
     * @param length samples in a frame, at least 1
     * @param hop samples from one frame to the next, at least 1
     * @return the settings
     * @throws IllegalArgumentException if the length or the hop is not positive
     */
    public static Frames of(int length, int hop) {
        return new Frames(length, hop, Padding.CONSTANT, true);
    }

    /**
     * The same frames with another padding.
     *
     * @param padding how a wave is padded for centred frames
     * @return new settings
     */
    public Frames withPadding(Padding padding) {
        return new Frames(length, hop, padding, centered);
    }

    /**
     * The same frames, centred or not.
     *
     * @param centered false lets frame 0 begin at sample 0, without padding
     * @return new settings
     */
    public Frames withCentered(boolean centered) {
        return new Frames(length, hop, padding, centered);
    }

    /**
     * The number of whole frames: {@code 1 + (padded - length) / hop}, rounded down. With centred frames of even
     * length that is {@code 1 + samples / hop}.
     *
     * @param samples length of the wave, at least 1
     * @return at least 1
     * @throws IllegalArgumentException if the wave is too short: shorter than a frame if frames are not centred, at
     *     most half a frame with reflect padding, or less with symmetric padding
     */
    public int count(int samples) {
        if (samples < 1) {
            throw new IllegalArgumentException("a wave needs at least one sample, got " + samples);
        }
        if (!centered && samples < length) {
            throw new IllegalArgumentException(
                    "frames that are not centred need a wave of at least " + length + " samples, got " + samples);
        }
        if (padding == Padding.REFLECT && samples <= margin()) {
            throw new IllegalArgumentException(
                    "reflect padding by " + margin() + " needs more than " + margin() + " samples, got " + samples);
        }
        if (padding == Padding.SYMMETRIC && samples < margin()) {
            throw new IllegalArgumentException(
                    "symmetric padding by " + margin() + " needs at least " + margin() + " samples, got " + samples);
        }
        return 1 + (int) ((samples + 2L * margin() - length) / hop);
    }

    /**
     * Where a frame begins.
     *
     * @param frame from 0
     * @return index of its first sample in the wave; negative where a centred frame begins in the padding
     */
    public int start(int frame) {
        return frame * hop - margin();
    }

    /**
     * A sample of the padded wave.
     *
     * @param wave long enough for these frames
     * @param position index in the wave, or up to half a frame beyond its ends
     * @return the wave's sample; beyond its ends 0, the mirrored or the last sample, depending on the padding
     */
    public float sample(Wave wave, int position) {
        int n = wave.length();
        if (position >= 0 && position < n) {
            return wave.sample(position);
        }
        return switch (padding) {
            case CONSTANT -> 0;
            case REFLECT -> wave.sample(position < 0 ? -position : 2 * (n - 1) - position);
            case SYMMETRIC -> wave.sample(position < 0 ? -1 - position : 2 * n - 1 - position);
            case EDGE -> wave.sample(position < 0 ? 0 : n - 1);
        };
    }

    private int margin() {
        return centered ? length / 2 : 0;
    }
}
