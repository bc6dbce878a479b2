package io.github.jukelab.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The filters of the resampler, and its Fourier transform, against their definitions. */
class PolyphaseStageTest {

    @Test
    void fftEqualsItsDefinition() {
        int size = 16;
        ComplexRows rows = new ComplexRows(size, 2);
        rows.re[3][1] = 2;
        new BatchFft(4 * size).forward(rows);
        for (int k = 0; k < size; k++) {
            int row = Integer.reverse(k) >>> 28;
            double angle = 2 * Math.PI * 3 * k / size;
            assertThat((double) rows.re[row][1]).isCloseTo(2 * Math.cos(angle), within(1e-6));
            assertThat((double) rows.im[row][1]).isCloseTo(-2 * Math.sin(angle), within(1e-6));
            assertThat(rows.re[row][0]).isZero();
        }
    }

    @Test
    void inverseFftRestoresTheSignal() {
        Random random = new Random(1);
        ComplexRows rows = new ComplexRows(256, 3);
        float[][] before = new float[256][3];
        for (int row = 0; row < 256; row++) {
            for (int column = 0; column < 3; column++) {
                rows.re[row][column] = before[row][column] = random.nextFloat();
            }
        }
        BatchFft fft = new BatchFft(256);
        fft.forward(rows);
        fft.inverse(rows);
        for (int row = 0; row < 256; row++) {
            assertThat(rows.re[row][2] / 256).isCloseTo(before[row][2], within(1e-6f));
            assertThat(rows.im[row][2] / 256).isCloseTo(0, within(1e-6f));
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 31", "1, 2, 389", "1, 4, 401", "1, 3, 77", "2, 1, 561", "2, 3, 101", "4, 1, 777", "3, 4, 123"})
    void bothStagesEqualTheDirectSum(int up, int down, int length) {
        Random random = new Random(length);
        double[] taps = random.doubles(length, -1, 1).toArray();
        float[] samples = new float[5000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = random.nextFloat() - 0.5f;
        }
        int count = samples.length * up / down + 20;
        float[] byTransform = new FftStage(taps, up, down).apply(samples, count);
        float[] direct = new PolyphaseStage(taps, up, down, 0).apply(samples, count);
        assertThat(byTransform).hasSize(count);
        for (int m = 0; m < count; m++) {
            double expected = sum(taps, samples, (long) m * down, up);
            assertThat((double) byTransform[m]).isCloseTo(expected, within(1e-4));
            assertThat((double) direct[m]).isCloseTo(expected, within(1e-4));
        }
    }

    private static double sum(double[] taps, float[] samples, long position, int up) {
        double sum = 0;
        for (int k = 0; k < samples.length; k++) {
            long at = taps.length / 2 + position - (long) k * up;
            sum += at < 0 || at >= taps.length ? 0 : samples[k] * taps[(int) at];
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
        float[] quarters = new PolyphaseStage(hat, 2, 1, 1).apply(ramp, 100);
        for (int m = 4; m < 100; m++) {
            assertThat((double) quarters[m]).isCloseTo(m / 4.0, within(1e-5));
        }
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

    @Test
    void dependsOnNoMoreSamplesThanNeededReturns() {
        float[] samples = new float[4000];
        java.util.Arrays.fill(samples, 1);
        for (Stage stage : SoxrDesign.stages(44_100, 16_000)) {
            int needed = stage.needed(500);
            assertThat(needed).isBetween(500, 3000);
            assertThat(stage.apply(java.util.Arrays.copyOf(samples, needed), 500))
                    .containsExactly(stage.apply(samples, 500), within(1e-6f));
        }
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
