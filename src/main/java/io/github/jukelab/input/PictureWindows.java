package io.github.jukelab.input;

import io.github.jukelab.Require;
import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import java.util.List;
import java.util.function.Consumer;

/**
 * A sound as several pictures, each of the stretch after the one before: a model sees all of a track instead of its
 * beginning, and the predictions for its pictures vote. What is left at the end and does not fill a picture is dropped;
 * a sound that is shorter than a picture is stretched to one, as by {@link SpectrogramImage}.
 *
 * <p>Example: {@code SpectrogramImage.REPAIRED.windows(6)}
 *
 * <p>Notebook: 03-spectrogram-pictures
 *
 * @param picture how each stretch is rendered, and how long it is
 * @param samples of the sound that are used, from the beginning
 */
public record PictureWindows(SpectrogramImage picture, int samples) implements Preprocessing {

    /**
     * Checks the number.
     *
     * @param picture how each stretch is rendered
     * @param samples at least those of one picture
     * @throws IllegalArgumentException if there are fewer
     */
    public PictureWindows {
        Require.atLeast("samples", picture.samples(), samples);
    }

    @Override
    public int rate() {
        return picture.rate();
    }

    /** One coloured picture: 3 x height x width. */
    @Override
    public Shape shape() {
        return picture.shape();
    }

    @Override
    public StandardScaler normalisation() {
        return picture.normalisation();
    }

    @Override
    public PictureWindows withNormalisation(StandardScaler normalisation) {
        return new PictureWindows(picture.withNormalisation(normalisation), samples);
    }

    @Override
    public List<float[]> inputs(Wave wave) {
        Wave used = wave.resample(rate()).first(samples);
        return used.length() < picture.samples()
                ? picture.inputs(used)
                : used.windows(picture.samples(), picture.samples()).stream()
                        .flatMap(window -> picture.inputs(window).stream())
                        .toList();
    }

    @Override
    public void forEachInput(Recording recording, Consumer<float[]> action) throws AudioException {
        WindowReader.of(picture.samples(), picture.samples(), samples)
                .forEach(recording.resample(rate()), window -> picture.inputs(window)
                        .forEach(action));
    }

    @Override
    public PictureWindows forLength(double seconds) {
        return seconds * rate() < (double) samples + picture.samples()
                ? this
                : new PictureWindows(picture, Integer.MAX_VALUE);
    }

    @Override
    public TimeSpan span(int index, double seconds) {
        return TimeSpan.of((long) index * picture.samples(), picture.samples(), rate(), seconds);
    }

    @Override
    public String toString() {
        String most = samples == Integer.MAX_VALUE ? "any number" : "up to " + samples / picture.samples();
        return "PictureWindows[" + most + " of " + picture + "]";
    }
}
