package io.github.jukelab.input;

import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.signal.Frames;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.MelTransform;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Windows of a sound as mel spectrograms: the sound is resampled to the rate of the mel bank, cut to a maximum length
 * and divided into windows, and the mel spectrogram of each window is computed.
 *
 * <p>Example: {@code MelWindows.of(Stft.of(1024).withHop(256), MelBank.of(40, 16_000)).withWindows(16_000, 8000)}
 *
 * <p>Notebook: 04-mel-windows
 *
 * @param samples maximum length in samples; longer sounds are cut
 * @param windows length of a window in samples, and samples from one window's start to the next; not centred
 * @param stft the transform of a window
 * @param mel the bands; its rate is the rate of the sound
 * @param scale {@link Scale#POWER}, or {@link Scale#DECIBEL} for at most 80 dB below the window's loudest value
 * @param delta whether a second channel has the difference of each frame from the one before it; 0 for the first frame
 * @param normalisation the last step, fitted on the training set
 */
public record MelWindows(
        int samples, Frames windows, Stft stft, MelBank mel, Scale scale, boolean delta, StandardScaler normalisation)
        implements Preprocessing {

    /**
     * The article's (004): 39 windows of 1.5 s from the first 29.9 s, as mel power of shape 128 x 129. Its text
     * mentions a log scale; its code does not apply it.
     */
    public static final MelWindows AS_PRINTED = of(Stft.of(1024), MelBank.of(128, 22_050))
            .withWindows(33_000, 16_500)
            .withSamples(660_000)
            .withScale(Scale.POWER);

    /** The article's windows in decibels. */
    public static final MelWindows REPAIRED = AS_PRINTED.withScale(Scale.DECIBEL);

    /**
     * Those of the article on two genres (002): the whole track in segments of 100 000 samples, 4.5 s, as mel power of
     * shape 128 x 196, in frames of 2048 samples every 512.
     */
    public static final MelWindows SEGMENTS_AS_PRINTED = of(Stft.LIBROSA, MelBank.of(128, 22_050))
            .withWindows(100_000, 100_000)
            .withScale(Scale.POWER);

    /** The same segments in decibels. */
    public static final MelWindows SEGMENTS_REPAIRED = SEGMENTS_AS_PRINTED.withScale(Scale.DECIBEL);

    /**
     * Checks that the settings fit together.
     *
     * @param samples at least the length of a window
     * @param windows not centred
     * @param stft the transform of a window
     * @param mel the bands
     * @param scale power or decibel
     * @param delta whether there is a second channel of differences
     * @param normalisation the last step
     * @throws IllegalArgumentException if {@code samples} is less than a window, windows are centred, a window is too
     *     short for the transform, the scale is {@code MAGNITUDE}, or the normalisation is for another number of frames
     */
    public MelWindows {
        if (windows.centered()) {
            throw new IllegalArgumentException("windows of a sound must not be centred, got " + windows);
        }
        if (samples < windows.length()) {
            throw new IllegalArgumentException(
                    "samples must be at least a window of " + windows.length() + ", got " + samples);
        }
        normalisation.requireFits(shape(windows, stft, mel, delta));
        if (scale == Scale.MAGNITUDE) {
            throw new IllegalArgumentException("scale of a mel spectrogram must be POWER or DECIBEL, got " + scale);
        }
    }

    /**
     * Windows of one second without overlap, over the whole sound, in decibels, not normalised.
     *
     * @param stft the transform of a window
     * @param mel the bands; its rate is the rate of the sound
     * @return the settings
     */
    public static MelWindows of(Stft stft, MelBank mel) {
        return new MelWindows(
                Integer.MAX_VALUE,
                windows(mel.rate(), mel.rate()),
                stft,
                mel,
                Scale.DECIBEL,
                false,
                StandardScaler.NONE);
    }

    private static Frames windows(int length, int step) {
        return Frames.of(length, step).withCentered(false);
    }

    /**
     * The same with another maximum length.
     *
     * @param samples at least the length of a window; longer sounds are cut
     * @return a copy
     * @throws IllegalArgumentException if they are fewer than a window
     */
    public MelWindows withSamples(int samples) {
        return new MelWindows(samples, windows, stft, mel, scale, delta, normalisation);
    }

    /**
     * The same with other windows.
     *
     * @param length in samples, at least 1, at most {@link #samples()}
     * @param step samples from one start to the next, at least 1
     * @return a copy
     * @throws IllegalArgumentException if a number is out of its range
     */
    public MelWindows withWindows(int length, int step) {
        return new MelWindows(samples, windows(length, step), stft, mel, scale, delta, normalisation);
    }

    /**
     * The same with another transform.
     *
     * @param stft such as {@code Stft.of(2048).withHop(512)}
     * @return a copy
     * @throws IllegalArgumentException if a window is too short for it
     */
    public MelWindows withStft(Stft stft) {
        return new MelWindows(samples, windows, stft, mel, scale, delta, normalisation);
    }

    /**
     * The same with other bands.
     *
     * @param mel such as {@code MelBank.of(64, 22_050)}; its rate is the rate of the sound
     * @return a copy
     */
    public MelWindows withMel(MelBank mel) {
        return new MelWindows(samples, windows, stft, mel, scale, delta, normalisation);
    }

    /**
     * The same with another scale.
     *
     * @param scale power or decibel
     * @return a copy
     * @throws IllegalArgumentException if the scale is {@code MAGNITUDE}
     */
    public MelWindows withScale(Scale scale) {
        return new MelWindows(samples, windows, stft, mel, scale, delta, normalisation);
    }

    /**
     * The same with or without the difference from frame to frame.
     *
     * @param delta whether a second channel has it
     * @return a copy
     */
    public MelWindows withDelta(boolean delta) {
        return new MelWindows(samples, windows, stft, mel, scale, delta, normalisation);
    }

    @Override
    public MelWindows withNormalisation(StandardScaler normalisation) {
        return new MelWindows(samples, windows, stft, mel, scale, delta, normalisation);
    }

    @Override
    public int rate() {
        return mel.rate();
    }

    /** One window: 1 x bands x frames, or 2 x bands x frames with differences. */
    @Override
    public Shape shape() {
        return shape(windows, stft, mel, delta);
    }

    private static Shape shape(Frames windows, Stft stft, MelBank mel, boolean delta) {
        return new Shape(delta ? 2 : 1, mel.bands(), stft.frames(windows.length()));
    }

    /**
     * The windows of one sound as spectrograms: all steps but the normalisation, which the network does itself. A sound
     * shorter than a window is padded with silence to one window.
     *
     * @param wave at any rate
     * @return at least one, each of bands x frames
     */
    public List<Spectrogram> spectrograms(Wave wave) {
        Wave prepared = prepared(wave);
        MelTransform transform = MelTransform.of(stft, mel);
        return prepared.windows(windows.length(), windows.hop()).stream()
                .map(window -> spectrogram(window, transform))
                .toList();
    }

    private Spectrogram spectrogram(Wave window, MelTransform transform) {
        Spectrogram power = transform.spectrogram(window);
        return scale == Scale.DECIBEL ? power.toDecibels() : power;
    }

    /** The sound resampled, cut to the maximum length and padded to at least one window. */
    private Wave prepared(Wave wave) {
        Wave resampled = wave.resample(rate());
        return resampled.first(samples).padded(windows.length());
    }

    @Override
    public TimeSpan span(int index, double seconds) {
        return TimeSpan.of((long) index * windows.hop(), windows.length(), rate(), seconds);
    }

    @Override
    public MelWindows forLength(double seconds) {
        return seconds * rate() < (double) samples + windows.length() ? this : withSamples(Integer.MAX_VALUE);
    }

    @Override
    public void forEachInput(Recording recording, Consumer<float[]> action) throws AudioException {
        MelTransform transform = MelTransform.of(stft, mel);
        WindowReader.of(windows.length(), windows.hop(), samples)
                .forEach(
                        recording.resample(rate()),
                        window -> action.accept(input(spectrogram(window.padded(windows.length()), transform))));
    }

    @Override
    public List<float[]> inputs(Wave wave) {
        return spectrograms(wave).stream().map(this::input).toList();
    }

    private float[] input(Spectrogram spectrogram) {
        return delta ? withDifferences(spectrogram) : spectrogram.values();
    }

    private static float[] withDifferences(Spectrogram spectrogram) {
        float[] values = spectrogram.values();
        float[] both = Arrays.copyOf(values, 2 * values.length); // the difference of the first frame stays 0
        for (int start = 0; start < values.length; start += spectrogram.frames()) {
            for (int i = start + 1; i < start + spectrogram.frames(); i++) {
                both[values.length + i] = values[i] - values[i - 1];
            }
        }
        return both;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "MelWindows[%d Hz, windows of %.2f s every %.2f s, mel %s %s]",
                rate(),
                (double) windows.length() / rate(),
                (double) windows.hop() / rate(),
                scale.name().toLowerCase(Locale.ROOT),
                shape());
    }
}
