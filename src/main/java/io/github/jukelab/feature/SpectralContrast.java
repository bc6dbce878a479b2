package io.github.jukelab.feature;

import io.github.jukelab.Require;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.util.stream.IntStream;

/**
 * The level difference between peaks and valleys of each frame's spectrum, in seven bands: up to 200 Hz, five octaves
 * from 200 to 6400 Hz, and all above. Clear tones have a high contrast, noise a low one.
 *
 * <p>In each band the valley is the mean of the lowest 2 % of the values (at least one), the peak that of the highest.
 * Both are converted to decibels like powers (floor at 1e-10, and 80 dB below the largest of all bands and frames); the
 * contrast is their difference. As in librosa, each band except the lowest includes the bin below it, and each except
 * the highest excludes its topmost bin. Silence gives 0. Equal to {@code librosa.feature.spectral_contrast} to 2e-3 dB;
 * about 4 ms for 30 s, without the transform.
 *
 * <p>Notebook: 01-explore-gtzan
 *
 * @see <a href="https://doi.org/10.1109/ICME.2002.1035731">Jiang et al. (2002)</a>
 */
public final class SpectralContrast {

    private static final double LOWEST = 200;
    private static final int OCTAVES = 6;
    private static final double SHARE = 0.02;
    /** Frames processed at once: few enough to stay in the L1 cache. */
    private static final int BLOCK = 256;

    private SpectralContrast() {}

    /**
     * The contrast of a wave.
     *
     * @param wave of n samples
     * @param stft frame size, hop, padding
     * @return rows {@code contrast1} to {@code contrast7} in dB, low bands first, {@code stft.frames(n)} frames
     * @throws IllegalArgumentException if the wave is too short for these settings, or a band has too few bins
     */
    public static FrameSeries of(Wave wave, Stft stft) {
        return of(Spectrogram.of(wave, stft));
    }

    /**
     * The contrast of a spectrogram.
     *
     * @param spectrogram magnitude, as in librosa, or power; at least two bins up to 200 Hz and one in each other band
     * @return rows {@code contrast1} to {@code contrast7} in dB, low bands first
     * @throws IllegalArgumentException if the spectrogram is in decibels or a band has too few bins
     */
    public static FrameSeries of(Spectrogram spectrogram) {
        return of(spectrogram, LOWEST, OCTAVES, SHARE);
    }

    /**
     * The contrast in other bands: one up to a frequency, octaves from there on, of which the last has all bins above.
     *
     * @param spectrogram magnitude or power; at least two bins in the lowest band and one in each other band
     * @param lowest upper edge of the first band, positive, Hz; 200 is usual
     * @param octaves number of the bands above it, at least 1; 6 is usual
     * @param share of a band's bins that are a valley or a peak, from 0 to 1; 0.02 is usual
     * @return rows {@code contrast1} to {@code contrastN} in dB, low bands first, {@code octaves + 1} of them
     * @throws IllegalArgumentException if the spectrogram is in decibels, a number is out of range, or a band has too
     *     few bins
     */
    public static FrameSeries of(Spectrogram spectrogram, double lowest, int octaves, double share) {
        Energies.require(spectrogram, "spectral contrast");
        Require.positive("lowest edge", lowest);
        Require.atLeast("octaves", 1, octaves);
        if (!(share >= 0 && share <= 1)) {
            throw new IllegalArgumentException("the share of a band must be from 0 to 1, got " + share);
        }
        double[] edges = ContrastBand.edges(lowest, octaves);
        int frames = spectrogram.frames();
        float[] valleys = new float[edges.length * frames];
        float[] peaks = new float[valleys.length];
        for (int band = 0; band < edges.length; band++) {
            ContrastBand bins = ContrastBand.of(spectrogram, edges, band, share);
            for (int from = 0; from < frames; from += BLOCK) {
                Extremes extremes = new Extremes(bins.extremes(), Math.min(BLOCK, frames - from));
                for (int bin = bins.from(); bin < bins.to(); bin++) {
                    extremes.add(spectrogram, bin, from);
                }
                extremes.writeMeans(valleys, peaks, band * frames + from);
            }
        }
        return FrameSeries.owning(
                "spectral contrast",
                "dB",
                IntStream.rangeClosed(1, edges.length)
                        .mapToObj(band -> "contrast" + band)
                        .toList(),
                difference(peaks, valleys, edges, spectrogram.secondsPerFrame()),
                spectrogram.secondsPerFrame());
    }

    private static float[] difference(float[] peaks, float[] valleys, double[] edges, double secondsPerFrame) {
        float[] contrasts = decibels(peaks, edges, secondsPerFrame).values();
        Spectrogram depths = decibels(valleys, edges, secondsPerFrame);
        for (int i = 0; i < contrasts.length; i++) {
            contrasts[i] -= depths.value(i / depths.frames(), i % depths.frames());
        }
        return contrasts;
    }

    /** Converted like powers, although they are magnitudes, as in librosa. */
    private static Spectrogram decibels(float[] values, double[] edges, double secondsPerFrame) {
        return Spectrogram.of(values, edges, Scale.POWER, secondsPerFrame).toDecibels();
    }
}
