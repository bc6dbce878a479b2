package io.github.jukelab.input;

import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.image.Picture;
import io.github.jukelab.signal.Spectrogram;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * A small random change of an example each time the network trains on it, so that the network cannot memorise it.
 *
 * <p>Example: {@code SpecAugment.NONE.withFrequencyMasks(2, 16).then(TimeShift.of(0.25)).applied(spectrogram, 11)}
 *
 * <p>Notebook: 08-augmentation
 */
@FunctionalInterface
public interface Augmentation {

    /** Changes nothing. */
    Augmentation NONE = new Unchanged();

    /**
     * Changes one example in place, before normalisation.
     *
     * @param values the example's values, channel by channel, row by row, in their own unit
     * @param shape their shape
     * @param random the only source of randomness
     */
    void apply(float[] values, Shape shape, RandomGenerator random);

    /**
     * This augmentation followed by another one.
     *
     * @param next applied to the result of this one
     * @return both, which draw in turn from the same source of randomness
     */
    default Augmentation then(Augmentation next) {
        return new Composed(this, next);
    }

    /**
     * The same augmentation for examples of another shape: sizes that are a number of rows or columns keep their share
     * of the example.
     *
     * @param from the shape it was made for
     * @param to the other shape
     * @return a copy, or this one if it has no such sizes
     */
    default Augmentation resized(Shape from, Shape to) {
        return this;
    }

    /**
     * An augmented copy of a spectrogram, for comparison.
     *
     * @param spectrogram unchanged; treated as an example of one channel
     * @param seed of the random numbers
     * @return a copy with the same frequencies, scale and time between frames
     * @throws IllegalArgumentException if a resulting value is impossible on its scale, such as a negative power
     */
    default Spectrogram applied(Spectrogram spectrogram, long seed) {
        float[] values = spectrogram.values();
        apply(values, new Shape(1, spectrogram.bins(), spectrogram.frames()), new SplittableRandom(seed));
        return Spectrogram.of(values, spectrogram.frequencies(), spectrogram.scale(), spectrogram.secondsPerFrame());
    }

    /**
     * An augmented copy of a series, for comparison. Unlike a spectrogram, it can have values that no sound has.
     *
     * @param series unchanged, such as {@code FrameSeries.of(spectrogram)}; treated as an example of one channel
     * @param seed of the random numbers
     * @return a copy with the same rows
     */
    default FrameSeries applied(FrameSeries series, long seed) {
        float[] values = series.values();
        apply(values, new Shape(1, series.rows().size(), series.frames()), new SplittableRandom(seed));
        return FrameSeries.of(series.name(), series.unit(), series.rows(), values, series.secondsPerFrame());
    }

    /**
     * An augmented copy of a picture, for comparison.
     *
     * @param picture unchanged; treated as an example of three channels
     * @param seed of the random numbers
     * @return a copy of the same size
     */
    default Picture applied(Picture picture, long seed) {
        float[] values = picture.toTensor();
        apply(values, new Shape(3, picture.height(), picture.width()), new SplittableRandom(seed));
        return Picture.of(picture.width(), picture.height(), values);
    }
}
