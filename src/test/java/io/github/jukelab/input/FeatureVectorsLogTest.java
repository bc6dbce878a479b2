package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureVectorsLogTest {

    private static final FeatureVectors TRACKS = FeatureVectors.of(
            List.of("mean", "var"),
            Toys.LABELS,
            List.of(Toys.vector("s", "low", -2, 1), Toys.vector("t", "high", 0, Math.E)));

    @Test
    void changesOnlyTheNamedFeatures() {
        FeatureVectors logarithms = TRACKS.withLog(List.of("var"));
        assertThat(logarithms.vectors())
                .containsExactly(Toys.vector("s", "low", -2, 0), Toys.vector("t", "high", 0, 1));
        assertThat(logarithms.features()).isEqualTo(TRACKS.features());
        assertThat(TRACKS.vectors().get(1).values()).containsExactly(0, Math.E);
    }

    @Test
    void changesNothingWithoutNames() {
        assertThat(TRACKS.withLog(List.of()).vectors()).isEqualTo(TRACKS.vectors());
    }

    @Test
    void ignoresDuplicateNames() {
        assertThat(TRACKS.withLog(List.of("var", "var")).vectors())
                .isEqualTo(TRACKS.withLog(List.of("var")).vectors());
    }

    @Test
    void refusesUnknownFeatures() {
        assertThatThrownBy(() -> TRACKS.withLog(List.of("tempo")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("feature must be one of [mean, var], got tempo");
    }

    @Test
    void refusesValuesThatAreNotPositive() {
        assertThatThrownBy(() -> TRACKS.withLog(List.of("mean")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("mean of s must be positive to have a logarithm, got -2.0");
        assertThatThrownBy(() -> Toys.line("low", 0).withLog(List.of("x")))
                .hasMessage("x of low0 must be positive to have a logarithm, got 0.0");
    }
}
