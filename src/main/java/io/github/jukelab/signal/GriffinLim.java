package io.github.jukelab.signal;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import java.util.SplittableRandom;

/**
 * Estimates a wave from magnitudes alone, to listen to a spectrogram. Phases start at random; each iteration computes
 * the wave and its transform, whose phases it combines with the given magnitudes. The magnitudes of the transform come
 * closer to the given ones every time. This is the fast variant, which subtracts 0.99 / 1.99 of the previous transform
 * from each.
 *
 * <p>The definition is that of {@code librosa.griffinlim}. The initial phases differ, so samples differ too, but the
 * magnitudes are approximated equally well. The phases of the original are not recovered: clicks smear, tones waver.
 *
 * <p>Notebook: 08-augmentation
 *
 * @see <a href="https://doi.org/10.1109/TASSP.1984.1164317">Griffin and Lim (1984)</a>
 * @see <a href="https://doi.org/10.1109/WASPAA.2013.6701851">Perraudin, Balazs and Søndergaard (2013)</a>
 */
public final class GriffinLim {

    /** The weight of the previous transform: momentum / (1 + momentum) with librosa's momentum of 0.99. */
    private static final float PREVIOUS_WEIGHT = (float) (0.99 / 1.99);

    private GriffinLim() {}

    /**
     * A wave with approximately the given magnitudes, without progress reports.
     *
     * @param magnitude of a transform with the settings {@code stft}
     * @param stft settings of the transform
     * @param iterations 0 or more; 32 is usual, 0 leaves the phases random
     * @param seed of the initial phases
     * @return the shortest wave with the same number of frames
     * @throws IllegalArgumentException as {@link #of(Spectrogram, Stft, int, long, Progress)} does
     */
    public static Wave of(Spectrogram magnitude, Stft stft, int iterations, long seed) {
        return of(magnitude, stft, iterations, seed, Progress.NONE);
    }

    /**
     * A wave with approximately the given magnitudes. Zeros give silence. Each iteration takes about 40 ms for
     * 30 s of sound.
     *
     * @param magnitude of a transform with the settings {@code stft}
     * @param stft settings of the transform
     * @param iterations 0 or more; 32 is usual, 0 leaves the phases random
     * @param seed of the initial phases
     * @param progress called after each iteration
     * @return the shortest wave with the same number of frames; with centred frames of even size {@code hop} samples
     *     for each frame except the first, at least 1
     * @throws IllegalArgumentException if the spectrogram is not in magnitudes, its bins are not those of the settings,
     *     the number of iterations is negative, or the wave is too short for its padding
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static Wave of(Spectrogram magnitude, Stft stft, int iterations, long seed, Progress progress) {
        require(magnitude, stft, iterations);
        float[] magnitudes = magnitude.values();
        ComplexSpectrogram estimate = random(magnitude, stft, seed);
        ComplexSpectrogram previous = estimate;
        for (int i = 1; i <= iterations; i++) {
            Progress.checkInterrupted();
            ComplexSpectrogram rebuilt = ComplexSpectrogram.of(estimate.toWave(), stft);
            estimate = rebuilt.rephased(previous, i == 1 ? 0 : PREVIOUS_WEIGHT, magnitudes);
            previous = rebuilt;
            progress.report(i, iterations, "phases");
        }
        return estimate.toWave();
    }

    private static void require(Spectrogram magnitude, Stft stft, int iterations) {
        if (magnitude.scale() != Scale.MAGNITUDE) {
            throw new IllegalArgumentException("Griffin-Lim needs magnitudes, got " + magnitude);
        }
        if (magnitude.bins() != stft.bins()) {
            throw new IllegalArgumentException(stft + " gives " + stft.bins() + " bins, got " + magnitude);
        }
        if (iterations < 0) {
            throw new IllegalArgumentException("iterations must be 0 or more, got " + iterations);
        }
    }

    private static ComplexSpectrogram random(Spectrogram magnitude, Stft stft, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] real = magnitude.values();
        float[] imaginary = real.clone();
        for (int i = 0; i < real.length; i++) {
            double phase = 2 * Math.PI * random.nextDouble();
            real[i] *= (float) Math.cos(phase);
            imaginary[i] *= (float) Math.sin(phase);
        }
        int rate = (int) Math.round(stft.hop() / magnitude.secondsPerFrame());
        return new ComplexSpectrogram(
                real, imaginary, stft, Window.hann(stft.nFft()), rate, length(stft, magnitude.frames()));
    }

    private static int length(Stft stft, int frames) {
        Frames framing = stft.framing();
        return Math.max(1, framing.start(frames - 1) + framing.length() + framing.start(0));
    }
}
