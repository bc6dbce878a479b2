package io.github.jukelab.signal;

import io.github.jukelab.audio.Wave;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;

/**
 * Energy over frequency and time: a matrix of shape [bin, frame], as in librosa, with its scale, the centre frequency
 * of each bin and the time between frames. Immutable.
 *
 * <p>Example: {@code Spectrogram.of(wave).toDecibels(Reference.MAX)} is what is usually plotted.
 *
 * <p>Notebook: 00-quick-tour
 */
public final class Spectrogram {

    private static final double SMALLEST_POWER = 1e-10;
    private static final double DYNAMIC_RANGE = 80;
    /** Converts the natural logarithm of a power to decibels. */
    private static final double DECIBELS_PER_NEPER = 10 / Math.log(10);

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
     * @throws IllegalArgumentException if sizes do not fit, a value is not a number or infinitely large, or a magnitude or
     *     power is negative
     */
    public static Spectrogram of(float[] values, double[] frequencies, Scale scale, double secondsPerFrame) {
        if (frequencies.length == 0 || values.length == 0 || values.length % frequencies.length != 0) {
            throw new IllegalArgumentException(
                    values.length + " values do not make whole frames of " + frequencies.length + " bins");
        }
        if (!(secondsPerFrame > 0)) {
            throw new IllegalArgumentException("secondsPerFrame must be positive, got " + secondsPerFrame);
        }
        float minimum = scale == Scale.DECIBEL ? Float.NEGATIVE_INFINITY : 0;
        for (float value : values) {
            if (!(value >= minimum && value < Float.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException(
                        scale + " must be a finite number, at least " + minimum + ", got " + value);
            }
        }
        return owning(values.clone(), frequencies.clone(), scale, secondsPerFrame);
    }

    /** Keeps the arrays without copying; the caller must not use them afterwards. */
    static Spectrogram owning(float[] values, double[] frequencies, Scale scale, double secondsPerFrame) {
        return new Spectrogram(values, frequencies, values.length / frequencies.length, scale, secondsPerFrame);
    }

    /**
     * The magnitude spectrogram of a wave with librosa's defaults: {@code numpy.abs(librosa.stft(y))}, thus
     * {@code n_fft=2048, hop_length=512, window='hann', center=True, pad_mode='constant'}. The same as {@code of(wave, Stft.LIBROSA)}.
     *
     * @param wave of n samples
     * @return magnitudes, 1025 x {@code 1 + n / 512}
     */
    public static Spectrogram of(Wave wave) {
        return of(wave, Stft.LIBROSA);
    }

    /**
     * The magnitude spectrogram of a wave: the absolute values of its short-time Fourier transform, unscaled, so that a
     * sine of amplitude a reaches about {@code a nFft / 4}. Silence gives zeros. Equal to {@code abs(librosa.stft)} to
     * 1e-6 of the largest value; about 8 ms for 30 s.
     *
     * @param wave of n samples
     * @param stft frame size, hop, padding
     * @return magnitudes, {@code stft.bins()} x {@code stft.frames(n)}
     * @throws IllegalArgumentException if the wave is too short for these settings
     */
    public static Spectrogram of(Wave wave, Stft stft) {
        return of(wave, stft, Scale.MAGNITUDE);
    }

    /**
     * The spectrogram of a wave in a given scale.
     *
     * @param wave of n samples
     * @param stft frame size, hop, padding
     * @param scale decibels are those of {@link #toDecibels()}
     * @return {@code stft.bins()} x {@code stft.frames(n)} values
     * @throws IllegalArgumentException if the wave is too short for these settings
     */
    public static Spectrogram of(Wave wave, Stft stft, Scale scale) {
        if (scale == Scale.DECIBEL) {
            return of(wave, stft).toDecibels();
        }
        return of(wave, stft.framing(), stft.nFft(), scale);
    }

    /**
     * The magnitude spectrogram of frames that are shorter than their transform: each is weighted with a periodic Hann
     * window of its own length and followed by zeros. With frames that are not centred this is
     * {@code abs(tf.signal.stft(x, length, hop, nFft))} to 1e-6 of the largest value.
     *
     * @param wave of n samples
     * @param frames how the wave is cut
     * @param nFft size of the transform, at least the frame length
     * @return magnitudes, {@code nFft / 2 + 1} x {@code frames.count(n)}
     * @throws IllegalArgumentException if the wave is too short for these frames, or {@code nFft} is below the frame
     *     length
     */
    public static Spectrogram of(Wave wave, Frames frames, int nFft) {
        if (nFft < frames.length()) {
            throw new IllegalArgumentException(
                    "nFft must be at least the " + frames.length() + " samples of a frame, got " + nFft);
        }
        return of(wave, frames, nFft, Scale.MAGNITUDE);
    }

    /**
     * The magnitude spectrogram of some frames of a longer sound, so that a sound of any length can be worked on block
     * by block: each frame is weighted with a periodic Hann window of its length.
     *
     * @param block the frames
     * @return magnitudes, {@code block.frames().length() / 2 + 1} x {@code block.count()}
     */
    public static Spectrogram of(FrameBlock block) {
        return of(block, Window.hann(block.frames().length()), Scale.MAGNITUDE);
    }

    /**
     * The spectrogram of some frames under any window.
     *
     * @param block the frames
     * @param window of up to {@code block.frames().length()} weights, placed in the middle of each frame
     * @param scale magnitudes or powers
     * @return {@code block.frames().length() / 2 + 1} x {@code block.count()} values
     * @throws IllegalArgumentException if the window is longer than a frame, or the scale is decibels, whose floor
     *     depends on all frames
     */
    public static Spectrogram of(FrameBlock block, Window window, Scale scale) {
        if (scale == Scale.DECIBEL) {
            throw new IllegalArgumentException("frames have magnitudes or powers; toDecibels converts all of them");
        }
        int nFft = block.frames().length();
        return of(block, window.paddedTo(nFft), nFft, scale);
    }

    private static Spectrogram of(Wave wave, Frames framing, int nFft, Scale scale) {
        return of(FrameBlock.of(wave, framing), Window.hann(framing.length()), nFft, scale);
    }

    private static Spectrogram of(FrameBlock block, Window window, int nFft, Scale scale) {
        int frames = block.count();
        int bins = nFft / 2 + 1;
        float[] values = new float[Math.multiplyExact(bins, frames)];
        new FrameSpectra(block.frames(), window.weights(), nFft, frames).forEach(block, (first, count, spectra) -> {
            for (int k = 0; k < bins; k++) {
                magnitudes(spectra.real(k), spectra.imaginary(k), count);
                round(spectra.real(k), count, values, k * frames + first, scale == Scale.POWER);
            }
        });
        double[] frequencies = Stft.of(nFft).frequencies(block.wave().rate());
        return owning(values, frequencies, scale, block.secondsPerFrame());
    }

    /** Replaces real parts by magnitudes. */
    static void magnitudes(double[] real, double[] imaginary, int count) {
        for (int t = 0; t < count; t++) {
            real[t] = Math.sqrt(real[t] * real[t] + imaginary[t] * imaginary[t]);
        }
    }

    /** Rounds to float, as librosa does before it squares. */
    static void round(double[] row, int count, float[] values, int offset, boolean square) {
        for (int t = 0; t < count; t++) {
            float magnitude = (float) row[t];
            values[offset + t] = square ? magnitude * magnitude : magnitude;
        }
    }

    /**
     * The power spectrogram: squared magnitudes; a power spectrogram is returned as it is.
     *
     * @return power, same shape
     * @throws IllegalStateException if this is in decibels
     */
    public Spectrogram power() {
        return switch (scale) {
            case POWER -> this;
            case MAGNITUDE -> squared();
            case DECIBEL ->
                throw new IllegalStateException("power cannot be recovered from clipped decibels, got " + this);
        };
    }

    private Spectrogram squared() {
        float[] squares = new float[values.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = values[i] * values[i];
        }
        return owning(squares, frequencies, Scale.POWER, secondsPerFrame);
    }

    /**
     * Magnitudes, for example as input of {@link GriffinLim}: {@code 10^(decibels / 20)} for decibels relative to 1,
     * the inverse of {@link #toDecibels()} except for values that were clipped there, and the square roots of powers.
     * Decibels relative to the maximum give magnitudes with the maximum 1. Equal to librosa's {@code db_to_amplitude}
     * to 1e-6.
     *
     * @return magnitudes, same shape; this spectrogram if it holds magnitudes already
     */
    public Spectrogram toMagnitude() {
        if (scale == Scale.MAGNITUDE) {
            return this;
        }
        float[] magnitudes = new float[values.length];
        for (int i = 0; i < magnitudes.length; i++) {
            magnitudes[i] = (float) (scale == Scale.POWER ? Math.sqrt(values[i]) : Math.pow(10, values[i] / 20.0));
        }
        return owning(magnitudes, frequencies, Scale.MAGNITUDE, secondsPerFrame);
    }

    /**
     * Decibels relative to 1; see {@link #toDecibels(Reference)}.
     *
     * @return decibels, same shape
     * @throws IllegalStateException if this is in decibels already
     */
    public Spectrogram toDecibels() {
        return toDecibels(Reference.ONE);
    }

    /**
     * Decibels: {@code 10 log10} of power over reference, or {@code 20 log10} of magnitude over reference, depending on
     * the scale. Powers below 1e-10 count as 1e-10 (magnitudes: 1e-5), and values more than 80 dB below the largest one
     * are raised to that level. So the floor depends on the loudest frame, and silence gives the same level everywhere.
     * Equal to librosa's {@code power_to_db} and {@code amplitude_to_db} to 1e-3 dB.
     *
     * @param reference the value of 0 dB
     * @return decibels, same shape
     * @throws IllegalStateException if this is in decibels already
     */
    public Spectrogram toDecibels(Reference reference) {
        return toDecibels(reference, DYNAMIC_RANGE);
    }

    /**
     * Decibels with another range than 80 dB; see {@link #toDecibels(Reference)}.
     *
     * @param reference the value of 0 dB
     * @param range how far below the largest value the floor is, in dB, 0 or more; infinite for no floor; librosa's
     *     {@code top_db}
     * @return decibels, same shape
     * @throws IllegalArgumentException if the range is negative or not a number
     * @throws IllegalStateException if this is in decibels already
     */
    public Spectrogram toDecibels(Reference reference, double range) {
        if (!(range >= 0)) {
            throw new IllegalArgumentException("the range must be 0 dB or more, got " + range);
        }
        float loudest = maximum();
        return decibels(loudest, level(reference.value(loudest)), range);
    }

    /**
     * Decibels relative to 1 of a part of a longer spectrogram: as {@link #toDecibels()} of the whole, whose floor
     * depends on its largest value.
     *
     * @param loudest the largest value of the whole
     * @return decibels, same shape
     * @throws IllegalStateException if this is in decibels already
     */
    public Spectrogram toDecibelsBelow(float loudest) {
        return decibels(loudest, level(Reference.ONE.value(loudest)), DYNAMIC_RANGE);
    }

    private Spectrogram decibels(float loudest, double zero, double range) {
        if (scale == Scale.DECIBEL) {
            throw new IllegalStateException("already in decibels: " + this);
        }
        float floor = (float) (level(loudest) - zero - range);
        float[] decibels = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            float decibel = (float) (level(values[i]) - zero);
            decibels[i] = decibel > floor ? decibel : floor;
        }
        return owning(decibels, frequencies, Scale.DECIBEL, secondsPerFrame);
    }

    private double level(double value) {
        double power = scale == Scale.MAGNITUDE ? value * value : value;
        return DECIBELS_PER_NEPER * Logarithm.of(power > SMALLEST_POWER ? power : SMALLEST_POWER);
    }

    /**
     * The largest value.
     *
     * @return in the unit of {@link #scale()}
     */
    public float maximum() {
        float maximum = values[0];
        for (float value : values) {
            maximum = value > maximum ? value : maximum;
        }
        return maximum;
    }

    /**
     * One value.
     *
     * @param bin from 0 to {@code bins() - 1}
     * @param frame from 0 to {@code frames() - 1}
     * @return the value, in the unit of {@link #scale()}
     * @throws IndexOutOfBoundsException if there is no such value
     */
    public float value(int bin, int frame) {
        return values[bin * frames + Objects.checkIndex(frame, frames)];
    }

    /** The value at an index of {@link #values()}. */
    float at(int index) {
        return values[index];
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
     * @throws IndexOutOfBoundsException if there is no such value
     */
    public float[] bin(int bin) {
        Objects.checkIndex(bin, bins());
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
