package io.github.jukelab.signal;

import io.github.jukelab.Require;

/**
 * Settings of a short-time Fourier transform: frames of {@code nFft} samples, each weighted with a periodic Hann
 * window of the same length and transformed to {@code nFft / 2 + 1} bins (rounded down) from 0 Hz to half the rate.
 * Bin {@code k} lies at {@code k * rate / nFft} Hz.
 *
 * <p>A sound is refused if its powers could exceed the largest float: with 2048 samples in a frame, if a sample is
 * larger than 9e15.
 *
 * @param nFft samples in a frame, at least 1; powers of two are fastest
 * @param hop samples from one frame to the next, at least 1
 * @param padding how a wave is padded for centred frames
 * @param centered whether frames are centred on their time
 */
public record Stft(int nFft, int hop, Padding padding, boolean centered) {

    /** 2048 samples every 512, centred, padded with zeros: the defaults of librosa 0.11. */
    public static final Stft LIBROSA = Stft.of(2048);

    /**
     * Checks the ranges.
     *
     * @param nFft samples in a frame
     * @param hop samples from frame to frame
     * @param padding beyond the ends
     * @param centered whether frames are centred
     * @throws IllegalArgumentException if the frame size or the hop is not positive
     */
    public Stft {
        Require.atLeast("nFft", 1, nFft);
        Require.atLeast("hop", 1, hop);
    }

    /**
     * Centred frames with a hop of a quarter frame, padded with zeros, as librosa does.
     *
     * @param nFft samples in a frame, at least 1
     * @return the settings
     * @throws IllegalArgumentException if {@code nFft} is not positive
     */
    public static Stft of(int nFft) {
        return new Stft(nFft, Math.max(1, nFft / 4), Padding.CONSTANT, true);
    }

    /**
     * The same transform with another hop.
     *
     * @param hop samples from one frame to the next, at least 1
     * @return new settings
     * @throws IllegalArgumentException if the hop is not positive
     */
    public Stft withHop(int hop) {
        return new Stft(nFft, hop, padding, centered);
    }

    /**
     * The same transform with another padding.
     *
     * @param padding how a wave is padded for centred frames
     * @return new settings
     */
    public Stft withPadding(Padding padding) {
        return new Stft(nFft, hop, padding, centered);
    }

    /**
     * The same transform, centred or not.
     *
     * @param centered false lets frame 0 begin at sample 0, without padding
     * @return new settings
     */
    public Stft withCentered(boolean centered) {
        return new Stft(nFft, hop, padding, centered);
    }

    /**
     * The frames of the transform.
     *
     * @return frames of {@code nFft} samples with the same hop, padding and centring
     */
    public Frames framing() {
        return new Frames(nFft, hop, padding, centered);
    }

    /**
     * The number of frames of a wave; see {@link Frames#count}.
     *
     * @param samples length of the wave, at least 1
     * @return at least 1
     * @throws IllegalArgumentException if the wave is too short for these settings
     */
    public int frames(int samples) {
        return framing().count(samples);
    }

    /**
     * The number of frequency bins.
     *
     * @return {@code nFft / 2 + 1}, rounded down
     */
    public int bins() {
        return nFft / 2 + 1;
    }

    /**
     * The centre frequency of each bin.
     *
     * @param rate of the wave in Hz
     * @return Hz, ascending from 0, shape [bin]
     */
    public double[] frequencies(int rate) {
        double[] frequencies = new double[bins()];
        for (int k = 0; k < frequencies.length; k++) {
            frequencies[k] = (double) k * rate / nFft;
        }
        return frequencies;
    }
}
