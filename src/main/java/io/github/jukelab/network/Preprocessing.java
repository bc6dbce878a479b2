package io.github.jukelab.network;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.MelSpectrogram;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.util.List;
import java.util.Locale;

/**
 * How a sound becomes what a network sees: resampled to a rate, cut after so many samples, cut into windows, and each
 * window turned into a mel spectrogram. Travels with the network and is saved with it.
 *
 * @param rate samples a second in Hz
 * @param samples how many samples from the beginning are used; longer sounds are cut
 * @param window length of a window in samples
 * @param step samples from one window's start to the next
 * @param nFft length of the Fourier transform in samples
 * @param hop samples from one frame to the next; frames are centred, so a window has {@code 1 + window / hop}
 * @param bands mel bands, Slaney's formula, from 0 Hz to half the rate
 * @param scale {@link Scale#POWER}, or {@link Scale#DECIBEL} for at most 80 dB below the window's loudest value
 * @param normalisation the last step, fitted on the training side
 */
public record Preprocessing(
        int rate,
        int samples,
        int window,
        int step,
        int nFft,
        int hop,
        int bands,
        Scale scale,
        Normalisation normalisation) {

    /**
     * The article's (004): 39 windows of 1.5 s from the first 29.9 s, as mel power of shape 128 x 129. Its text speaks
     * of a log scale; its code leaves it out.
     */
    public static final Preprocessing AS_PRINTED =
            new Preprocessing(22_050, 660_000, 33_000, 16_500, 1024, 256, 128, Scale.POWER, Normalisation.NONE);

    /** The article's windows in decibels. */
    public static final Preprocessing REPAIRED = AS_PRINTED.withScale(Scale.DECIBEL);

    /**
     * Checks the numbers.
     *
     * @param rate in Hz, at least 1
     * @param samples at least {@code window}
     * @param window in samples, at least 1
     * @param step in samples, at least 1
     * @param nFft at least 1
     * @param hop at least 1
     * @param bands at least 1
     * @param scale power or decibel
     * @param normalisation the last step
     * @throws IllegalArgumentException if a number is less than 1, fewer samples are used than a window has, or the
     *     scale is a magnitude
     */
    public Preprocessing {
        requirePositive("rate", rate);
        requirePositive("window", window);
        requirePositive("step", step);
        requirePositive("nFft", nFft);
        requirePositive("hop", hop);
        requirePositive("bands", bands);
        if (samples < window) {
            throw new IllegalArgumentException("samples must be at least a window of " + window + ", got " + samples);
        }
        if (scale == Scale.MAGNITUDE) {
            throw new IllegalArgumentException("scale of a mel spectrogram must be POWER or DECIBEL, got " + scale);
        }
    }

    private static void requirePositive(String name, int value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, got " + value);
        }
    }

    /**
     * The same with another scale.
     *
     * @param scale power or decibel
     * @return a copy
     * @throws IllegalArgumentException if the scale is a magnitude
     */
    public Preprocessing withScale(Scale scale) {
        return new Preprocessing(rate, samples, window, step, nFft, hop, bands, scale, normalisation);
    }

    /**
     * The same with another number of mel bands.
     *
     * @param bands at least 1
     * @return a copy
     * @throws IllegalArgumentException if bands are fewer than 1
     */
    public Preprocessing withBands(int bands) {
        return new Preprocessing(rate, samples, window, step, nFft, hop, bands, scale, normalisation);
    }

    /**
     * The same with other frames.
     *
     * @param nFft length of the Fourier transform in samples, at least 1
     * @param hop samples from one frame to the next, at least 1
     * @return a copy
     * @throws IllegalArgumentException if one is less than 1
     */
    public Preprocessing withFrames(int nFft, int hop) {
        return new Preprocessing(rate, samples, window, step, nFft, hop, bands, scale, normalisation);
    }

    /**
     * The same with other windows.
     *
     * @param window their length in samples, at least 1, at most {@link #samples()}
     * @param step samples from one start to the next, at least 1
     * @return a copy
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Preprocessing withWindows(int window, int step) {
        return new Preprocessing(rate, samples, window, step, nFft, hop, bands, scale, normalisation);
    }

    /**
     * The same with another last step.
     *
     * @param normalisation such as {@code Normalisation.of(train)}
     * @return a copy
     */
    public Preprocessing withNormalisation(Normalisation normalisation) {
        return new Preprocessing(rate, samples, window, step, nFft, hop, bands, scale, normalisation);
    }

    /**
     * The shape of one window's tensor.
     *
     * @return 1 x bands x frames
     */
    public Shape shape() {
        return new Shape(1, bands, 1 + window / hop);
    }

    /**
     * A sound as the network sees it, before normalisation.
     *
     * @param wave at any rate; resampled if it is not this one
     * @return one mel spectrogram a window, in order; empty if the wave is shorter than a window
     */
    public List<Spectrogram> windows(Wave wave) {
        Wave heard = (wave.rate() == rate ? wave : wave.resample(rate)).first(samples);
        Stft stft = Stft.of(nFft).withHop(hop);
        MelBank bank = MelBank.of(bands, rate);
        return heard.windows(window, step).stream()
                .map(piece -> MelSpectrogram.of(piece, stft, bank))
                .map(mel -> scale == Scale.DECIBEL ? mel.toDecibels() : mel)
                .toList();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "Preprocessing[%d Hz, windows of %.2f s every %.2f s, mel %s %s]",
                rate,
                (double) window / rate,
                (double) step / rate,
                scale.name().toLowerCase(Locale.ROOT),
                shape());
    }
}
