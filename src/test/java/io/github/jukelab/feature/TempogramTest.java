package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.onsetStrength;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TempogramTest {

    @ParameterizedTest
    @ValueSource(ints = {9, 20, 37, 100})
    void periodicStrengthHasPeaksAtItsPeriod(int period) {
        FrameSeries onset = onsetStrength(600, t -> t % period == 0 ? 1 : 0);
        FrameSeries tempogram = Tempogram.of(onset, 344);
        assertThat(tempogram.rows()).hasSize(344).startsWith("lag 0", "lag 1");
        assertThat(tempogram.frames()).isEqualTo(600);
        for (int lag = 0; lag < 344; lag++) {
            float value = tempogram.value(lag, 300);
            if (lag % period == 0) {
                assertThat(value).isEqualTo((float) expected(period, lag), within(1e-6f));
            } else {
                assertThat(value).isCloseTo(0, within(1e-6f));
            }
        }
    }

    /** The Hann window at the onsets around frame 300, times itself one lag later, divided by its square. */
    private static double expected(int period, int lag) {
        double product = 0;
        double square = 0;
        for (int t = 0; t < 600; t += period) {
            product += hann(t - 300 + 172) * hann(t + lag - 300 + 172);
            square += Math.pow(hann(t - 300 + 172), 2);
        }
        return product / square;
    }

    private static double hann(int i) {
        return i < 0 || i >= 344 ? 0 : 0.5 - 0.5 * Math.cos(2 * Math.PI * i / 344);
    }

    @Test
    void strengthFallsLinearlyBeyondItsEnds() {
        FrameSeries onset = onsetStrength(1, t -> 3);
        double[] padded = {0, 1.5, 3, 1.5, 0};
        double product = 0;
        double square = 0;
        for (int i = 0; i < 4; i++) {
            double weight = 0.5 - 0.5 * Math.cos(Math.PI * i / 2);
            double next = 0.5 - 0.5 * Math.cos(Math.PI * (i + 1) / 2);
            product += i < 3 ? weight * padded[i] * next * padded[i + 1] : 0;
            square += Math.pow(weight * padded[i], 2);
        }
        assertThat(Tempogram.of(onset, 4).value(1, 0)).isEqualTo((float) (product / square));
        assertThat(Tempogram.of(onset, 1).values()).containsExactly(1);
    }
}
