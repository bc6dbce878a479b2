package io.github.jukelab.signal;

import java.util.Arrays;

/**
 * The filters of one octave of a constant-Q transform. Each is a complex sinusoid under a Hann window, given by its
 * spectrum; the strongest bins are kept that make up 99 % of its sum. As windows are symmetric, spectra are real except
 * for the phase that {@link BandSpectra} removes.
 */
final class ConstantQFilters {

    private static final double DROPPED = 0.01;

    private final double lowest;
    private final int nFft;
    private final int firstBin;
    /** Shape [bin - firstBin][filter]; 0 where a filter does not keep a bin. */
    private final double[][] weights;

    private ConstantQFilters(double lowest, int nFft, int firstBin, double[][] weights) {
        this.lowest = lowest;
        this.nFft = nFft;
        this.firstBin = firstBin;
        this.weights = weights;
    }

    /**
     * Filters of neighbouring bins.
     *
     * @param lowest the lowest frequency in cycles per sample
     * @param count number of filters
     * @param settings their spacing and width
     */
    static ConstantQFilters of(double lowest, int count, ConstantQ settings) {
        int nFft = 1;
        while (nFft < settings.q() / lowest) {
            nFft *= 2;
        }
        double[][] weights = new double[nFft / 2 + 1][count];
        for (int i = 0; i < count; i++) {
            double frequency = lowest * Math.pow(2, (double) i / settings.binsPerOctave());
            double[] spectrum = spectrum(frequency, settings.q() / frequency, nFft);
            dropWeakest(spectrum);
            for (int k = 0; k < spectrum.length; k++) {
                weights[k][i] = spectrum[k];
            }
        }
        return kept(lowest, nFft, weights);
    }

    private static ConstantQFilters kept(double lowest, int nFft, double[][] weights) {
        int first = 0;
        while (isZero(weights[first])) {
            first++;
        }
        int end = weights.length;
        while (isZero(weights[end - 1])) {
            end--;
        }
        return new ConstantQFilters(lowest, nFft, first, Arrays.copyOfRange(weights, first, end));
    }

    private static boolean isZero(double[] row) {
        return Arrays.stream(row).allMatch(weight -> weight == 0);
    }

    /** The spectrum of a sinusoid under a window of the given length whose weights sum to 1. */
    private static double[] spectrum(double frequency, double length, int nFft) {
        int samples = 2 * (int) (length / 2) + 1;
        double lobe = Math.pow(Math.sin(Math.PI / samples), 2);
        double scale = 2.0 / samples / nFft;
        double[] spectrum = new double[nFft / 2 + 1];
        Arrays.setAll(spectrum, k -> scale * hann(frequency - (double) k / nFft, samples, lobe));
        return spectrum;
    }

    /**
     * The spectrum of a periodic Hann window, x cycles per sample from the middle of its main lobe, x within -0.5 to
     * 0.5. At 0 and {@code 1 / samples}, where the formula is 0 / 0, it is evaluated at a point close by.
     */
    private static double hann(double x, int samples, double lobe) {
        double sin = Math.sin(Math.PI * x);
        double divisor = 2 * sin * (lobe - sin * sin);
        if (divisor == 0) {
            return hann(x + 1e-9, samples, lobe);
        }
        return Math.sin(Math.PI * samples * x) * Math.sqrt(1 - sin * sin) * lobe / divisor;
    }

    private static void dropWeakest(double[] spectrum) {
        double[] ascending = Arrays.stream(spectrum).map(Math::abs).sorted().toArray();
        double rest = DROPPED * Arrays.stream(ascending).sum();
        int weakest = 0;
        for (double sum = ascending[0]; sum < rest; sum += ascending[weakest]) {
            weakest++;
        }
        double threshold = ascending[weakest];
        Arrays.setAll(spectrum, k -> Math.abs(spectrum[k]) < threshold ? 0 : spectrum[k]);
    }

    /** Whether these are {@code count} filters from the same lowest frequency on, except for rounding. */
    boolean match(double lowest, int count) {
        return weights[0].length == count && Math.abs(lowest - this.lowest) < 1e-9 * lowest;
    }

    /** The spectra to which these filters are applied. */
    BandSpectra spectra(float[] sound, int hop) {
        return SlidingSpectra.suits(nFft, hop)
                ? new SlidingSpectra(sound, nFft, hop)
                : new FramewiseSpectra(sound, nFft, hop);
    }

    /**
     * Computes the response of each filter.
     *
     * @param spectra with frames loaded
     * @param responses one per filter; overwritten
     * @param count number of frames
     */
    void apply(BandSpectra spectra, ComplexRow[] responses, int count) {
        for (ComplexRow response : responses) {
            response.clear();
        }
        for (int k = 0; k < weights.length; k++) {
            ComplexRow bin = spectra.bin(firstBin + k);
            for (int i = 0; i < responses.length; i++) {
                if (weights[k][i] != 0) {
                    responses[i].add(weights[k][i], bin, count);
                }
            }
        }
    }
}
