package io.github.jukelab.signal;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jtransforms.fft.DoubleFFT_1D;

/**
 * The Fourier transform of real frames of one size, in double precision. Its tables are computed once per size and only
 * read afterwards, so any number of threads may share them.
 */
final class Fft {

    private static final Map<Integer, DoubleFFT_1D> PLANS = new ConcurrentHashMap<>();

    private final int size;
    private final DoubleFFT_1D plan;

    private Fft(int size, DoubleFFT_1D plan) {
        this.size = size;
        this.plan = plan;
    }

    static Fft of(int size) {
        return new Fft(size, PLANS.computeIfAbsent(size, DoubleFFT_1D::new));
    }

    /** Length of the arrays that {@link #transform} works in: real and imaginary part of every bin. */
    int bufferLength() {
        return 2 * (size / 2 + 1);
    }

    /**
     * Transforms samples to their spectrum, in place.
     *
     * @param data in: the samples in the first {@code size} elements; out: of bin {@code k} the real part at
     *     {@code 2 k} and the imaginary part at {@code 2 k + 1}
     */
    void transform(double[] data) {
        plan.realForward(data);
        // JTransforms stores the last bin's real part, or for odd sizes its imaginary part, at index 1.
        double last = size > 1 ? data[1] : 0;
        data[1] = 0;
        data[size] = last;
        if (size % 2 == 0) {
            data[size + 1] = 0;
        }
    }

    /**
     * Transforms a spectrum back to samples, in place: the inverse of {@link #transform}. The imaginary parts of bin 0
     * and, for even sizes, of the last bin count as 0.
     *
     * @param data in: the bins as {@link #transform} leaves them; out: the samples in the first {@code size} elements
     */
    void inverse(double[] data) {
        if (size > 1) {
            data[1] = data[size];
        }
        plan.realInverse(data, true);
    }
}
