package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.jukelab.image.Picture;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On examples whose values all differ. */
class AugmentationTest {

    static float[] counting(Shape shape) {
        float[] values = new float[shape.values()];
        for (int i = 0; i < values.length; i++) {
            values[i] = i + 1;
        }
        return values;
    }

    static float[] applied(Augmentation augmentation, Shape shape, long seed) {
        float[] values = counting(shape);
        augmentation.apply(values, shape, new SplittableRandom(seed));
        return values;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void theSameSeedGivesTheSameResult(long seed) {
        Shape shape = new Shape(2, 40, 50);
        for (Augmentation augmentation : new Augmentation[] {
            SpecAugment.NONE.withFrequencyMasks(2, 9).withTimeMasks(2, 9),
            TimeShift.of(0.5),
            FlipAndCutout.TO_FLOOR.then(TimeShift.of(0.3))
        }) {
            float[] values = applied(augmentation, shape, seed);
            assertThat(applied(augmentation, shape, seed)).containsExactly(values);
            assertThat(IntStream.range(10, 20).mapToObj(other -> applied(augmentation, shape, other)))
                    .anyMatch(other -> !Arrays.equals(other, values));
        }
    }

    @Test
    void masksHaveAllWidthsAndPositions() {
        Shape shape = new Shape(1, 8, 1);
        SplittableRandom random = new SplittableRandom(5);
        TreeSet<String> patterns = new TreeSet<>();
        for (int i = 0; i < 1000; i++) {
            float[] values = {9, 1, 1, 1, 1, 1, 1, 9};
            SpecAugment.NONE.withFrequencyMasks(1, 3).apply(values, shape, random);
            StringBuilder pattern = new StringBuilder();
            for (float value : values) {
                pattern.append(value == 3 ? '#' : '.');
            }
            patterns.add(pattern.toString());
        }
        assertThat(patterns).hasSize(1 + 8 + 7 + 6);
    }

    @Test
    void masksMayBeWiderThanTheExample() {
        Shape shape = new Shape(1, 3, 4);
        SpecAugment wide = SpecAugment.NONE.withFrequencyMasks(4, 100).withTimeMasks(4, 100);
        assertThat(IntStream.range(0, 50).mapToObj(seed -> applied(wide, shape, seed)))
                .allSatisfy(values -> assertThat(values).hasSize(12))
                .anySatisfy(values -> assertThat(values).containsOnly(6.5f));
        assertThat(applied(SpecAugment.NONE, shape, 1)).containsExactly(counting(shape));
        assertThat(applied(SpecAugment.NONE.withFrequencyMasks(3, 0).withTimeMasks(0, 9), shape, 1))
                .containsExactly(counting(shape));
    }

    @Test
    void givesAnAugmentedCopyOfAPicture() {
        Picture picture = Picture.of(2, 1, new int[] {0x112233, 0x445566});
        assertThat(Augmentation.NONE.applied(picture, 1).toTensor()).containsExactly(picture.toTensor());
        Augmentation firstValue = (values, shape, random) -> {
            assertThat(shape).isEqualTo(new Shape(3, 1, 2));
            values[0] = random.nextFloat();
        };
        assertThat(firstValue.applied(picture, 1).rgb(1, 0)).isEqualTo(0x445566);
        assertThat(firstValue.applied(picture, 1).rgb(0, 0))
                .isEqualTo(firstValue.applied(picture, 1).rgb(0, 0))
                .isNotEqualTo(firstValue.applied(picture, 2).rgb(0, 0));
    }

    @Test
    void constantExamplesAreUnchanged() {
        float[] values = new float[600];
        Arrays.fill(values, -80);
        SpecAugment.NONE
                .withFrequencyMasks(3, 9)
                .withTimeMasks(3, 9)
                .apply(values, new Shape(1, 20, 30), new SplittableRandom(2));
        assertThat(values).containsOnly(-80);
    }

    @Test
    void timeShiftIsUniform() {
        Shape shape = Shape.row(9);
        SplittableRandom random = new SplittableRandom(3);
        int[] counts = new int[9];
        for (int i = 0; i < 5000; i++) {
            float[] values = counting(shape);
            TimeShift.of(0.25).apply(values, shape, random);
            counts[(int) values[0] - 1]++;
        }
        assertThat(IntStream.of(counts[0], counts[1], counts[2], counts[7], counts[8]))
                .allMatch(count -> count > 880 && count < 1120);
        assertThat(Arrays.stream(counts).skip(3).limit(4)).containsOnly(0);
    }

    @Test
    void augmentationsAreAppliedInOrderWithOneRandomGenerator() {
        Shape shape = new Shape(1, 6, 9);
        Augmentation both = SpecAugment.NONE.withFrequencyMasks(1, 4).then(TimeShift.of(0.5));
        float[] expected = counting(shape);
        RandomGenerator random = new SplittableRandom(8);
        SpecAugment.NONE.withFrequencyMasks(1, 4).apply(expected, shape, random);
        TimeShift.of(0.5).apply(expected, shape, random);
        assertThat(applied(both, shape, 8)).containsExactly(expected);
        assertThat(applied(Augmentation.NONE.then(both), shape, 8)).containsExactly(expected);
        assertThat(applied(both.then(Augmentation.NONE), shape, 8)).containsExactly(expected);
        Augmentation order = both.then((values, s, r) -> values[0] = 7).then((values, s, r) -> values[0] *= 2);
        assertThat(applied(order, shape, 8)[0]).isEqualTo(14);
        assertThat(SpecAugment.NONE.withTimeMasks(2, 24).then(TimeShift.of(0.25)))
                .hasToString(
                        "SpecAugment[frequencyMasks=0, maxBands=0, timeMasks=2, maxFrames=24], then TimeShift[share=0.25]");
    }

    @Test
    void givesAnAugmentedCopyOfASpectrogram() {
        double[] frequencies = {0, 100, 200};
        Spectrogram before = Spectrogram.of(new float[] {1, 2, 3, 4, 5, 6}, frequencies, Scale.DECIBEL, 0.5);
        Spectrogram after = FlipAndCutout.TO_FLOOR.then(TimeShift.of(0.5)).applied(before, 4);
        float[] expected = before.values();
        FlipAndCutout.TO_FLOOR.then(TimeShift.of(0.5)).apply(expected, new Shape(1, 3, 2), new SplittableRandom(4));
        assertThat(after.values()).containsExactly(expected);
        assertThat(after.frequencies()).containsExactly(frequencies);
        assertThat(after.scale()).isEqualTo(Scale.DECIBEL);
        assertThat(after.secondsPerFrame()).isEqualTo(0.5);
        assertThat(before.values()).containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void refusesImpossiblePowers() {
        Spectrogram power = Spectrogram.of(new float[100], new double[10], Scale.POWER, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ((Augmentation) (values, shape, random) -> values[0] = -80).applied(power, 1))
                .withMessage("POWER must be a finite number, at least 0.0, got -80.0");
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpecAugment.NONE.withFrequencyMasks(-1, 2))
                .withMessage("frequencyMasks must be at least 0, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpecAugment.NONE.withFrequencyMasks(1, -2))
                .withMessage("maxBands must be at least 0, got -2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpecAugment.NONE.withTimeMasks(-3, 2))
                .withMessage("timeMasks must be at least 0, got -3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SpecAugment.NONE.withTimeMasks(3, -4))
                .withMessage("maxFrames must be at least 0, got -4");
        for (double share : new double[] {0, -0.1, 0.51, Double.NaN}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> TimeShift.of(share))
                    .withMessage("share must be in (0, 0.5], got " + share);
        }
    }
}
