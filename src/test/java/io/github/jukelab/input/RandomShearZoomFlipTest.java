package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.image.ShearZoomFlipRange;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RandomShearZoomFlipTest {

    private static final Shape SHAPE = new Shape(2, 3, 4);

    private static float[] values() {
        float[] values = new float[SHAPE.values()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i * i % 7;
        }
        return values;
    }

    @Test
    void changesInPlaceWithTheDrawnTransform() {
        float[] values = values();
        new RandomShearZoomFlip(ShearZoomFlipRange.AS_PRINTED).apply(values, SHAPE, new Random(3));
        assertThat(values)
                .isNotEqualTo(values())
                .containsExactly(
                        ShearZoomFlipRange.AS_PRINTED.draw(new Random(3)).apply(values(), 3, 4));
    }

    @Test
    void anEmptyRangeChangesNothing() {
        float[] values = values();
        new RandomShearZoomFlip(new ShearZoomFlipRange(0, 0, false)).apply(values, SHAPE, new Random(3));
        assertThat(values).containsExactly(values());
    }
}
