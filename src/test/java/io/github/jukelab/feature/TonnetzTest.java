package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.chroma;
import static io.github.jukelab.feature.FeatureFixtures.pitchClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TonnetzTest {

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 11})
    void noteHasItsPositionOnEachCircle(int c) {
        FrameSeries tonnetz = Tonnetz.of(chroma(pitchClasses(c)));
        double[] angles = {7 * Math.PI / 6 * c, 3 * Math.PI / 2 * c, 2 * Math.PI / 3 * c};
        for (int circle = 0; circle < 3; circle++) {
            double radius = circle == 2 ? 0.5 : 1;
            assertThat((double) tonnetz.value(2 * circle, 9))
                    .isCloseTo(radius * Math.sin(angles[circle]), within(1e-6));
            assertThat((double) tonnetz.value(2 * circle + 1, 9))
                    .isCloseTo(radius * Math.cos(angles[circle]), within(1e-6));
        }
        assertThat(tonnetz.rows()).hasSize(6).startsWith("fifth x", "fifth y").endsWith("major third y");
    }

    @Test
    void equalClassesGiveTheCentre() {
        float[] all = pitchClasses(IntStream.range(0, 12).toArray());
        for (float value : Tonnetz.of(chroma(all)).values()) {
            assertThat(value).isCloseTo(0, within(1e-6f));
        }
    }
}
