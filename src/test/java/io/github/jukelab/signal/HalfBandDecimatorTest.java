package io.github.jukelab.signal;

import static io.github.jukelab.signal.LibrosaFixtures.largestDifference;
import static io.github.jukelab.signal.LibrosaFixtures.maximum;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.Npy;
import io.github.jukelab.audio.Resampler;
import io.github.jukelab.signal.LibrosaFixtures.Fixture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class HalfBandDecimatorTest {

    static Stream<Fixture> equalsLibrosa() {
        return LibrosaFixtures.having("resample_11025");
    }

    @ParameterizedTest
    @MethodSource
    void equalsLibrosa(Fixture fixture) {
        float[] samples = fixture.wave().samples();
        assertThat(largestDifference(new HalfBandDecimator(samples.length).apply(samples), fixture.expected()))
                .isLessThanOrEqualTo(1e-6 * maximum(fixture.expected()));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 501})
    void impulseResponseEqualsTheFilter(int position) {
        Npy expected = LibrosaFixtures.table("soxr_hq_2to1_fir389");
        float[] impulse = new float[1001];
        impulse[position] = 1;
        float[] actual = new HalfBandDecimator(impulse.length).apply(impulse);
        for (int m = 0; m < actual.length; m++) {
            int t = 2 * m - position + 194;
            double tap = t < 0 || t >= 389 ? 0 : expected.values()[t];
            assertThat((double) actual[m]).isCloseTo(tap, within(3e-8));
        }
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
