package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AutocorrelationTest {

    private static double[] noise(int length, long seed) {
        return new Random(seed).doubles(length, -1, 1).toArray();
    }

    private static double[] definition(double[] samples) {
        double[] lags = new double[samples.length];
        for (int lag = 0; lag < lags.length; lag++) {
            for (int i = 0; i + lag < samples.length; i++) {
                lags[lag] += samples[i] * samples[i + lag];
            }
        }
        return lags;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 31, 32, 33, 344, 384, 513})
    void equalsTheDefinition(int length) {
        double[] samples = noise(length, length);
        assertThat(Autocorrelation.of(length).apply(samples))
                .usingComparatorWithPrecision(1e-12 * length)
                .containsExactly(definition(samples));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7})
    void sumsManyFrames(int frames) {
        double[] expected = new double[20];
        for (int frame = 0; frame < frames; frame++) {
            double[] lags = definition(noise(20, frame));
            Arrays.setAll(expected, lag -> expected[lag] + lags[lag]);
        }
        double[] sum =
                Autocorrelation.of(20).sum(frames, (frame, into) -> System.arraycopy(noise(20, frame), 0, into, 0, 20));
        assertThat(sum).usingComparatorWithPrecision(1e-12).containsExactly(expected);
    }

    @Test
    void silenceAndImpulse() {
        assertThat(Autocorrelation.of(9).apply(new double[9])).containsOnly(0);
        double[] impulse = new double[9];
        impulse[4] = 3;
        double[] lags = Autocorrelation.of(9).apply(impulse);
        assertThat(lags[0]).isCloseTo(9, within(1e-14));
        assertThat(Arrays.copyOfRange(lags, 1, 9))
                .usingComparatorWithPrecision(1e-14)
                .containsOnly(0);
    }

    @Test
    void rejectsOtherLengths() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Autocorrelation.of(0))
                .withMessage("frame length must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Autocorrelation.of(5).apply(new double[4]))
                .withMessage("frames have 5 samples, got 4");
        assertThat(Autocorrelation.of(5)).hasToString("Autocorrelation[5 samples]");
    }
}
