package io.github.jukelab.feature;

import io.github.jukelab.signal.Spectrogram;
import java.util.Arrays;
import java.util.function.DoublePredicate;

/**
 * A band of spectral contrast.
 *
 * @param from first bin
 * @param to bin after the last
 * @param extremes number of bins averaged for a valley or a peak
 */
record ContrastBand(int from, int to, int extremes) {

    static final int COUNT = 7;

    private static final double LOWEST_EDGE = 200;
    private static final double SHARE = 0.02;

    /** Band 0 (lowest) to 6; the number of extremes is a share of the bins before the topmost one is dropped. */
    static ContrastBand of(Spectrogram spectrogram, int band) {
        double[] frequencies = spectrogram.frequencies();
        boolean top = band == COUNT - 1;
        int first = count(frequencies, f -> f < lowEdge(band));
        int end = top ? frequencies.length : count(frequencies, f -> f <= lowEdge(band + 1));
        if (end - first < (band == 0 ? 2 : 1)) {
            throw new IllegalArgumentException("spectral contrast needs more bins from " + lowEdge(band) + " to "
                    + lowEdge(band + 1) + " Hz, got " + frequencies.length + " from " + frequencies[0] + " to "
                    + frequencies[frequencies.length - 1] + " Hz");
        }
        int from = Math.max(0, first - 1);
        return new ContrastBand(from, top ? end : end - 1, (int) Math.max(1, Math.rint(SHARE * (end - from))));
    }

    /** Lower edge of a band in Hz: 0, 200, 400 and so on in octaves. */
    static double lowEdge(int band) {
        return band == 0 ? 0 : LOWEST_EDGE * (1 << (band - 1));
    }

    private static int count(double[] frequencies, DoublePredicate inside) {
        return (int) Arrays.stream(frequencies).filter(inside).count();
    }
}
