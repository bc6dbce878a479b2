package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;

import java.util.List;
import org.junit.jupiter.api.Test;

class StandardScalerTest {

    /** Mean 3, population variance (4 + 0 + 4) / 3. */
    @Test
    void usesMeanAndPopulationStandardDeviation() {
        FeatureVectors train = Toys.line("low", 1, 3, 5);
        StandardScaler scaler = StandardScaler.of(train);
        assertThat(scaler.means()).containsExactly(3.0);
        assertThat(scaler.deviations()).first(DOUBLE).isCloseTo(Math.sqrt(8 / 3.0), within(1e-15));
        assertThat(scaler.apply(train).vectors().get(2).values()[0]).isCloseTo(Math.sqrt(1.5), within(1e-15));
        assertThat(scaler).hasToString("StandardScaler[mean 3.000, std 1.633]");
    }

    @Test
    void scalesTheTestSetByTheTrainingSet() {
        StandardScaler scaler = StandardScaler.of(Toys.line("low", 0, 2));
        FeatureVectors test = scaler.apply(Toys.line("high", 10));
        assertThat(test.vectors().get(0)).isEqualTo(new FeatureVector("high0", "high0", "high", new double[] {9}));
    }

    @Test
    void aConstantFeatureIsOnlyShifted() {
        for (double constant : new double[] {0, 7, 0.1, 1e300, -1e-300}) {
            FeatureVectors train = Toys.line("low", constant, constant, constant);
            StandardScaler scaler = StandardScaler.of(train);
            assertThat(scaler.deviations()).as("of %s", constant).containsExactly(1.0);
            assertThat(scaler.apply(train).vectors().get(1).values()[0])
                    .as("of %s", constant)
                    .isCloseTo(0, within(Math.ulp(constant)));
        }
    }

    @Test
    void anotherNumberOfFeaturesIsRefused() {
        FeatureVectors others =
                FeatureVectors.of(List.of("x", "y"), Toys.LABELS, List.of(Toys.vector("s", "low", 1, 2)));
        assertThatThrownBy(() -> StandardScaler.of(Toys.apart()).apply(others))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("vectors must have 1 features, got 2");
    }
}
