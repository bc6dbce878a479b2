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

    /**
     * A band; the number of extremes is a share of the bins before the topmost one is dropped.
     *
     * @param edges lower edges of the bands, Hz
     * @param band from 0
     * @param share of the bins that are averaged
     */
    static ContrastBand of(Spectrogram spectrogram, double[] edges, int band, double share) {
        double[] frequencies = spectrogram.frequencies();
        boolean top = band == edges.length - 1;
        int first = count(frequencies, f -> f < edges[band]);
        int end = top ? frequencies.length : count(frequencies, f -> f <= edges[band + 1]);
        if (end - first < (band == 0 ? 2 : 1)) {
            String above = top ? "above " + edges[band] : "from " + edges[band] + " to " + edges[band + 1];
            throw new IllegalArgumentException(
                    "spectral contrast needs more bins " + above + " Hz, got " + frequencies.length + " from "
                            + frequencies[0] + " to " + frequencies[frequencies.length - 1] + " Hz");
        }
        int from = Math.max(0, first - 1);
        int to = top ? end : end - 1;
        int extremes = (int) Math.max(1, Math.rint(share * (end - from)));
        return new ContrastBand(from, to, Math.min(extremes, to - from));
    }

    /** The lower edges in Hz: 0, then {@code octaves} from {@code lowest} on, and all above. */
    static double[] edges(double lowest, int octaves) {
        double[] edges = new double[octaves + 1];
        for (int band = 1; band < edges.length; band++) {
            edges[band] = Math.scalb(lowest, band - 1);
        }
        return edges;
    }

    private static int count(double[] frequencies, DoublePredicate inside) {
        return (int) Arrays.stream(frequencies).filter(inside).count();
    }
}
