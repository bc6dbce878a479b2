package io.github.jukelab.signal;

import java.util.Arrays;
import java.util.Locale;

/**
 * Energy over frequency and time: a matrix of shape [bin, frame], as in librosa, with its scale, the centre frequency
 * of each bin and the time between frames. Immutable.
 */
public final class Spectrogram {

    private final float[] values;
    private final double[] frequencies;
    private final int frames;
    private final Scale scale;
    private final double secondsPerFrame;

    private Spectrogram(float[] values, double[] frequencies, int frames, Scale scale, double secondsPerFrame) {
        this.values = values;
        this.frequencies = frequencies;
        this.frames = frames;
        this.scale = scale;
        this.secondsPerFrame = secondsPerFrame;
    }

    /**
     * A spectrogram of the given values.
     *
     * @param values bin after bin, index {@code bin * frames + frame}; length a multiple of the number of frequencies
     * @param frequencies centre frequency of each bin in Hz, ascending, shape [bin]
     * @param scale what the values mean
     * @param secondsPerFrame time from one frame to the next in seconds, positive
     * @return the spectrogram
     * @throws IllegalArgumentException if sizes do not fit, or a magnitude or power is negative or not a number
     */
    public static Spectrogram of(float[] values, double[] frequencies, Scale scale, double secondsPerFrame) {
        if (frequencies.length == 0 || values.length == 0 || values.length % frequencies.length != 0) {
            throw new IllegalArgumentException(
                    values.length + " values do not make whole frames of " + frequencies.length + " bins");
        }
        if (!(secondsPerFrame > 0)) {
            throw new IllegalArgumentException("secondsPerFrame must be positive, got " + secondsPerFrame);
        }
        if (scale != Scale.DECIBEL) {
            for (float value : values) {
                if (!(value >= 0)) {
                    throw new IllegalArgumentException(scale + " must not be negative, got " + value);
                }
            }
        }
        return new Spectrogram(
                values.clone(), frequencies.clone(), values.length / frequencies.length, scale, secondsPerFrame);
    }

    /**
     * One value.
     *
     * @param bin from 0 to {@code bins() - 1}
     * @param frame from 0 to {@code frames() - 1}
     * @return the value, in the unit of {@link #scale()}
     */
    public float value(int bin, int frame) {
        return values[bin * frames + frame];
    }

    /**
     * All values.
     *
     * @return a copy, bin after bin: index {@code bin * frames() + frame}
     */
    public float[] values() {
        return values.clone();
    }

    /**
     * One bin over time.
     *
     * @param bin from 0 to {@code bins() - 1}
     * @return a copy, shape [frame]
     */
    public float[] bin(int bin) {
        return Arrays.copyOfRange(values, bin * frames, (bin + 1) * frames);
    }

    /**
     * The number of bins.
     *
     * @return rows, at least 1
     */
    public int bins() {
        return frequencies.length;
    }

    /**
     * The number of frames.
     *
     * @return columns, at least 1
     */
    public int frames() {
        return frames;
    }

    /**
     * What the values mean.
     *
     * @return the scale
     */
    public Scale scale() {
        return scale;
    }

    /**
     * The centre frequency of each bin.
     *
     * @return a copy, Hz, ascending, shape [bin]
     */
    public double[] frequencies() {
        return frequencies.clone();
    }

    /**
     * Time between frames.
     *
     * @return seconds
     */
    public double secondsPerFrame() {
        return secondsPerFrame;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Spectrogram[%d bins x %d frames, %s, %.2f s]",
                bins(),
                frames,
                scale.name().toLowerCase(Locale.ROOT),
                frames * secondsPerFrame);
    }
}
