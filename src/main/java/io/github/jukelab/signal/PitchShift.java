package io.github.jukelab.signal;

import io.github.jukelab.audio.Resampler;
import io.github.jukelab.audio.Wave;
import java.util.Arrays;

/**
 * Shifts the pitch of a wave at the same speed: the wave is stretched in time, then resampled to its original
 * length.
 *
 * <p>Notebook: 08-augmentation
 *
 * @see TimeStretch
 * @see Resampler
 */
public final class PitchShift {

    private static final double SEMITONES_PER_OCTAVE = 12;
    /** Ten octaves, the range of human hearing. */
    private static final double MAX_SEMITONES = 120;

    private PitchShift() {}

    /**
     * The wave with every frequency multiplied by {@code 2^(semitones / 12)}. Shifted up, frequencies that would exceed
     * half the rate are lost; shifted down, the top of the spectrum is empty. Silence stays silence.
     *
     * <p>Equal to {@code librosa.effects.pitch_shift} of double samples, resampled by its default {@code soxr_hq}, to
     * 5e-6 of the largest sample; for float samples librosa itself deviates from that, see {@link TimeStretch#of}.
     * Takes 50 to 90 ms for 30 s and up to an octave.
     *
     * @param wave of n samples
     * @param semitones from -120 to 120, negative for down; fractions are allowed
     * @return n samples
     * @throws IllegalArgumentException if the semitones are out of range
     * @throws ArithmeticException if the stretched wave is longer than an array can hold
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static Wave of(Wave wave, double semitones) {
        if (!(Math.abs(semitones) <= MAX_SEMITONES)) {
            throw new IllegalArgumentException("semitones must be in [-120, 120], got " + semitones);
        }
        double rate = Math.pow(2, -semitones / SEMITONES_PER_OCTAVE);
        float[] stretched = TimeStretch.of(wave, rate).samples();
        Ratio ratio = Ratio.of(rate);
        float[] shifted = Resampler.of(ratio.denominator(), ratio.numerator()).resample(stretched);
        return Wave.of(Arrays.copyOf(shifted, wave.length()), wave.rate());
    }
}
