package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Resampler;
import io.github.jukelab.signal.LibrosaFixtures.Table;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HalfBandDecimatorTest {

    @ParameterizedTest
    @ValueSource(ints = {500, 501})
    void impulseResponseEqualsTheFilter(int position) {
        Table filter = LibrosaFixtures.table("soxr_hq_2to1_fir389");
        double[] taps = filter.expected().values();
        float[] impulse = new float[1001];
        impulse[position] = 1;
        double[] expected = new double[501];
        for (int m = 0; m < expected.length; m++) {
            int tap = 2 * m - position + taps.length / 2;
            expected[m] = tap < 0 || tap >= taps.length ? 0 : taps[tap];
        }
        filter.tolerance().assertClose("decimated", new HalfBandDecimator(impulse.length).apply(impulse), expected);
        filter.tolerance().assertClose("resampled", Resampler.of(2, 1).resample(impulse), expected);
    }

    /** One sample, lengths around a block, several rounds of blocks, and a decimator created for another length. */
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "3, 3", "1659, 1659", "1660, 3000", "1661, 1661", "120000, 120000", "60001, 1"})
    void equalsTheResampler(int samples, int length) {
        float[] sound = Waves.noise(samples, samples).samples();
        float[] expected = Resampler.of(2, 1).resample(sound);
        float[] actual = new HalfBandDecimator(length).apply(sound);
        assertThat(actual).hasSameSizeAs(expected);
        for (int m = 0; m < actual.length; m++) {
            assertThat(actual[m]).isCloseTo(expected[m], within(5e-7f));
        }
    }
}
