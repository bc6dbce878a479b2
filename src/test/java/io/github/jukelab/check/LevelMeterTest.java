package io.github.jukelab.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LevelMeterTest {

    private static final int RATE = 44_100;

    /** A second of sound, in blocks of odd length. */
    private static Level level(IntToDoubleFunction sample) {
        LevelMeter meter = new LevelMeter();
        for (int start = 0; start < RATE; start += 777) {
            float[] block = new float[777];
            int first = start;
            int count = Math.min(block.length, RATE - start);
            for (int i = 0; i < count; i++) {
                block[i] = (float) sample.applyAsDouble(first + i);
            }
            meter.add(block, count);
        }
        return meter.level();
    }

    /** A sample as a format of so many bits has it. */
    private static double rounded(double sample, int bits) {
        double steps = Math.pow(2, bits - 1);
        return Math.min(steps - 1, Math.rint(sample * steps)) / steps;
    }

    private static double sine(double hertz, int i) {
        return Math.sin(2 * Math.PI * hertz * i / RATE + 0.3);
    }

    @Test
    void runsOfTheHighestAndLowestSampleAreCounted() {
        float[] samples = {0, 0.01f, 0.9f, 0.9f, 0.9f, 0.1f, 0.9f, 0.9f, 0, -0.8f, -0.8f, -0.8f, -0.8f, 0.1f};
        LevelMeter meter = new LevelMeter();
        meter.add(samples, samples.length);
        assertThat(meter.level()).isEqualTo(new Level((0.9f + 0.8f) / 2, 2, 7.0 / samples.length));
    }

    @Test
    void aLouderSampleMakesTheRunsBeforeMeaningless() {
        float[] samples = {0, 0.01f, 0.9f, 0.9f, 0.9f, 0, 0.95f, 0};
        LevelMeter meter = new LevelMeter();
        meter.add(samples, samples.length);
        assertThat(meter.level().flatTops()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"1, 16", "1, 24", "1, 8", "0.5, 16", "0.2, 16"})
    void aClippedSoundIsFoundAtAnyLevel(double limit, int bits) {
        Level level = level(i -> limit * rounded(Math.max(-1, Math.min(1, 1.5 * sine(1000, i))), bits));
        assertThat(level.isClipped()).isTrue();
        // The arc of a sine above 1 / 1.5, above and below. With 8 bits, some edges have less than five steps.
        double share = 1 - 2 * Math.asin(1 / 1.5) / Math.PI;
        assertThat(level.flatShare()).isBetween(0.8 * share, 1.05 * share);
    }

    /** Their tops have several equal samples, but no edges. */
    @ParameterizedTest
    @CsvSource({"10, 16, 1", "20, 16, 1", "20, 16, 0.2", "50, 8, 1", "100, 8, 0.9", "220, 12, 1"})
    void aSoftBassIsNotClipped(double hertz, int bits, double amplitude) {
        assertThat(level(i -> rounded(amplitude * sine(hertz, i), bits)).isClipped())
                .isFalse();
    }

    @Test
    void fewOrSoftFlatTopsDoNotMatter() {
        assertThat(level(i -> i % 10_000 < 3 ? 1 : 0.5 * sine(220, i)).isClipped())
                .isFalse();
        assertThat(level(i -> Math.max(-0.05, Math.min(0.05, sine(220, i)))).isClipped())
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.3, -1})
    void ditheredSilenceIsSilent(double offset) {
        Random random = new Random(5);
        Level level = level(i -> offset + (random.nextInt(3) - 1) / 32_768.0);
        assertThat(level.isSilent()).isTrue();
        assertThat(level.peak()).isCloseTo(1 / 32_768f, within(1e-7f));
        assertThat(level.isClipped()).isFalse();
    }

    @Test
    void aSoftSoundIsNotSilent() {
        assertThat(level(i -> 0.0011 * sine(220, i)).isSilent()).isFalse();
        assertThat(level(i -> 0.0009 * sine(220, i)).isSilent()).isTrue();
    }

    @Test
    void aSoundMayHaveNoSamples() {
        assertThat(new LevelMeter().level().isSilent()).isTrue();
        assertThat(new LevelMeter().level().isClipped()).isFalse();
        assertThat(Arrays.asList(new Level(1, 0, 0).isSilent(), new Level(1, 0, 0).isClipped()))
                .containsOnly(false);
    }
}
