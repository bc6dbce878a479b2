package io.github.jukelab.input;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.MelSpectrogram;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Windows of a sound as mel spectrograms: the sound is resampled, cut to a maximum length and divided into windows, and
 * the mel spectrogram of each window is computed.
 *
 * <p>Notebook: 04-mel-windows
 *
 * @param rate samples per second in Hz
 * @param samples maximum length in samples; longer sounds are cut
 * @param window length of a window in samples
 * @param step samples from one window's start to the next
 * @param nFft length of the Fourier transform in samples
 * @param hop samples from one frame to the next; frames are centred, so a window has {@code 1 + window / hop} frames
 * @param bands mel bands, Slaney's formula, from 0 Hz to half the rate
 * @param scale {@link Scale#POWER}, or {@link Scale#DECIBEL} for at most 80 dB below the window's loudest value
 * @param normalisation the last step, fitted on the training set
 */
public record MelWindows(
        int rate,
        int samples,
        int window,
        int step,
        int nFft,
        int hop,
        int bands,
        Scale scale,
        Normalisation normalisation)
        implements Preprocessing {

    /**
     * The article's (004): 39 windows of 1.5 s from the first 29.9 s, as mel power of shape 128 x 129. Its text
     * mentions a log scale; its code does not apply it.
     */
    public static final MelWindows AS_PRINTED =
            new MelWindows(22_050, 660_000, 33_000, 16_500, 1024, 256, 128, Scale.POWER, Normalisation.NONE);

    /** The article's windows in decibels. */
    public static final MelWindows REPAIRED = AS_PRINTED.withScale(Scale.DECIBEL);

    /**
     * Those of the article on two genres (002): the whole track in segments of 100 000 samples, 4.5 s, as mel power of
     * shape 128 x 196, in frames of 2048 samples every 512.
     */
    public static final MelWindows SEGMENTS_AS_PRINTED = new MelWindows(
            22_050, Integer.MAX_VALUE, 100_000, 100_000, 2048, 512, 128, Scale.POWER, Normalisation.NONE);

    /** The same segments in decibels. */
    public static final MelWindows SEGMENTS_REPAIRED = SEGMENTS_AS_PRINTED.withScale(Scale.DECIBEL);

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
     * @throws IllegalArgumentException if a number is less than 1, {@code samples} is less than {@code window}, or the
     *     scale is {@code MAGNITUDE}
     */
    public MelWindows {
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
     * @throws IllegalArgumentException if the scale is {@code MAGNITUDE}
     */
    public MelWindows withScale(Scale scale) {
        return new MelWindows(rate, samples, window, step, nFft, hop, bands, scale, normalisation);
    }

    /**
     * The same with another number of mel bands.
     *
     * @param bands at least 1
     * @return a copy
     * @throws IllegalArgumentException if bands are fewer than 1
     */
    public MelWindows withBands(int bands) {
        return new MelWindows(rate, samples, window, step, nFft, hop, bands, scale, normalisation);
    }

    /**
     * The same with other frames.
     *
     * @param nFft length of the Fourier transform in samples, at least 1
     * @param hop samples from one frame to the next, at least 1
     * @return a copy
     * @throws IllegalArgumentException if one is less than 1
     */
    public MelWindows withFrames(int nFft, int hop) {
        return new MelWindows(rate, samples, window, step, nFft, hop, bands, scale, normalisation);
    }

    /**
     * The same with other windows.
     *
     * @param window their length in samples, at least 1, at most {@link #samples()}
     * @param step samples from one start to the next, at least 1
     * @return a copy
     * @throws IllegalArgumentException if a number is out of its range
     */
    public MelWindows withWindows(int window, int step) {
        return new MelWindows(rate, samples, window, step, nFft, hop, bands, scale, normalisation);
    }

    @Override
    public MelWindows withNormalisation(Normalisation normalisation) {
        return new MelWindows(rate, samples, window, step, nFft, hop, bands, scale, normalisation);
    }

    /** One window: 1 x bands x frames. */
    @Override
    public Shape shape() {
        return new Shape(1, bands, 1 + window / hop);
    }

    /**
     * The windows of one sound as spectrograms: all steps but the normalisation, which the network does itself. A sound
     * shorter than a window is padded with silence to one window.
     *
     * @param wave at any rate
     * @return at least one, each of bands x frames
     */
    public List<Spectrogram> windows(Wave wave) {
        Stft stft = Stft.of(nFft).withHop(hop);
        MelBank mel = MelBank.of(bands, rate);
        Wave prepared = prepared(wave);
        return IntStream.rangeClosed(0, (prepared.length() - window) / step)
                .map(i -> i * step)
                .mapToObj(start -> MelSpectrogram.of(prepared.slice(start, start + window), stft, mel))
                .map(power -> scale == Scale.DECIBEL ? power.toDecibels() : power)
                .toList();
    }

    /** The sound resampled, cut to the maximum length and padded to at least one window. */
    private Wave prepared(Wave wave) {
        Wave resampled = wave.rate() == rate ? wave : wave.resample(rate);
        return (resampled.length() > samples ? resampled.first(samples) : resampled).padded(window);
    }

    @Override
    public TimeSpan span(int index, double seconds) {
        return TimeSpan.of((long) index * step, window, rate, seconds);
    }

    @Override
    public List<float[]> inputs(Wave wave) {
        return windows(wave).stream().map(Spectrogram::values).toList();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "MelWindows[%d Hz, windows of %.2f s every %.2f s, mel %s %s]",
                rate,
                (double) window / rate,
                (double) step / rate,
                scale.name().toLowerCase(Locale.ROOT),
                shape());
    }
}
