package io.github.jukelab.feature;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.MelNorm;
import io.github.jukelab.signal.MelTransform;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Window;

/**
 * The mel spectrogram: the power of the short-time Fourier transform, summed in bands that are narrow at low and wide
 * at high frequencies, like those of the ear. The usual input of networks for audio, mostly in decibels.
 *
 * <p>Equal to {@code librosa.feature.melspectrogram} to 1e-5 relative; about 10 ms for 30 s.
 *
 * <p>Example: {@code MelSpectrogram.of(wave, Stft.of(1024).withHop(256), MelBank.of(128, wave.rate())).toDecibels()}
 *
 * <p>For many short sounds, {@link MelTransform} makes filters and buffers once.
 *
 * <p>Notebook: 04-mel-windows
 */
public final class MelSpectrogram {

    private MelSpectrogram() {}

    /**
     * The mel spectrogram of a wave. Silence gives zeros.
     *
     * @param wave of n samples, at the bank's rate
     * @param stft frame size, hop, padding
     * @param bank the bands
     * @return power, [band, frame], {@code bank.bands()} x {@code stft.frames(n)}, with the band centres in Hz
     * @throws IllegalArgumentException if the rates differ or the wave is too short for these settings
     */
    public static Spectrogram of(Wave wave, Stft stft, MelBank bank) {
        return MelTransform.of(stft, bank).spectrogram(wave);
    }

    /**
     * The mel spectrogram under any window, also of magnitudes instead of powers.
     *
     * @param wave of n samples, at the bank's rate
     * @param stft frame size, hop, padding
     * @param bank the bands
     * @param window of up to {@code stft.nFft()} weights, placed in the middle of each frame
     * @param norm the height of the bank's triangles
     * @param summed what is summed: powers, or magnitudes as with librosa's {@code power=1}
     * @return the sums as powers, so that decibels are 10 log10 of them, as in librosa, also of sums of magnitudes;
     *     [band, frame], with the band centres in Hz
     * @throws IllegalArgumentException if the rates differ, the wave is too short for these settings, the window is
     *     longer than a frame, or decibels are to be summed
     */
    public static Spectrogram of(Wave wave, Stft stft, MelBank bank, Window window, MelNorm norm, Scale summed) {
        return MelTransform.of(stft, bank, window, norm, summed).spectrogram(wave);
    }
}
