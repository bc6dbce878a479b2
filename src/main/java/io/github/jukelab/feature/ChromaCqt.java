package io.github.jukelab.feature;

import io.github.jukelab.Require;
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
        return of(spectrogram, constantQ, 12, FrameNorm.INF);
    }

    /**
     * The chroma of a constant-Q transform with any number of classes.
     *
     * @param spectrogram magnitude, as in librosa, or power
     * @param constantQ its settings; a multiple of {@code classes} bins per octave
     * @param classes of the octave, at least 1
     * @param norm what frames are divided by
     * @return rows C to B, or {@code chroma1} to {@code chromaN} of other than 12 classes, 0 or more
     * @throws IllegalArgumentException if the spectrogram is in decibels or has other bins, or the bins per octave are
     *     not a multiple of the classes
     */
    public static FrameSeries of(Spectrogram spectrogram, ConstantQ constantQ, int classes, FrameNorm norm) {
        Require.atLeast("classes", 1, classes);
        Energies.require(spectrogram, "chroma cqt");
        if (spectrogram.bins() != constantQ.bins()) {
            throw new IllegalArgumentException(
                    "chroma cqt needs the " + constantQ.bins() + " bins of its transform, got " + spectrogram);
        }
        if (constantQ.binsPerOctave() % classes != 0) {
            throw new IllegalArgumentException(
                    "chroma cqt needs a multiple of " + classes + " bins per octave, got " + constantQ.binsPerOctave());
        }
        double[][] sums =
                sums(spectrogram, constantQ.binsPerOctave() / classes, classes, lowestClass(constantQ, classes));
        float[] values = new float[classes * spectrogram.frames()];
        norm.write(sums, values, 0, spectrogram.frames());
        return FrameSeries.owning("chroma cqt", "", PitchClasses.names(classes), values, spectrogram.secondsPerFrame());
    }

    /** The class of the lowest bin before tuning, from C on. */
    private static int lowestClass(ConstantQ constantQ, int classes) {
        double octavesAboveC4 = Math.log(constantQ.lowest() / 440) / Math.log(2) + 9 / 12.0;
        double share = octavesAboveC4 - Math.floor(octavesAboveC4);
        return (int) Math.rint(classes * share) % classes;
    }

    private static double[][] sums(Spectrogram spectrogram, int binsPerClass, int classes, int lowestClass) {
        double[][] sums = new double[classes][spectrogram.frames()];
        for (int k = 0; k < spectrogram.bins(); k++) {
            double[] sum = sums[(lowestClass + (k + binsPerClass / 2) / binsPerClass) % classes];
            for (int t = 0; t < sum.length; t++) {
                sum[t] += spectrogram.value(k, t);
            }
        }
        return sums;
    }
}
