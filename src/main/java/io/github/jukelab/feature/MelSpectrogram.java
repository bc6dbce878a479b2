package io.github.jukelab.feature;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.FrameReader;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.MelNorm;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Window;

/**
 * The mel spectrogram: the power of the short-time Fourier transform, summed in bands that are narrow at low and wide
 * at high frequencies, like those of the ear. The usual input of networks for audio, mostly in decibels.
 *
 * <p>Equal to {@code librosa.feature.melspectrogram} to 1e-5 relative; about 18 ms for 30 s.
 *
 * <p>Example: {@code MelSpectrogram.of(wave, Stft.of(1024).withHop(256), MelBank.of(128, wave.rate())).toDecibels()}
 *
 * <p>Spectra are computed block by block, so that memory is needed for the bands only: 79 MB for an hour at 22050 Hz.
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
        return of(wave, stft, bank, Window.hann(stft.nFft()), MelNorm.SLANEY, Scale.POWER);
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
        if (wave.rate() != bank.rate()) {
            throw new IllegalArgumentException(
                    "the mel bank is for waves of " + bank.rate() + " Hz, got one of " + wave.rate() + " Hz");
        }
        if (summed == Scale.DECIBEL) {
            throw new IllegalArgumentException("mel bands are sums of powers or magnitudes, not of decibels");
        }
        int frames = stft.frames(wave.length());
        float[] values = new float[Math.multiplyExact(bank.bands(), frames)];
        FrameReader.forEach(wave, stft.framing(), block -> {
            Spectrogram magnitude = Spectrogram.of(block, window, Scale.MAGNITUDE);
            Spectrogram mel = bank.apply(summed == Scale.POWER ? magnitude : asPower(magnitude), norm);
            for (int band = 0; band < bank.bands(); band++) {
                System.arraycopy(mel.bin(band), 0, values, band * frames + block.first(), block.count());
            }
        });
        return Spectrogram.of(values, bank.frequencies(), Scale.POWER, (double) stft.hop() / wave.rate());
    }

    private static Spectrogram asPower(Spectrogram magnitude) {
        return Spectrogram.of(magnitude.values(), magnitude.frequencies(), Scale.POWER, magnitude.secondsPerFrame());
    }
}
