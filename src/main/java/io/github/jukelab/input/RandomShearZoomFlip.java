package io.github.jukelab.input;

import io.github.jukelab.image.ShearZoomFlipRange;
import java.util.random.RandomGenerator;

/**
 * Shears, zooms and flips pictures by small random amounts, as Keras' {@code ImageDataGenerator} does.
 *
 * <p>Notebook: 03-spectrogram-pictures
 *
 * <p>Notebook: 08-augmentation
 *
 * @param range of the random amounts
 */
public record RandomShearZoomFlip(ShearZoomFlipRange range) implements Augmentation {

    /**
     * With a range.
     *
     * @param range of the random amounts
     */
    public RandomShearZoomFlip {}

    @Override
    public void apply(float[] values, Shape shape, RandomGenerator random) {
        float[] changed = range.draw(random).apply(values, shape.height(), shape.width());
        System.arraycopy(changed, 0, values, 0, values.length);
    }
}
