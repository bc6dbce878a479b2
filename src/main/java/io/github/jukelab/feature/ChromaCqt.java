package io.github.jukelab.feature;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.ConstantQ;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;

/**
 * Chroma from a constant-Q transform: the energy of each of the twelve pitch classes, over all octaves. There are three
 * bins per semitone over seven octaves from C1 on, shifted by the recording's {@link Tuning}. A class is the sum of the
 * magnitudes of its bin and the two beside it, over all octaves. It separates low notes better than {@link ChromaStft}.
 * Each frame is divided by its largest value, so the strongest class is 1; silent frames are 0.
 *
 * <p>Equal to {@code librosa.feature.chroma_cqt} to 1e-5; in frames 80 dB below the loudest, where librosa's
 * rounding of the resampled wave matters, to 1e-3. About 40 ms for 30 s, 11 of them for the tuning.
 *
 * <p>One chroma can be used for several features:
 *
 * <pre>{@code
 * var chroma = ChromaCqt.of(wave);
 * var cens = ChromaCens.of(chroma);
 * var tonnetz = Tonnetz.of(chroma);
 * }</pre>
 *
 * @see ConstantQ
 */
public final class ChromaCqt {

    /** 252 bins, 36 per octave, from C1 (32.7 Hz) on, every 512 samples: librosa's settings for chroma. */
    public static final ConstantQ CONSTANT_Q = ConstantQ.of(ConstantQ.LIBROSA.lowest(), 252, 36);

    private ChromaCqt() {}

    /**
     * The chroma of a wave with estimated tuning.
     *
     * @param wave of n samples, at 8411 Hz or more
     * @return rows C to B, {@code 1 + n / 512} frames, from 0 to 1
     * @throws IllegalArgumentException if the rate is too low for seven octaves
     */
    public static FrameSeries of(Wave wave) {
        return of(wave, Tuning.of(Spectrogram.of(wave, Stft.LIBROSA), CONSTANT_Q.binsPerOctave()));
    }

    /**
     * The chroma of a wave with a given tuning.
     *
     * @param wave of n samples, at 8411 Hz or more
     * @param tuning deviation from 440 Hz in 36ths of an octave
     * @return rows C to B, {@code 1 + n / 512} frames, from 0 to 1
     * @throws IllegalArgumentException if the rate is too low for seven octaves, or the tuning has other steps
     */
    public static FrameSeries of(Wave wave, Tuning tuning) {
        if (tuning.stepsPerOctave() != CONSTANT_Q.binsPerOctave()) {
            throw new IllegalArgumentException("chroma cqt needs a tuning in 36ths of an octave, got " + tuning);
        }
        ConstantQ tuned = CONSTANT_Q.withTuning(tuning.steps());
        return of(tuned.apply(wave), tuned);
    }

    /**
     * The chroma of a constant-Q transform.
     *
     * @param spectrogram magnitude, as in librosa, or power
     * @param constantQ its settings; a multiple of 12 bins per octave, the lowest at a semitone
     * @return rows C to B, from 0 to 1
     * @throws IllegalArgumentException if the spectrogram is in decibels or has other bins, or the bins per octave are
     *     not a multiple of 12
     */
    public static FrameSeries of(Spectrogram spectrogram, ConstantQ constantQ) {
        Energies.require(spectrogram, "chroma cqt");
        if (spectrogram.bins() != constantQ.bins()) {
            throw new IllegalArgumentException(
                    "chroma cqt needs the " + constantQ.bins() + " bins of its transform, got " + spectrogram);
        }
        if (constantQ.binsPerOctave() % 12 != 0) {
            throw new IllegalArgumentException(
                    "chroma cqt needs a multiple of 12 bins per octave, got " + constantQ.binsPerOctave());
        }
        double[][] sums = sums(spectrogram, constantQ.binsPerOctave() / 12, lowestClass(constantQ));
        return FrameSeries.owning(
                "chroma cqt", "", ChromaStft.PITCH_CLASSES, normalised(sums), spectrogram.secondsPerFrame());
    }

    /** Semitones above C of the lowest bin before tuning. */
    private static int lowestClass(ConstantQ constantQ) {
        long aboveA4 = Math.round(12 * Math.log(constantQ.lowest() / 440) / Math.log(2));
        return (int) Math.floorMod(aboveA4 + 9, 12L);
    }

    private static double[][] sums(Spectrogram spectrogram, int binsPerSemitone, int lowestClass) {
        double[][] sums = new double[12][spectrogram.frames()];
        for (int k = 0; k < spectrogram.bins(); k++) {
            double[] sum = sums[(lowestClass + (k + binsPerSemitone / 2) / binsPerSemitone) % 12];
            for (int t = 0; t < sum.length; t++) {
                sum[t] += spectrogram.value(k, t);
            }
        }
        return sums;
    }

    private static float[] normalised(double[][] sums) {
        int frames = sums[0].length;
        float[] values = new float[sums.length * frames];
        for (int t = 0; t < frames; t++) {
            double largest = 0;
            for (double[] sum : sums) {
                largest = Math.max(largest, sum[t]);
            }
            for (int c = 0; c < sums.length; c++) {
                values[c * frames + t] = (float) (sums[c][t] / PitchClasses.divisor(largest));
            }
        }
        return values;
    }
}
