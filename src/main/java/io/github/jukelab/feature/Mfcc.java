package io.github.jukelab.feature;

import io.github.jukelab.signal.Dct;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Mel-frequency cepstral coefficients: the orthonormal cosine transform of the mel bands in decibels. The first
 * coefficient measures the level of a frame, the next ones the coarse shape of its spectrum, that is, its timbre.
 *
 * <p>A power spectrogram is first converted to decibels with reference 1 and a range of 80 dB. Equal to
 * {@code librosa.feature.mfcc} to 2e-3; silence gives -1131.37 (for 128 bands) in the first coefficient and 0 in the
 * others.
 *
 * <p>Notebook: 01-explore-gtzan
 *
 * @see <a href="https://doi.org/10.1109/TASSP.1980.1163420">Davis and Mermelstein (1980)</a>
 */
public final class Mfcc {

    private Mfcc() {}

    /**
     * The first coefficients of each frame.
     *
     * @param mel mel spectrogram, in power or decibels
     * @param coefficients their number, from 1 to the number of bands; 13 and 20 are usual
     * @return rows {@code mfcc1} to {@code mfccN}, without unit
     * @throws IllegalArgumentException if the number is out of range or the spectrogram holds magnitudes
     */
    public static FrameSeries of(Spectrogram mel, int coefficients) {
        if (mel.scale() == Scale.MAGNITUDE) {
            throw new IllegalArgumentException("mfcc needs mel bands in power or decibels, got " + mel);
        }
        Dct dct = Dct.of(mel.bins(), coefficients);
        Spectrogram decibels = mel.scale() == Scale.DECIBEL ? mel : mel.toDecibels();
        return FrameSeries.owning("mfcc", "", rows(coefficients), dct.apply(decibels), mel.secondsPerFrame());
    }

    private static List<String> rows(int coefficients) {
        return IntStream.rangeClosed(1, coefficients).mapToObj(k -> "mfcc" + k).toList();
    }
}
