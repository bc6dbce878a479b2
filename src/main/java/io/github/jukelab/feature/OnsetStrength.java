package io.github.jukelab.feature;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;

/**
 * How strong an onset is in each frame: the rise of the mel bands in decibels since the previous frame (0 for bands
 * that fall), as mean or median over the bands. Tempo and beats are computed from it.
 *
 * <p>{@code strength[t + d] = aggregate over bands of max(0, S[band, t] - S[band, t - 1])} with
 * {@code d = nFft / (2 hop)} (rounded down; 0 for frames that are not centred), as a centred frame begins half its
 * length before its time. The first {@code d + 1} frames are 0. Silence gives 0.
 *
 * <p>Equal to {@code librosa.onset.onset_strength} to 1e-4 dB; given decibels, 1.5 ms for 30 s.
 *
 * <p>Notebook: 01-explore-gtzan
 *
 * @see <a href="https://doi.org/10.1080/09298210701653344">Ellis (2007)</a>
 */
public final class OnsetStrength {

    private static final int BANDS = 128;

    /** How the rises of a frame's bands are combined. */
    public enum Aggregate {
        /** Mean: also shows soft onsets of single notes. */
        MEAN,
        /** Median (mean of the middle two for an even number): shows only onsets in at least half of all bands. */
        MEDIAN
    }

    private OnsetStrength() {}

    /**
     * The onset strength in librosa's frames, mean over the bands: librosa's default.
     *
     * @param wave of n samples
     * @return one row in dB, 0 or more; {@code 1 + n / 512} frames
     */
    public static FrameSeries of(Wave wave) {
        return of(wave, Stft.LIBROSA, Aggregate.MEAN);
    }

    /**
     * The onset strength of 128 mel bands over all frequencies.
     *
     * @param wave of n samples
     * @param stft frame size, hop, padding
     * @param aggregate mean or median over the bands
     * @return one row in dB, 0 or more; {@code stft.frames(n)} frames
     * @throws IllegalArgumentException if the wave is too short for these settings, or frames have one sample
     */
    public static FrameSeries of(Wave wave, Stft stft, Aggregate aggregate) {
        return of(MelSpectrogram.of(wave, stft, MelBank.of(BANDS, wave.rate())), stft, aggregate);
    }

    /**
     * The onset strength of a mel spectrogram, so that several features can use one transform.
     *
     * @param mel mel spectrogram, in power (converted to decibels first) or decibels
     * @param stft the settings of its transform
     * @param aggregate mean or median over the bands
     * @return one row in dB, 0 or more, the same number of frames
     * @throws IllegalArgumentException if the spectrogram holds magnitudes
     */
    public static FrameSeries of(Spectrogram mel, Stft stft, Aggregate aggregate) {
        if (mel.scale() == Scale.MAGNITUDE) {
            throw new IllegalArgumentException("onset strength needs mel bands in power or decibels, got " + mel);
        }
        Spectrogram decibels = mel.scale() == Scale.DECIBEL ? mel : mel.toDecibels();
        OnsetEnvelope envelope = new OnsetEnvelope(mel.frames(), stft, aggregate);
        envelope.add(decibels);
        return envelope.series(mel.secondsPerFrame());
    }

    /** The row of an onset strength, checked for the features computed from it. */
    static float[] row(FrameSeries onset) {
        if (onset.rows().size() != 1) {
            throw new IllegalArgumentException("onset strength has one row, got " + onset);
        }
        float[] strength = onset.row(0);
        for (int t = 0; t < strength.length; t++) {
            if (Float.isInfinite(strength[t])) {
                throw new IllegalArgumentException(
                        "onset strength must be finite, got " + strength[t] + " in frame " + t);
            }
        }
        return strength;
    }
}
