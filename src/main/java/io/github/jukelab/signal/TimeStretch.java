package io.github.jukelab.signal;

import io.github.jukelab.audio.Wave;

/**
 * Changes the speed of a wave at the same pitch: its transform with {@link Stft#LIBROSA} is stretched by the phase
 * vocoder and transformed back. For other settings use
 * {@code ComplexSpectrogram.of(wave, stft).stretched(rate).toWave()}.
 *
 * <p>Notebook: 08-augmentation
 *
 * @see ComplexSpectrogram#stretched(double)
 */
public final class TimeStretch {

    private TimeStretch() {}

    /**
     * The wave at another speed. Silence stays silence; a wave shorter than a frame is padded with zeros. Samples may
     * exceed the largest sample of the wave slightly.
     *
     * <p>Equal to {@code librosa.effects.time_stretch} of double samples to 1e-6 of the largest sample. For float
     * samples librosa itself deviates from that, as its accumulated phases lose digits: on 3 s of music by 0.2 to 0.6 %
     * of the largest sample, on 30 s by 4 to 30 %. Takes 50 to 120 ms for 30 s, depending on the length of the result.
     *
     * @param wave of n samples
     * @param rate speed factor, positive: 2 halves the length, 0.5 doubles it
     * @return {@code n / rate} samples, rounded half to even, at least 1
     * @throws IllegalArgumentException if the rate is not positive or not finite
     * @throws ArithmeticException if the result is longer than an array can hold
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public static Wave of(Wave wave, double rate) {
        return ComplexSpectrogram.of(wave, Stft.LIBROSA).stretched(rate).toWave();
    }
}
