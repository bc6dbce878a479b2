package io.github.jukelab.signal;

import static io.github.jukelab.signal.LibrosaFixtures.largestDifference;
import static io.github.jukelab.signal.LibrosaFixtures.maximum;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.signal.LibrosaFixtures.Fixture;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The constant-Q transform against librosa's: the manifest allows 1e-3 of the maximum. */
class ConstantQParityTest {

    static Stream<Fixture> constantQ() {
        return LibrosaFixtures.having("cqt_mag");
    }

    @ParameterizedTest
    @MethodSource
    void constantQ(Fixture fixture) {
        assertThat(largestDifference(ConstantQ.LIBROSA.apply(fixture.wave()).values(), fixture.expected()))
                .isLessThanOrEqualTo(3e-6 * maximum(fixture.expected()));
    }
}
