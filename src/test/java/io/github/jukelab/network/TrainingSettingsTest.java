package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.input.Augmentation;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.FlipAndCutout;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.Normalisation;
import io.github.jukelab.input.Shape;
import io.github.jukelab.signal.Scale;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrainingSettingsTest {

    @Test
    void theArticlesWindows() {
        MelWindows printed = MelWindows.AS_PRINTED;
        assertThat(printed.shape()).isEqualTo(new Shape(1, 128, 129));
        assertThat(1 + (printed.samples() - printed.window()) / printed.step()).isEqualTo(39);
        assertThat(MelWindows.REPAIRED)
                .hasToString("MelWindows[22050 Hz, windows of 1.50 s every 0.75 s, mel decibel 1 x 128 x 129]");
    }

    @Test
    void preprocessingOutOfRange() {
        MelWindows p = MelWindows.REPAIRED;
        assertThatThrownBy(() -> p.withBands(0)).hasMessage("bands must be at least 1, got 0");
        assertThatThrownBy(() -> p.withFrames(0, 1)).hasMessage("nFft must be at least 1, got 0");
        assertThatThrownBy(() -> p.withWindows(660_001, 1))
                .hasMessage("samples must be at least a window of 660001, got 660000");
        assertThatThrownBy(() -> p.withScale(Scale.MAGNITUDE))
                .hasMessage("scale of a mel spectrogram must be POWER or DECIBEL, got MAGNITUDE");
    }

    @Test
    void normalisationIsOfAllValues() {
        Examples examples = Examples.of(
                List.of("a"),
                List.of(
                        new Example("x", "x", "a", new Shape(1, 1, 2), new float[] {1, 3}),
                        new Example("y", "y", "a", new Shape(1, 1, 2), new float[] {5, 7})));
        Normalisation fitted = Normalisation.of(examples);
        assertThat(fitted.means()).containsExactly(4.0);
        assertThat(fitted.deviations().get(0)).isCloseTo(Math.sqrt(5), within(1e-12));
        float[] values = {4, 4 + (float) Math.sqrt(5)};
        fitted.apply(values);
        assertThat(values[0]).isZero();
        assertThat(values[1]).isCloseTo(1, within(1e-6f));
    }

    @Test
    void normalisationByColumn() {
        Examples rows = Examples.of(
                List.of("a"),
                List.of(
                        Example.of("x", "x", "a", new double[] {1, 100, 7}),
                        Example.of("y", "y", "a", new double[] {3, 300, 7})));
        Normalisation fitted = Normalisation.byColumn(rows);
        assertThat(fitted).isEqualTo(new Normalisation(List.of(2.0, 200.0, 7.0), List.of(1.0, 100.0, 1.0)));
        float[] values = {3, 100, 8};
        fitted.apply(values);
        assertThat(values).containsExactly(1, -1, 1);
        assertThatThrownBy(() -> new Normalisation(List.of(1.0), List.of()))
                .hasMessage("there must be as many means as deviations, at least one, got 1 and 0");
    }

    @Test
    void normalisationOfSilence() {
        Examples silence = Examples.of(
                List.of("a"), List.of(new Example("x", "x", "a", new Shape(1, 1, 2), new float[] {-80, -80})));
        assertThat(Normalisation.of(silence)).isEqualTo(new Normalisation(-80, 1));
        assertThatThrownBy(() -> new Normalisation(0, 0))
                .hasMessage("mean must be finite and deviation positive, got 0.0 and 0.0");
    }

    @Test
    void rateFallsAfterThreeEpochsWithoutImprovementAndThenRests() {
        ReduceLrOnPlateau plateau = ReduceLrOnPlateau.ARTICLE_004;
        assertThat(plateau.rate(1, List.of(2.0, 2.0, 2.0))).isEqualTo(1);
        assertThat(plateau.rate(1, List.of(2.0, 2.0, 2.0, 2.0))).isEqualTo(0.95);
        assertThat(plateau.rate(1, Collections.nCopies(7, 2.0))).isEqualTo(0.95);
        assertThat(plateau.rate(1, Collections.nCopies(8, 2.0))).isCloseTo(0.9025, within(1e-12));
        assertThat(plateau.rate(1, List.of(2.0, 1.9, 1.8, 1.7, 1.6))).isEqualTo(1);
        assertThat(plateau.rate(1e-5, Collections.nCopies(8, 2.0))).isEqualTo(1e-5);
        assertThat(ReduceLrOnPlateau.NONE.rate(1, Collections.nCopies(8, 2.0))).isEqualTo(1);
    }

    @Test
    void plateauOutOfRange() {
        assertThatThrownBy(() -> new ReduceLrOnPlateau(1.2, 1, 0, 0, 0))
                .hasMessage("factor must be in (0, 1], got 1.2");
        assertThatThrownBy(() -> new ReduceLrOnPlateau(0.5, 0, 0, 0, 0))
                .hasMessage("patience must be at least 1 and cooldown, minDelta, minRate at least 0,"
                        + " got 0, 0, 0.0, 0.0");
    }

    @Test
    void augmentationFlipsHalfAndCutsHalf() {
        Shape shape = new Shape(1, 6, 9);
        SplittableRandom random = new SplittableRandom(1);
        int flipped = 0;
        int cut = 0;
        for (int i = 0; i < 1000; i++) {
            float[] values = counting(shape);
            FlipAndCutout.AS_PRINTED.apply(values, shape, random);
            flipped += IntStream.range(0, 54).anyMatch(k -> values[k] > 0 && values[k] != k + 1) ? 1 : 0;
            cut += IntStream.range(0, 54).anyMatch(k -> values[k] == -80) ? 1 : 0;
        }
        assertThat(flipped).isBetween(420, 580);
        assertThat(cut).isBetween(440, 560);
    }

    @Test
    void whatIsCutFallsToTheFloor() {
        Shape shape = new Shape(2, 12, 12);
        for (int seed = 0; seed < 20; seed++) {
            float[] values = counting(shape);
            FlipAndCutout.TO_FLOOR.apply(values, shape, new SplittableRandom(seed));
            long floor = IntStream.range(0, values.length)
                    .filter(i -> values[i] == 1)
                    .count();
            assertThat(values).doesNotContain(-80);
            assertThat(floor == 1 || floor >= 2 * (12 + 11) && floor <= 2 * (3 * 12 + 4 * 9) + 1)
                    .isTrue();
        }
    }

    private static float[] counting(Shape shape) {
        float[] values = new float[shape.values()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i + 1;
        }
        return values;
    }

    @Test
    void protocols() {
        SplittableRandom random = new SplittableRandom(1);
        assertThat(TrainingMode.HALF_EPOCHS.training(5, 1, random)).containsExactly(0, 1, 2);
        assertThat(TrainingMode.HALF_EPOCHS.validation(5, 2)).containsExactly(3, 4);
        assertThat(TrainingMode.HALF_EPOCHS.training(1, 2, random)).containsExactly(0);
        assertThat(TrainingMode.SHUFFLED_KEEP_BEST.validation(5, 2)).containsExactly(0, 1, 2, 3, 4);
        int[] first = TrainingMode.SHUFFLED_KEEP_BEST.training(50, 1, random);
        int[] second = TrainingMode.SHUFFLED_KEEP_BEST.training(50, 2, random);
        assertThat(first).containsExactlyInAnyOrder(IntStream.range(0, 50).toArray());
        assertThat(second).isNotEqualTo(first);
        assertThat(TrainingMode.SHUFFLED_KEEP_BEST.onValidation(FlipAndCutout.TO_FLOOR))
                .isSameAs(Augmentation.NONE);
        assertThat(TrainingMode.HALF_EPOCHS.onValidation(FlipAndCutout.AS_PRINTED))
                .isSameAs(FlipAndCutout.AS_PRINTED);
    }
}
