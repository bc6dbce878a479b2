package io.github.jukelab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.ZeroCrossingRate;
import io.github.jukelab.signal.Stft;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ExploreExercisesTest {

    private static boolean isRight(String id, Object... values) {
        return Exercises.of(id).check(values).right();
    }

    @Test
    void crossingsAreThoseThatTheFeatureCounts() {
        float[] rates = ZeroCrossingRate.of(Wave.sine(440, 1, 22_050)).row(0);
        assertThat(isRight("01.1", rates[rates.length / 2])).isTrue();
        assertThat(isRight("01.1", 440 / 22_050.0)).isFalse();
    }

    @Test
    void rootMeanSquareOfASineIsItsAmplitudeByRootTwo() {
        Wave sine = Wave.sine(440, 1, 22_050);
        double peak = 0;
        for (float sample : sine.samples()) {
            peak = Math.max(peak, sample);
        }
        assertThat(isRight("01.2", peak / Math.sqrt(2), sine)).isTrue();
        assertThat(isRight("01.2", peak / 2, sine)).isFalse();
    }

    @Test
    void ofSilenceItIsZero() {
        Wave silence = Wave.of(new float[100], 22_050);
        assertThat(isRight("01.2", 0, silence)).isTrue();
        assertThat(isRight("01.2", 0.1, silence)).isFalse();
    }

    @Test
    void widestLabelMayBeAnyOfThoseThatTie() {
        Map<String, double[]> values =
                Map.of("a", new double[] {0, 2}, "b", new double[] {10, 12}, "c", new double[] {5});
        assertThat(isRight("01.3", "a", values)).isTrue();
        assertThat(isRight("01.3", "b", values)).isTrue();
        assertThat(isRight("01.3", "c", values)).isFalse();
        assertThat(isRight("01.3", "d", values)).isFalse();
        assertThat(isRight("01.3", "a", Map.of("a", "no numbers"))).isFalse();
    }

    @Test
    void onlyTheShortestFrameIsRight() {
        assertThat(isRight("01.4", Stft.of(4096))).isTrue();
        for (int length : new int[] {16, 512, 2048, 3000, 8192, 32_768, 65_536}) {
            assertThat(isRight("01.4", Stft.of(length)))
                    .as("%d samples", length)
                    .isFalse();
        }
    }
}
