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
        return of(mel, Dct.of(mel.bins(), coefficients), 0);
    }

    /**
     * The coefficients of any cosine transform, liftered.
     *
     * @param mel mel spectrogram, in power or decibels
     * @param dct from the number of bands to the number of coefficients
     * @param lifter 0 for none; else coefficient {@code n}, from 1 on, is multiplied by
     *     {@code 1 + lifter / 2 sin(pi n / lifter)}, which raises the higher ones
     * @return rows {@code mfcc1} to {@code mfccN}, without unit
     * @throws IllegalArgumentException if the transform takes another number of bands, the lifter is negative or not
     *     finite, or the spectrogram holds magnitudes
     */
    public static FrameSeries of(Spectrogram mel, Dct dct, double lifter) {
        if (!(lifter >= 0 && lifter < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("lifter must be 0 or more, got " + lifter);
        }
        if (mel.scale() == Scale.MAGNITUDE) {
            throw new IllegalArgumentException("mfcc needs mel bands in power or decibels, got " + mel);
        }
        Spectrogram decibels = mel.scale() == Scale.DECIBEL ? mel : mel.toDecibels();
        float[] values = dct.apply(decibels);
        if (lifter > 0) {
            lift(values, mel.frames(), lifter);
        }
        return FrameSeries.owning("mfcc", "", rows(values.length / mel.frames()), values, mel.secondsPerFrame());
    }

    private static void lift(float[] values, int frames, double lifter) {
        for (int i = 0; i < values.length; i++) {
            int n = 1 + i / frames;
            values[i] *= (float) (1 + lifter / 2 * Math.sin(Math.PI * n / lifter));
        }
    }

    private static List<String> rows(int coefficients) {
        return IntStream.rangeClosed(1, coefficients).mapToObj(k -> "mfcc" + k).toList();
    }
}
