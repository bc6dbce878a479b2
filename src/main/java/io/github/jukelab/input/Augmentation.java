package io.github.jukelab.input;

import io.github.jukelab.image.Picture;
import io.github.jukelab.signal.Spectrogram;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/**
 * Changes an example a little each time it is seen, so that the network cannot learn it by heart.
 *
 * <p>Example: {@code SpecAugment.NONE.withFrequencyMasks(2, 16).then(TimeShift.of(0.25)).applied(spectrogram, 11)}
 *
 * <p>Notebook: 08-augmentation
 */
@FunctionalInterface
public interface Augmentation {

    /** Changes nothing. */
    Augmentation NONE = (values, shape, random) -> {};

    /**
     * Changes one example in place, before normalisation.
     *
     * @param values the example's values, channel by channel, row by row, in their own unit
     * @param shape their shape
     * @param random the only source of chance
     */
    void apply(float[] values, Shape shape, RandomGenerator random);

    /**
     * This augmentation and, of what it leaves, another one.
     *
     * @param next what happens after this
     * @return both, which draw from the same source of chance in turn
     */
    default Augmentation then(Augmentation next) {
        return new Composed(this, next);
    }

    /**
     * What becomes of a spectrogram, to be looked at beside it.
     *
     * @param spectrogram left as it is; an example of one channel
     * @param seed of the chance
     * @return a changed one, with the same frequencies, scale and time between frames
     * @throws IllegalArgumentException if a value is left that its scale cannot have, such as a negative power
     */
    default Spectrogram applied(Spectrogram spectrogram, long seed) {
        float[] values = spectrogram.values();
        apply(values, new Shape(1, spectrogram.bins(), spectrogram.frames()), new SplittableRandom(seed));
        return Spectrogram.of(values, spectrogram.frequencies(), spectrogram.scale(), spectrogram.secondsPerFrame());
    }

    /**
     * What becomes of a picture, to be looked at beside it.
     *
     * @param picture left as it is; an example of three channels
     * @param seed of the chance
     * @return a changed one of the same size
     */
    default Picture applied(Picture picture, long seed) {
        float[] values = picture.toTensor();
        apply(values, new Shape(3, picture.height(), picture.width()), new SplittableRandom(seed));
        return Picture.of(picture.width(), picture.height(), values);
    }
}
