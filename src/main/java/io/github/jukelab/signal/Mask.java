package io.github.jukelab.signal;

import io.github.jukelab.Require;
import java.util.Objects;
import java.util.function.DoubleBinaryOperator;

/**
 * How much of each value of a spectrum is kept: a matrix of weights in [0, 1], shape [bin, frame], applied by
 * {@link ComplexSpectrogram#masked}. Immutable.
 *
 * <pre>{@code
 * var spectrum = ComplexSpectrogram.of(wave, Stft.LIBROSA);
 * var bass = Mask.of(spectrum, (hertz, seconds) -> hertz < 200 ? 1 : 0);
 * spectrum.masked(bass).toWave()
 * }</pre>
 */
public final class Mask {

    private final float[] values;
    private final int bins;
    private final int frames;

    private Mask(float[] values, int bins) {
        this.values = values;
        this.bins = bins;
        this.frames = values.length / bins;
    }

    /**
     * A mask of the given weights, which are copied.
     *
     * @param values from 0 to 1, bin after bin: index {@code bin * frames + frame}
     * @param bins number of rows, at least 1
     * @return the mask
     * @throws IllegalArgumentException if sizes do not fit or a value is not in [0, 1]
     */
    public static Mask of(float[] values, int bins) {
        if (bins < 1 || values.length == 0 || values.length % bins != 0) {
            throw new IllegalArgumentException(values.length + " values do not make whole frames of " + bins + " bins");
        }
        for (float value : values) {
            if (!(value >= 0 && value <= 1)) {
                throw new IllegalArgumentException("a mask's values must be in [0, 1], got " + value);
            }
        }
        return new Mask(values.clone(), bins);
    }

    /**
     * A mask given by a function.
     *
     * @param spectrum gives the shape of the mask
     * @param weight from 0 to 1, of the frequency in Hz and the frame's time in seconds
     * @return the mask
     * @throws IllegalArgumentException if a weight is not in [0, 1]
     */
    public static Mask of(ComplexSpectrogram spectrum, DoubleBinaryOperator weight) {
        double[] frequencies = spectrum.frequencies();
        int frames = spectrum.frames();
        float[] values = new float[frequencies.length * frames];
        for (int i = 0; i < values.length; i++) {
            double seconds = i % frames * spectrum.secondsPerFrame();
            values[i] = (float) weight.applyAsDouble(frequencies[i / frames], seconds);
        }
        return of(values, frequencies.length);
    }

    /**
     * A soft mask: the share of the wanted part in the power of both, {@code wanted^2 / (wanted^2 + rest^2)}. Where
     * both are silent (below the smallest normal float) it is one half. Equal to {@code librosa.util.softmask(wanted,
     * rest, power=2, split_zeros=True)}.
     *
     * @param wanted magnitudes of the part to keep
     * @param rest magnitudes of the part to remove, same shape
     * @return from 0 to 1, same shape
     * @throws IllegalArgumentException if the shapes differ or one is not in magnitudes
     */
    public static Mask soft(Spectrogram wanted, Spectrogram rest) {
        return soft(wanted, rest, Mask::share);
    }

    /**
     * A soft mask with a margin: {@code wanted^power / (wanted^power + (margin rest)^power)}. A part must be stronger
     * than the rest by the margin to be kept. Equal to {@code librosa.util.softmask(wanted, margin * rest, power,
     * split_zeros)}.
     *
     * @param wanted magnitudes of the part to keep
     * @param rest magnitudes of the part to remove, same shape
     * @param margin at least 1
     * @param power positive and finite; the larger, the harder is the mask
     * @param silent the weight where both are silent, from 0 to 1
     * @return from 0 to 1, same shape
     * @throws IllegalArgumentException if the shapes differ, one is not in magnitudes, or a number is out of range
     */
    public static Mask soft(Spectrogram wanted, Spectrogram rest, double margin, double power, double silent) {
        Require.positive("mask power", power);
        if (!(margin >= 1 && margin < Double.POSITIVE_INFINITY && silent >= 0 && silent <= 1)) {
            throw new IllegalArgumentException(
                    "a mask's margin must be at least 1, and its weight in silence from 0 to 1," + " got " + margin
                            + " and " + silent);
        }
        return soft(wanted, rest, (x, y, shares) -> {
            for (int t = 0; t < shares.length; t++) {
                shares[t] = share(x[t], (float) margin * y[t], power, (float) silent);
            }
        });
    }

    private static float share(float wanted, float rest, double power, float silent) {
        float larger = Math.max(wanted, rest);
        if (larger < Float.MIN_NORMAL) {
            return silent;
        }
        double x = Math.pow(wanted / larger, power);
        return (float) (x / (x + Math.pow(rest / larger, power)));
    }

    /** Gives the weights of one bin from the magnitudes of both parts. */
    private interface WeightsOfBin {
        void fill(float[] wanted, float[] rest, float[] shares);
    }

    private static Mask soft(Spectrogram wanted, Spectrogram rest, WeightsOfBin weights) {
        if (wanted.bins() != rest.bins() || wanted.frames() != rest.frames()) {
            throw new IllegalArgumentException(
                    "a soft mask needs two spectrograms of the same shape, got " + wanted + " and " + rest);
        }
        if (wanted.scale() != Scale.MAGNITUDE || rest.scale() != Scale.MAGNITUDE) {
            throw new IllegalArgumentException("a soft mask needs magnitudes, got " + wanted + " and " + rest);
        }
        int frames = wanted.frames();
        float[] values = new float[wanted.bins() * frames];
        float[] shares = new float[frames];
        for (int bin = 0; bin < wanted.bins(); bin++) {
            weights.fill(wanted.bin(bin), rest.bin(bin), shares);
            System.arraycopy(shares, 0, values, bin * frames, frames);
        }
        return new Mask(values, wanted.bins());
    }

    /** The weights of a soft mask from the magnitudes of both parts, into a third array of the same length. */
    static void share(float[] wanted, float[] rest, float[] shares) {
        for (int t = 0; t < shares.length; t++) {
            float larger = Math.max(wanted[t], rest[t]);
            float x = wanted[t] / larger;
            float y = rest[t] / larger;
            shares[t] = x * x / (x * x + y * y);
        }
        for (int t = 0; t < shares.length; t++) {
            if (wanted[t] < Float.MIN_NORMAL && rest[t] < Float.MIN_NORMAL) {
                shares[t] = 0.5f;
            }
        }
    }

    /**
     * The mask that keeps what this one removes.
     *
     * @return one minus each weight
     */
    public Mask complement() {
        float[] complements = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            complements[i] = 1 - values[i];
        }
        return new Mask(complements, bins);
    }

    /** The products with values of the same shape. */
    float[] times(float[] factors) {
        float[] products = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            products[i] = values[i] * factors[i];
        }
        return products;
    }

    /**
     * One weight.
     *
     * @param bin from 0 to {@code bins() - 1}
     * @param frame from 0 to {@code frames() - 1}
     * @return from 0 to 1
     * @throws IndexOutOfBoundsException if there is no such value
     */
    public float value(int bin, int frame) {
        return values[bin * frames + Objects.checkIndex(frame, frames)];
    }

    /**
     * All weights.
     *
     * @return a copy, bin after bin: index {@code bin * frames() + frame}
     */
    public float[] values() {
        return values.clone();
    }

    /**
     * The number of bins.
     *
     * @return rows, at least 1
     */
    public int bins() {
        return bins;
    }

    /**
     * The number of frames.
     *
     * @return columns, at least 1
     */
    public int frames() {
        return frames;
    }

    @Override
    public String toString() {
        return "Mask[" + bins + " bins x " + frames + " frames]";
    }
}
