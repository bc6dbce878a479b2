package io.github.jukelab.feature;

import io.github.jukelab.signal.Spectrogram;

/**
 * The spread of each frame's spectrum around its {@link SpectralCentroid}: the standard deviation of the frequencies,
 * weighted with the magnitudes. A pure tone is narrow, noise is wide.
 *
 * <p>{@code sqrt(sum(S (f - centroid)^2) / sum(S))}; silent frames give 0. The variance is computed as mean square
 * minus squared mean, so a spectrum with a single bin may give up to 1e-3 Hz by rounding. Equal to
 * {@code librosa.feature.spectral_bandwidth} with {@code p = 2} to 1e-5 relative.
 */
public final class SpectralBandwidth {

    private SpectralBandwidth() {}

    /**
     * The bandwidth of each frame.
     *
     * @param spectrogram magnitude, as in librosa, or power
     * @return one row in Hz
     * @throws IllegalArgumentException if the spectrogram is in decibels
     */
    public static FrameSeries of(Spectrogram spectrogram) {
        Energies.require(spectrogram, "spectral bandwidth");
        double[] widths = Moments.of(spectrogram).variances();
        for (int t = 0; t < widths.length; t++) {
            widths[t] = Math.sqrt(widths[t]);
        }
        return Energies.series("spectral bandwidth", "Hz", widths, spectrogram);
    }
}
