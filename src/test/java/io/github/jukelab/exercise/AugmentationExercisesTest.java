package io.github.jukelab.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.audio.WaveAugmentations;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.SpecAugment;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AugmentationExercisesTest {

    private static final SpecAugment MASKS =
            SpecAugment.NONE.withFrequencyMasks(1, 8).withTimeMasks(1, 16);

    private static Verdict verdict(String id, Object... values) {
        return Exercises.of(id).check(values);
    }

    @Test
    void noisesAddUpByTheirPowers() {
        Wave window = Wave.sine(440, 1.5, 22_050);
        Wave noisy = WaveAugmentations.withNoise(WaveAugmentations.withNoise(window, 10, 1), 10, 2);
        assertThat(verdict("08.1", 6.78, noisy, window).right()).isTrue();
        assertThat(verdict("08.1", 10, noisy, window).text()).contains("0.48 times");
        assertThat(verdict("08.1", 20, WaveAugmentations.withNoise(window, 20, 1), window)
                        .right())
                .isTrue();
    }

    @Test
    void noiseNeedsASoundAndItsWindow() {
        Wave window = Wave.sine(440, 1.5, 22_050);
        Wave silence = Wave.of(new float[window.length()], 22_050);
        assertThat(verdict("08.1", 10, window, window).text()).contains("zero");
        assertThat(verdict("08.1", 10, window, silence).text()).contains("zero");
        assertThat(verdict("08.1", 10, window.first(100), window).text()).contains("same length");
    }

    @Test
    void sevenSemitonesAreNearlyAFifth() {
        assertThat(verdict("08.2", 659.3).right()).isTrue();
        assertThat(verdict("08.2", 660).right()).isTrue(); // a pure fifth
        assertThat(verdict("08.2", 696.7).right()).isFalse();
        assertThat(verdict("08.2", 440).text()).contains("440 Hz");
        assertThat(verdict("08.2", -1).text()).contains("above 0");
    }

    private static Spectrogram picture() {
        double[] frequencies =
                IntStream.range(0, 32).mapToDouble(i -> 100 + 50 * i).toArray();
        float[] values = new float[32 * 65];
        for (int i = 0; i < values.length; i++) {
            values[i] = -(i / 65) - i % 7;
        }
        return Spectrogram.of(values, frequencies, Scale.DECIBEL, 0.02);
    }

    @Test
    void masksHideHalfOfTheirMaximum() {
        assertThat(verdict("08.3", 0.2327, MASKS, picture()).right()).isTrue();
        assertThat(verdict("08.3", 4 / 32.0 + 8 / 65.0, MASKS, picture()).right())
                .isFalse();
        assertThat(verdict("08.3", 0.435, MASKS, picture()).right()).isFalse();
        assertThat(verdict("08.3", 0, SpecAugment.NONE, picture()).right()).isTrue();
    }

    @Test
    void meansKnowNoOrder() {
        assertThat(verdict("08.4", List.of("flip", "shift"), picture()).right()).isTrue();
        assertThat(verdict("08.4", "flip, shift", picture()).right()).isTrue();
        assertThat(verdict("08.4", List.of("flip"), picture()).text()).contains("not the only ones");
        for (String other : List.of("gain", "band", "span")) {
            assertThat(verdict("08.4", List.of("flip", "shift", other), picture())
                            .text())
                    .startsWith("Not yet: \"" + other + "\" moves");
        }
        assertThat(verdict("08.4", List.of("pitch"), picture()).text()).contains("[band, flip, gain, shift, span]");
    }

    private static Predictions answers(int... labels) {
        return new Predictions(
                List.of("a", "b", "c"),
                IntStream.range(0, labels.length)
                        .mapToObj(i -> {
                            float[] probabilities = new float[3];
                            probabilities[labels[i]] = 1;
                            return new Prediction("t" + i, "t" + i, 0, probabilities);
                        })
                        .toList());
    }

    @Test
    void exactlyOneOfTwoIsRight() {
        Predictions first = answers(0, 0, 1, 1);
        assertThat(verdict("08.5", 2, first, answers(0, 1, 0, 2)).right()).isTrue();
        assertThat(verdict("08.5", 3, first, answers(0, 1, 0, 2)).right()).isFalse();
        assertThat(verdict("08.5", 0, first, first).right()).isTrue();
        assertThat(verdict("08.5", 9, first, first).text()).contains("whole number");
        assertThat(verdict("08.5", 0, first, answers(0)).text()).contains("do not belong together");
    }
}
