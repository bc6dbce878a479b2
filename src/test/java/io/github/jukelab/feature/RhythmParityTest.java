package io.github.jukelab.feature;

import static io.github.jukelab.signal.LibrosaFixtures.largestDifference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.feature.OnsetStrength.Aggregate;
import io.github.jukelab.signal.LibrosaFixtures;
import io.github.jukelab.signal.LibrosaFixtures.Fixture;
import io.github.jukelab.signal.Stft;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Onsets, tempo and beats against librosa's: strengths within 1e-4 dB, tempi and beats exactly. */
class RhythmParityTest {

    private static FrameSeries median(Fixture fixture) {
        return OnsetStrength.of(fixture.wave(), Stft.LIBROSA, Aggregate.MEDIAN);
    }

    static Stream<Fixture> meanStrength() {
        return LibrosaFixtures.having("onset_strength_mean");
    }

    @ParameterizedTest
    @MethodSource
    void meanStrength(Fixture fixture) {
        assertThat(largestDifference(OnsetStrength.of(fixture.wave()).values(), fixture.expected()))
                .isLessThanOrEqualTo(1e-4);
    }

    static Stream<Fixture> medianStrength() {
        return LibrosaFixtures.having("onset_strength_median");
    }

    @ParameterizedTest
    @MethodSource
    void medianStrength(Fixture fixture) {
        assertThat(largestDifference(median(fixture).values(), fixture.expected()))
                .isLessThanOrEqualTo(1e-4);
    }

    static Stream<Fixture> tempogram() {
        return LibrosaFixtures.having("tempogram_mean");
    }

    @ParameterizedTest
    @MethodSource
    void tempogram(Fixture fixture) {
        double[] mean = Tempogram.mean(median(fixture), 344);
        assertThat(mean).hasSize(344);
        for (int lag = 0; lag < mean.length; lag++) {
            assertThat(mean[lag]).isCloseTo(fixture.expected().values()[lag], within(1e-5));
        }
    }

    static Stream<Fixture> tempo() {
        return LibrosaFixtures.having("tempo");
    }

    @ParameterizedTest
    @MethodSource
    void tempo(Fixture fixture) {
        double[] expected = fixture.expected().values();
        assertThat(Beats.of(fixture.wave()).tempo().bpm()).isEqualTo(expected[0]);
        assertThat(Tempo.of(OnsetStrength.of(fixture.wave())).bpm()).isEqualTo(expected[1]);
    }

    static Stream<Fixture> beats() {
        return LibrosaFixtures.having("beats");
    }

    @ParameterizedTest
    @MethodSource
    void beats(Fixture fixture) {
        int[] expected = Arrays.stream(fixture.expected().values())
                .mapToInt(frame -> (int) frame)
                .toArray();
        assertThat(Beats.of(fixture.wave()).frames()).containsExactly(expected);
    }
}
