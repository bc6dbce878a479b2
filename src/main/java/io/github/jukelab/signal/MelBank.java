package io.github.jukelab.signal;

import java.util.Arrays;

/**
 * Overlapping triangular filters, evenly spaced on the mel scale, that sum the bins of a spectrogram to fewer bands,
 * similar to the ear. Band {@code i} rises from the centre of band {@code i - 1} to its own and falls to that of band
 * {@code i + 1}. Each triangle is scaled to area 1 over Hz (Slaney's norm: times 2 / width), so that white noise has
 * the same level in all bands.
 *
 * <p>A band narrower than one bin may contain no bin and is then 0; use fewer bands or a larger frame. Weights are
 * equal to {@code librosa.filters.mel} to float rounding.
 *
 * <p>Notebook: 04-mel-windows
 *
 * @param bands number of filters, at least 1
 * @param rate of the waves the bank is for, in Hz, positive
 * @param fMin where the first band begins, Hz, 0 or more
 * @param fMax where the last band ends, Hz, above {@code fMin}, at most {@code rate / 2}
 * @param scale the mel scale
 */
public record MelBank(int bands, int rate, double fMin, double fMax, MelScale scale) {

    /**
     * Checks the ranges.
     *
     * @param bands number of filters
     * @param rate in Hz
     * @param fMin lower end in Hz
     * @param fMax upper end in Hz
     * @param scale the mel scale
     * @throws IllegalArgumentException if there is no band, the rate is not positive, or the range is not within 0 to
     *     half the rate
     */
    public MelBank {
        if (bands < 1) {
            throw new IllegalArgumentException("a mel bank needs at least 1 band, got " + bands);
        }
        if (rate < 1) {
            throw new IllegalArgumentException("rate must be positive, got " + rate);
        }
        if (!(fMin >= 0 && fMin < fMax && fMax <= rate / 2.0)) {
            throw new IllegalArgumentException(
                    "mel range must ascend within 0 to " + rate / 2.0 + " Hz, got " + fMin + " to " + fMax);
        }
    }

    /**
     * A bank over all frequencies on Slaney's scale, as librosa's default.
     *
     * @param bands number of filters, at least 1; 128 is usual
     * @param rate of the waves it is for, in Hz, positive
     * @return the bank
     * @throws IllegalArgumentException if there is no band or the rate is not positive
     */
    public static MelBank of(int bands, int rate) {
        return new MelBank(bands, rate, 0, rate / 2.0, MelScale.SLANEY);
    }

    /**
     * The same bank on HTK's mel scale.
     *
     * @return a new bank
     */
    public MelBank htk() {
        return new MelBank(bands, rate, fMin, fMax, MelScale.HTK);
    }

    /**
     * The same number of bands over another range.
     *
     * @param fMin where the first band begins, Hz, 0 or more
     * @param fMax where the last band ends, Hz, above {@code fMin}, at most half the rate
     * @return a new bank
     * @throws IllegalArgumentException if the range is not within 0 to half the rate
     */
    public MelBank withRange(double fMin, double fMax) {
        return new MelBank(bands, rate, fMin, fMax, scale);
    }

    /**
     * The centre frequency of each band.
     *
     * @return Hz, ascending, shape [band]
     */
    public double[] frequencies() {
        return Arrays.copyOfRange(corners(), 1, bands + 1);
    }

    /**
     * The filters as a matrix, mostly zeros; for plots.
     *
     * @param frequencies centre frequency of each bin in Hz, ascending, shape [bin]
     * @return shape [band][bin], 0 or more, in 1/Hz
     */
    public float[][] weights(double[] frequencies) {
        float[][] weights = new float[bands][frequencies.length];
        Filter[] filters = triangles(frequencies, MelNorm.SLANEY);
        for (int band = 0; band < bands; band++) {
            Filter filter = filters[band];
            System.arraycopy(filter.weights, 0, weights[band], filter.first, filter.weights.length);
        }
        return weights;
    }

    /**
     * The power in each band. A magnitude spectrogram is squared first, as a mel spectrogram sums powers. Silence gives
     * zeros. Equal to {@code librosa.feature.melspectrogram} to 1e-5 relative.
     *
     * @param spectrogram magnitude or power, [bin, frame]
     * @return power, [band, frame], with the band centres as frequencies
     * @throws IllegalArgumentException if the spectrogram is in decibels or ends below {@code fMax}
     */
    public Spectrogram apply(Spectrogram spectrogram) {
        return apply(spectrogram, MelNorm.SLANEY);
    }

    /**
     * The power in each band with filters of another height; see {@link #apply(Spectrogram)}.
     *
     * @param spectrogram magnitude or power, [bin, frame]
     * @param norm the height of the triangles
     * @return power, [band, frame], with the band centres as frequencies
     * @throws IllegalArgumentException if the spectrogram is in decibels or ends below {@code fMax}
     */
    public Spectrogram apply(Spectrogram spectrogram, MelNorm norm) {
        if (spectrogram.scale() == Scale.DECIBEL) {
            throw new IllegalArgumentException("mel bands are sums of powers, got a spectrogram in decibels");
        }
        Filter[] filters = filters(spectrogram.frequencies(), norm);
        float[] values = new float[bands * spectrogram.frames()];
        for (int band = 0; band < bands; band++) {
            filters[band].addTo(values, band * spectrogram.frames(), spectrogram);
        }
        return Spectrogram.owning(values, frequencies(), Scale.POWER, spectrogram.secondsPerFrame());
    }

    private double[] corners() {
        double low = scale.toMel(fMin);
        double step = (scale.toMel(fMax) - low) / (bands + 1);
        double[] corners = new double[bands + 2];
        Arrays.setAll(corners, i -> scale.toHertz(low + i * step));
        return corners;
    }

    /**
     * The triangles for a spectrum, lowest first.
     *
     * @param frequencies of a spectrum's bins in Hz, ascending
     * @throws IllegalArgumentException if they end below the highest band
     */
    Filter[] filters(double[] frequencies, MelNorm norm) {
        double top = frequencies[frequencies.length - 1] + frequencies[frequencies.length - 1] / frequencies.length;
        if (fMax > top) {
            throw new IllegalArgumentException("mel bands up to " + fMax
                    + " Hz need a spectrogram up to that frequency, got one up to " + top + " Hz");
        }
        return triangles(frequencies, norm);
    }

    private Filter[] triangles(double[] frequencies, MelNorm norm) {
        double[] corners = corners();
        Filter[] filters = new Filter[bands];
        Arrays.setAll(filters, i -> Filter.of(corners[i], corners[i + 1], corners[i + 2], norm, frequencies));
        return filters;
    }

    /** One triangle: the weights of the bins strictly inside it. */
    static final class Filter {

        private final int first;
        private final float[] weights;

        private Filter(int first, float[] weights) {
            this.first = first;
            this.weights = weights;
        }

        static Filter of(double low, double centre, double high, MelNorm norm, double[] frequencies) {
            int first = above(low, frequencies);
            int end = Math.max(first, above(high, frequencies));
            float[] weights = new float[end - first];
            double scale = norm == MelNorm.SLANEY ? 2 / (high - low) : 1;
            for (int i = 0; i < weights.length; i++) {
                double hertz = frequencies[first + i];
                double height = Math.min((hertz - low) / (centre - low), (high - hertz) / (high - centre));
                weights[i] = (float) ((float) Math.max(0, height) * scale);
            }
            return new Filter(first, weights);
        }

        /** Index of the first bin above a frequency; the number of bins if there is none. */
        private static int above(double hertz, double[] frequencies) {
            int index = Arrays.binarySearch(frequencies, hertz);
            return index < 0 ? -index - 1 : index + 1;
        }

        /** Index of its lowest bin. */
        int first() {
            return first;
        }

        /** Index after its highest bin. */
        int end() {
            return first + weights.length;
        }

        /** Of a bin from {@link #first} to before {@link #end}. */
        float weight(int bin) {
            return weights[bin - first];
        }

        void addTo(float[] sums, int offset, Spectrogram spectrogram) {
            boolean square = spectrogram.scale() == Scale.MAGNITUDE;
            for (int i = 0; i < weights.length; i++) {
                if (square) {
                    addSquares(sums, offset, spectrogram, first + i, weights[i]);
                } else {
                    addPowers(sums, offset, spectrogram, first + i, weights[i]);
                }
            }
        }

        private static void addSquares(float[] sums, int offset, Spectrogram magnitude, int bin, float weight) {
            int frames = magnitude.frames();
            for (int t = 0; t < frames; t++) {
                float value = magnitude.value(bin, t);
                sums[offset + t] += weight * (value * value);
            }
        }

        private static void addPowers(float[] sums, int offset, Spectrogram power, int bin, float weight) {
            int frames = power.frames();
            for (int t = 0; t < frames; t++) {
                sums[offset + t] += weight * power.value(bin, t);
            }
        }
    }
}
