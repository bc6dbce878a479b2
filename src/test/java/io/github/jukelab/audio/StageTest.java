package io.github.jukelab.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.SampleReader;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filters of the resampler, and its Fourier transform, against their definitions. */
class StageTest {

    @Test
    void fftEqualsItsDefinition() {
        int size = 16;
        ComplexRows rows = ComplexRows.of(size);
        rows.re()[1][ComplexRows.index(3, 1)] = 2;
        new BatchFft(size).forward(rows);
        for (int k = 0; k < size; k++) {
            int row = Integer.reverse(k) >>> 28;
            double angle = 2 * Math.PI * 3 * k / size;
            float re = rows.re()[row / 2][ComplexRows.index(row, 1)];
            float im = rows.im()[row / 2][ComplexRows.index(row, 1)];
            assertThat((double) re).isCloseTo(2 * Math.cos(angle), within(1e-6));
            assertThat((double) im).isCloseTo(-2 * Math.sin(angle), within(1e-6));
            assertThat(rows.re()[row / 2][ComplexRows.index(row, 0)]).isZero();
        }
    }

    @Test
    void inverseFftRestoresTheSignal() {
        int size = 256;
        Random random = new Random(1);
        ComplexRows rows = ComplexRows.of(size);
        float[][] before = new float[size / 2][];
        for (int k = 0; k < size / 2; k++) {
            for (int i = 0; i < rows.re()[k].length; i++) {
                rows.re()[k][i] = random.nextFloat();
            }
            before[k] = rows.re()[k].clone();
        }
        BatchFft fft = new BatchFft(size);
        fft.forward(rows);
        fft.inverse(rows);
        for (int k = 0; k < size / 2; k++) {
            for (int i = 0; i < before[k].length; i++) {
                assertThat(rows.re()[k][i] / size).isCloseTo(before[k][i], within(1e-6f));
                assertThat(rows.im()[k][i] / size).isCloseTo(0, within(1e-6f));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 31",
        "1, 2, 389",
        "1, 4, 401",
        "1, 3, 77",
        "1, 5, 91",
        "2, 1, 561",
        "2, 3, 101",
        "4, 1, 777",
        "3, 4, 123",
        "1, 2, 3",
        "5, 1, 401",
        "8, 1, 1601",
        "1, 1, 1801"
    })
    void fftStageEqualsTheDirectSum(int up, int down, int length) {
        equalsTheDirectSum(new FftStage(taps(length), up, down), up, down, length);
    }

    /** Ratios with and without a common divisor, of one period and of many. */
    @ParameterizedTest
    @CsvSource({"147, 320, 2057", "160, 441, 1919", "882, 1280, 14111", "16, 1, 3201", "3, 2, 21", "1, 3, 35"})
    void laneStageEqualsTheDirectSum(int phases, int step, int length) {
        equalsTheDirectSum(new LaneStage(taps(length), phases, step), phases, step, length);
    }

    @ParameterizedTest
    @CsvSource({"2, 3, 21", "64, 129, 1001", "2048, 2047, 32767"})
    void polyphaseStageOnItsPhasesEqualsTheDirectSum(int phases, int step, int length) {
        equalsTheDirectSum(new PolyphaseStage(taps(length), phases, 4L * step, 2), phases, step, length);
    }

    /** Near both ends, around the borders of the first blocks, and here and there between. */
    private static void equalsTheDirectSum(Stage stage, int up, int down, int length) {
        float[] samples = noise((int) Math.min(2L * stage.window() + 1000, 400_000));
        int count = (int) ((long) samples.length * up / down) + 20;
        float[] actual = apply(stage, samples, count);
        double[] taps = taps(length);
        for (int m = 0; m < count; m++) {
            boolean border = m < 200 || m > count - 200 || (m + 50) % stage.block() < 100;
            if (border || m % 211 == 0) {
                assertThat((double) actual[m]).isCloseTo(sum(taps, samples, (long) m * down, up), within(1e-4));
            }
        }
    }

    private static double[] taps(int length) {
        return new Random(length).doubles(length, -1, 1).toArray();
    }

    static float[] noise(int length) {
        Random random = new Random(length);
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = random.nextFloat() - 0.5f;
        }
        return samples;
    }

    private static float[] apply(Stage stage, float[] samples, int count) {
        float[] result = new float[count];
        try (SampleReader reader = new StageReader(new ArrayReader(samples), samples.length, stage, count)) {
            assertThat(reader.read(result, 0, count)).isEqualTo(count);
            assertThat(reader.read(result, 0, 1)).isZero();
        } catch (AudioException e) {
            throw new AssertionError(e);
        }
        return result;
    }

    private static double sum(double[] taps, float[] samples, long position, int up) {
        int middle = taps.length / 2;
        double sum = 0;
        for (long k = Math.max(0, (position - middle) / up); k < samples.length && k * up <= position + middle; k++) {
            long at = middle + position - k * up;
            sum += at < 0 || at >= taps.length ? 0 : samples[(int) k] * taps[(int) at];
        }
        return sum;
    }

    @Test
    void interpolatesLinearlyBetweenPhases() {
        double[] hat = {0.5, 1, 0.5}; // h at -1/2, 0, 1/2: a ramp needs no more
        float[] ramp = new float[50];
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = i;
        }
        float[] quarters = apply(new PolyphaseStage(hat, 2, 1, 1), ramp, 100);
        for (int m = 4; m < 100; m++) {
            assertThat((double) quarters[m]).isCloseTo(m / 4.0, within(1e-5));
        }
    }

    /** Days of sound, and a step whose products do not fit in a long. */
    @Test
    void windowsStartAtTheRightSampleHoweverFarFromTheStart() {
        long step = 14_999_999_999L; // almost 3.5 samples
        PolyphaseStage stage = new PolyphaseStage(taps(32_767), 2048, step, 21);
        long block = 1_000_003;
        long expected = BigInteger.valueOf(block)
                .multiply(BigInteger.valueOf(stage.block()))
                .multiply(BigInteger.valueOf(step))
                .shiftRight(32)
                .longValueExact();
        assertThat(stage.start(block) - stage.start(0)).isEqualTo(expected);
        assertThat(stage.needed(block * stage.block() + 1) - stage.needed(1)).isEqualTo(expected);
        LaneStage lanes = new LaneStage(taps(2057), 147, 320);
        assertThat(lanes.start(block) - lanes.start(0)).isEqualTo(block * lanes.block() / 147 * 320);
        FftStage halves = new FftStage(taps(389), 1, 2);
        assertThat(halves.start(block) - halves.start(0)).isEqualTo(block * halves.block() * 2);
    }

    @Test
    void silenceStaysSilence() {
        float[] samples = new float[200_000];
        samples[100_000] = 1;
        float[] result = Resampler.of(44_100, 22_050).resample(samples);
        for (int m = 0; m < result.length; m++) {
            if (Math.abs(m - 50_000) > 2048) {
                assertThat(result[m]).isZero();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"44100, 16000", "48000, 22050", "44099, 22050", "8000, 44100", "96000, 8000"})
    void dependsOnNoMoreSamplesThanNeededReturns(int from, int to) {
        float[] samples = noise(8000);
        for (Stage stage : SoxrDesign.stages(from, to)) {
            int needed = (int) stage.needed(500);
            assertThat(needed).isBetween(60, 4000);
            assertThat(apply(stage, Arrays.copyOf(samples, needed), 500))
                    .containsExactly(apply(stage, samples, 500), within(1e-6f));
        }
    }

    @Test
    void refusesSoundShorterThanPromised() {
        StageReader reader = new StageReader(new ArrayReader(new float[10]), 11, new FftStage(taps(31), 1, 2), 5);
        assertThatThrownBy(() -> reader.read(new float[5], 0, 5))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("sound of 11 samples ends after 10");
        assertThat(reader).hasToString("StageReader[0 of 5]");
    }

    @Test
    void lowPassKeepsPassBandAndRemovesStopBand() {
        LowPass filter = LowPass.of(0.4, 0.5, 126.4);
        double[] taps = filter.taps(filter.length() / 2 * 2 + 1, 0.5, 1);
        assertThat(gain(taps, 0)).isCloseTo(1, within(1e-6));
        assertThat(gain(taps, 0.39)).isCloseTo(1, within(2e-6));
        assertThat(gain(taps, 0.45)).isCloseTo(0.5, within(1e-2));
        assertThat(Math.abs(gain(taps, 0.51))).isLessThan(1e-6);
    }

    private static double gain(double[] taps, double frequency) {
        double gain = 0;
        for (int i = 0; i < taps.length; i++) {
            gain += taps[i] * Math.cos(Math.PI * frequency * (i - taps.length / 2));
        }
        return gain;
    }
}
