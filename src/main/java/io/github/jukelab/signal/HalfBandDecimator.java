package io.github.jukelab.signal;

import io.github.jukelab.Progress;
import io.github.jukelab.SpecialFunctions;
import java.util.Arrays;

/**
 * Halves the sample rate, like {@link io.github.jukelab.audio.Resampler} at 2:1, with the same filter: a sinc under a
 * Kaiser window, {@code h(t) = 2 f sinc(2 f t) I0(b sqrt(1 - (t / 194.5)^2)) / I0(b)} for t up to 194. It computes in
 * double precision: after six halvings of a sound with loud high notes the low octaves are so quiet that the rounding
 * of a float transform would show in their chroma.
 *
 * <p>Blocks overlap by the filter's length and lie side by side in a {@link FrameFft} (overlap-save). Dropping every
 * other sample of a block adds the upper half of its spectrum to the lower half, so the inverse transform has half the
 * size.
 */
final class HalfBandDecimator {

    private static final double CUT_OFF = 0.23921796;
    private static final double SHAPE = 13.04008;
    private static final int REACH = 194;

    private static final int SIZE = 2048;
    private static final int HALF = SIZE / 2;
    /** Output samples per block. */
    private static final int OUTPUT_LENGTH = (SIZE - 2 * REACH) / 2;

    private static final int MAX_BLOCKS = 64;
    private static final double[] RESPONSE = response();

    private final int blocks;
    private final FrameFft forward;
    private final FrameFft inverse;

    /** For waves of any length; the number of blocks processed at a time is chosen for waves of this length. */
    HalfBandDecimator(int length) {
        this.blocks = Math.min(MAX_BLOCKS, length / 2 / OUTPUT_LENGTH + 1);
        this.forward = FrameFft.of(SIZE, blocks);
        this.inverse = FrameFft.of(HALF, blocks);
    }

    /** The filter's real spectrum, divided by the factor of the unscaled transforms. */
    private static double[] response() {
        FrameFft fft = FrameFft.of(SIZE, 1);
        for (int t = -REACH; t <= REACH; t++) {
            fft.samples(Math.floorMod(t, SIZE))[0] = tap(t) / SIZE;
        }
        fft.transform(1);
        double[] response = new double[HALF + 1];
        Arrays.setAll(response, k -> fft.real(k)[0]);
        return response;
    }

    private static double tap(int t) {
        double sinc = SpecialFunctions.sinc(2 * CUT_OFF * t);
        double inside = t / (REACH + 0.5);
        double window = SpecialFunctions.i0(SHAPE * Math.sqrt(1 - inside * inside));
        return 2 * CUT_OFF * sinc * window / SpecialFunctions.i0(SHAPE);
    }

    /** The wave at half its rate, {@code ceil(n / 2)} samples. */
    float[] apply(float[] sound) {
        int length = (sound.length + 1) / 2;
        int total = (length + OUTPUT_LENGTH - 1) / OUTPUT_LENGTH;
        float[] padded = new float[2 * OUTPUT_LENGTH * total + 2 * REACH];
        System.arraycopy(sound, 0, padded, REACH, sound.length);
        float[] half = new float[OUTPUT_LENGTH * total];
        for (int first = 0; first < total; first += blocks) {
            Progress.checkInterrupted();
            int count = Math.min(blocks, total - first);
            load(padded, 2 * OUTPUT_LENGTH * first, count);
            forward.transform(count);
            fold(count);
            inverse.transform(count);
            store(half, OUTPUT_LENGTH * first, count);
        }
        return Arrays.copyOf(half, length);
    }

    private void load(float[] padded, int start, int count) {
        for (int i = 0; i < SIZE; i++) {
            double[] row = forward.samples(i);
            for (int block = 0; block < count; block++) {
                row[block] = padded[start + i + 2 * OUTPUT_LENGTH * block];
            }
        }
    }

    /** Filters and folds. The inverse is a forward transform of real minus imaginary parts (Hartley transform). */
    private void fold(int count) {
        for (int k = 0; k <= HALF / 2; k++) {
            fold(k, HALF - k, inverse.samples(k), inverse.samples((HALF - k) % HALF), count);
        }
    }

    private void fold(int low, int high, double[] difference, double[] sum, int count) {
        double[] lowReal = forward.real(low);
        double[] lowImaginary = forward.imaginary(low);
        double[] highReal = forward.real(high);
        double[] highImaginary = forward.imaginary(high);
        double g = RESPONSE[low];
        double h = RESPONSE[high];
        for (int block = 0; block < count; block++) {
            double real = g * lowReal[block] + h * highReal[block];
            double imaginary = g * lowImaginary[block] - h * highImaginary[block];
            sum[block] = real + imaginary;
            difference[block] = real - imaginary;
        }
    }

    private void store(float[] half, int start, int count) {
        for (int i = 0; i < OUTPUT_LENGTH; i++) {
            int index = REACH / 2 + i;
            int bin = Math.min(index, HALF - index);
            int sign = index == bin ? -1 : 1;
            double[] real = inverse.real(bin);
            double[] imaginary = inverse.imaginary(bin);
            for (int block = 0; block < count; block++) {
                half[start + i + OUTPUT_LENGTH * block] = (float) (real[block] + sign * imaginary[block]);
            }
        }
    }
}
