package io.github.jukelab.feature;

import io.github.jukelab.signal.Spectrogram;

/**
 * The centre of gravity of each frame's spectrum: the mean of the frequencies, weighted with the magnitudes. A high
 * centroid means a bright sound.
 *
 * <p>{@code sum(f S) / sum(S)}; frames whose sum is below the smallest normal float (silence) give 0. Equal to
 * {@code librosa.feature.spectral_centroid} to 1e-5 relative.
 *
 * <p>Notebook: 01-explore-gtzan
 */
public final class SpectralCentroid {

    private SpectralCentroid() {}

    /**
     * The centroid of each frame.
     *
     * @param spectrogram magnitude, as in librosa, or power
     * @return one row in Hz
     * @throws IllegalArgumentException if the spectrogram is in decibels
     */
    public static FrameSeries of(Spectrogram spectrogram) {
        Energies.require(spectrogram, "spectral centroid");
        return Energies.series(
                "spectral centroid", "Hz", Moments.of(spectrogram).centroids(), spectrogram);
    }
}
