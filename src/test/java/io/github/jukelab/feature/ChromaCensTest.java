package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.FRAMES;
import static io.github.jukelab.feature.FeatureFixtures.chroma;
import static io.github.jukelab.feature.FeatureFixtures.pitchClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChromaCensTest {

    /** A steady note exceeds all limits; a class with the share 0.065 only the lowest, which gives a quarter. */
    @Test
    void steadyChromaIsQuantised() {
        float[] classes = pitchClasses(3);
        classes[7] = 0.07f;
        float[] cens = ChromaCens.of(chroma(classes)).values();
        double length = Math.sqrt(1 + 0.25 * 0.25);
        for (int t = 0; t < FRAMES; t++) {
            assertThat((double) cens[3 * FRAMES + t]).isCloseTo(1 / length, within(1e-6));
            assertThat((double) cens[7 * FRAMES + t]).isCloseTo(0.25 / length, within(1e-6));
            assertThat(cens[t]).isZero();
        }
    }

    /** From C to G in the middle: both are equal there, and 21 frames away only one of them is left. */
    @Test
    void changesSmoothlyBetweenNotes() {
        float[] values = new float[12 * FRAMES];
        for (int t = 0; t < FRAMES; t++) {
            values[(t < 30 ? 0 : 7) * FRAMES + t] = 1;
        }
        FrameSeries cens = ChromaCens.of(FrameSeries.of("chroma", "", ChromaStft.PITCH_CLASSES, values, 0.5));
        assertThat(cens.value(0, 9)).isEqualTo(1);
        assertThat(cens.value(7, 9)).isZero();
        assertThat(cens.value(7, 10)).isPositive();
        assertThat(cens.value(0, 29)).isEqualTo(cens.value(7, 30));
        assertThat(cens.value(7, 50)).isEqualTo(1);
    }
}
