package io.github.jukelab.signal;

/**
 * The shapes of windows that librosa's {@code window} names, as {@code scipy.signal.get_window} defines them. All are
 * periodic: weight {@code i} of {@code n} is the shape at {@code i / n} of its width.
 *
 * <p>The sums of cosines are {@code a0 - a1 cos(2 pi x) + a2 cos(4 pi x) - ...}. The more of them, the weaker is what
 * leaks into far bins, and the wider is the peak of a tone.
 */
public enum WindowShape {
    /** All weights are 1. */
    BOXCAR(1),
    /** A raised cosine, 0 at the ends; librosa's default. */
    HANN(0.5, 0.5),
    /** A raised cosine on a pedestal of 0.08. */
    HAMMING(0.54, 0.46),
    /** Three cosines. */
    BLACKMAN(0.42, 0.5, 0.08),
    /** Four cosines with the weakest side lobes. */
    BLACKMANHARRIS(0.35875, 0.48829, 0.14128, 0.01168),
    /** Nuttall's four cosines. */
    NUTTALL(0.3635819, 0.4891775, 0.1365995, 0.0106411),
    /** Five cosines: the height of a tone's peak hardly depends on its place between two bins. */
    FLATTOP(0.21557895, 0.41663158, 0.277263158, 0.083578947, 0.006947368),
    /** A triangle, 0 at the ends. */
    BARTLETT((i, n) -> 1 - Math.abs(2.0 * i / n - 1)),
    /** Half a period of a sine; its weights are never 0. */
    COSINE((i, n) -> Math.sin(Math.PI * (i + 0.5) / (n + 1)));

    /** One weight. */
    private interface Weight {
        double at(int index, int length);
    }

    private final Weight weight;

    WindowShape(double... terms) {
        this((i, n) -> sum(terms, i, n));
    }

    WindowShape(Weight weight) {
        this.weight = weight;
    }

    private static double sum(double[] terms, int index, int length) {
        double sum = terms[0];
        for (int k = 1; k < terms.length; k++) {
            sum += (k % 2 == 0 ? 1 : -1) * terms[k] * Math.cos(2 * Math.PI * k * index / length);
        }
        return sum;
    }

    /** One weight of a window of at least two. */
    double weight(int index, int length) {
        return weight.at(index, length);
    }
}
