package io.github.jukelab.feature;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.FrameReader;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;

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
        if (wave.rate() != bank.rate()) {
            throw new IllegalArgumentException(
                    "the mel bank is for waves of " + bank.rate() + " Hz, got one of " + wave.rate() + " Hz");
        }
        int frames = stft.frames(wave.length());
        float[] values = new float[Math.multiplyExact(bank.bands(), frames)];
        FrameReader.forEach(wave, stft.framing(), block -> {
            Spectrogram mel = bank.apply(Spectrogram.of(block));
            for (int band = 0; band < bank.bands(); band++) {
                System.arraycopy(mel.bin(band), 0, values, band * frames + block.first(), block.count());
            }
        });
        return Spectrogram.of(values, bank.frequencies(), Scale.POWER, (double) stft.hop() / wave.rate());
    }
}
