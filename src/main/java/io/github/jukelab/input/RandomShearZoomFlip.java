package io.github.jukelab.input;

import io.github.jukelab.image.ShearZoomFlipRange;
import java.util.random.RandomGenerator;

/**
 * Zooms, leans and mirrors pictures a little, each time otherwise, as Keras' {@code ImageDataGenerator} does.
 *
 * <p>Notebook: 03-spectrogram-pictures
 *
 * <p>Notebook: 08-augmentation
 *
 * @param range how far
 */
public record RandomShearZoomFlip(ShearZoomFlipRange range) implements Augmentation {

    /**
     * Takes the range.
     *
     * @param range how far
     */
    public RandomShearZoomFlip {}

    @Override
    public void apply(float[] values, Shape shape, RandomGenerator random) {
        float[] changed = range.draw(random).apply(values, shape.height(), shape.width());
        System.arraycopy(changed, 0, values, 0, values.length);
    }
}
