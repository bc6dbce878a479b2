package io.github.jukelab.signal;

import io.github.jukelab.audio.Wave;

/**
 * Makes mel spectrograms of one kind. What does not depend on the sound (weights of the window, triangles of the bank,
 * buffers) is made once: use it for many short sounds, such as the windows of a recording. For one sound,
 * {@code MelSpectrogram.of} says the same in one call.
 *
 * <p>Spectra are computed some frames at a time, so that memory is needed for the bands only: 79 MB for an hour at
 * 22050 Hz and 128 bands.
 *
 * <p>Not for several threads at a time.
 */
public final class MelTransform {

    private final Stft stft;
    private final MelBank bank;
    private final Scale summed;
    private final MelBank.Filter[] filters;
    private final FrameSpectra spectra;
    private final float[] row = new float[FrameSpectra.LANES];

    private MelTransform(Stft stft, MelBank bank, Window window, MelNorm norm, Scale summed) {
        this.stft = stft;
        this.bank = bank;
        this.summed = summed;
        this.filters = bank.filters(stft.frequencies(bank.rate()), norm);
        double[] weights = window.paddedTo(stft.nFft()).weights();
        this.spectra = new FrameSpectra(stft.framing(), weights, stft.nFft(), FrameSpectra.LANES);
    }

    /**
     * Of powers, under a Hann window, by triangles of equal area.
     *
     * @param stft frame size, hop, padding
     * @param bank the bands
     * @return the transform
     * @throws IllegalArgumentException if the spectra end below the highest band
     */
    public static MelTransform of(Stft stft, MelBank bank) {
        return of(stft, bank, Window.hann(stft.nFft()), MelNorm.SLANEY, Scale.POWER);
    }

    /**
     * Under any window, also of magnitudes instead of powers.
     *
     * @param stft frame size, hop, padding
     * @param bank the bands
     * @param window of up to {@code stft.nFft()} weights, placed in the middle of each frame
     * @param norm the height of the bank's triangles
     * @param summed what is summed: powers, or magnitudes as with librosa's {@code power=1}
     * @return the transform
     * @throws IllegalArgumentException if the window is longer than a frame, decibels are to be summed, or the spectra
     *     end below the highest band
     */
    public static MelTransform of(Stft stft, MelBank bank, Window window, MelNorm norm, Scale summed) {
        if (summed == Scale.DECIBEL) {
            throw new IllegalArgumentException("mel bands are sums of powers or magnitudes, not of decibels");
        }
        return new MelTransform(stft, bank, window, norm, summed);
    }

    /**
     * The mel spectrogram of a wave. Silence gives zeros.
     *
     * @param wave of n samples, at the bank's rate
     * @return the sums as powers, [band, frame], {@code bank.bands()} x {@code stft.frames(n)}, with the band centres in
     *     Hz
     * @throws IllegalArgumentException if the rates differ, or the wave is too short or too loud for these settings
     */
    public Spectrogram spectrogram(Wave wave) {
        if (wave.rate() != bank.rate()) {
            throw new IllegalArgumentException(
                    "the mel bank is for waves of " + bank.rate() + " Hz, got one of " + wave.rate() + " Hz");
        }
        FrameBlock frames = FrameBlock.of(wave, stft.framing());
        float[] values = new float[Math.multiplyExact(bank.bands(), frames.count())];
        spectra.forEach(frames, (first, count, bins) -> addTo(values, frames.count(), first, count, bins));
        return Spectrogram.owning(values, bank.frequencies(), Scale.POWER, frames.secondsPerFrame());
    }

    /** Bin by bin, each to the few bands that it is in, so that all stays in the cache. */
    private void addTo(float[] values, int frames, int first, int count, FrameFft bins) {
        int lowest = 0;
        for (int bin = 0; bin < stft.bins(); bin++) {
            while (lowest < filters.length && filters[lowest].end() <= bin) {
                lowest++;
            }
            Spectrogram.magnitudes(bins.real(bin), bins.imaginary(bin), count);
            Spectrogram.round(bins.real(bin), count, row, 0, summed == Scale.POWER);
            for (int band = lowest; band < filters.length && filters[band].first() <= bin; band++) {
                if (bin < filters[band].end()) {
                    add(row, filters[band].weight(bin), values, band * frames + first, count);
                }
            }
        }
    }

    private static void add(float[] row, float weight, float[] sums, int offset, int count) {
        for (int t = 0; t < count; t++) {
            sums[offset + t] += weight * row[t];
        }
    }

    @Override
    public String toString() {
        return "MelTransform[" + stft + ", " + bank + "]";
    }
}
