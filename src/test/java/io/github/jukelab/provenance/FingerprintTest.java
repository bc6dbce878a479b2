package io.github.jukelab.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    private enum Colour {
        RED,
        BLUE {
            @Override
            public String toString() {
                return "RED";
            }
        }
    }

    private record Paint(Colour colour, double litres) {}

    private record Ink(Colour colour, double litres) {}

    private record Walls(List<Paint> paints, String name) {}

    private record Mixer(IntUnaryOperator rule) {}

    private static String of(Colour colour, double litres, String name) {
        return Fingerprint.of(new Walls(List.of(new Paint(colour, litres)), name));
    }

    @Test
    void equalSettingsHaveEqualFingerprints() {
        assertThat(of(Colour.RED, 1.5, "hall"))
                .matches("[0-9a-f]{16}")
                .isEqualTo(of(Colour.RED, 1.5, "hall"))
                .isNotEqualTo(of(Colour.BLUE, 1.5, "hall"))
                .isNotEqualTo(of(Colour.RED, 1.25, "hall"))
                .isNotEqualTo(of(Colour.RED, 1.5, "stairs"));
    }

    /** Layers of the same settings are not the same layer. */
    @Test
    void recordsOfTheSameComponentsDiffer() {
        assertThat(Fingerprint.of(new Ink(Colour.RED, 1))).isNotEqualTo(Fingerprint.of(new Paint(Colour.RED, 1)));
    }

    private record Later(List<Paint> paints, Optional<Colour> lid) {}

    @Test
    void aSettingThatIsEmptyDoesNotCount() {
        List<Paint> paints = List.of(new Paint(Colour.RED, 1));
        String without = Fingerprint.of(new Later(paints, Optional.empty()));
        assertThat(Fingerprint.of(new Later(paints, Optional.of(Colour.RED)))).isNotEqualTo(without);
        assertThat(Fingerprint.of(new Later(paints, Optional.of(Colour.BLUE))))
                .isNotEqualTo(Fingerprint.of(new Later(paints, Optional.of(Colour.RED))));
    }

    @Test
    void refusesFunctions() {
        assertThatThrownBy(() -> Fingerprint.of(new Mixer(x -> x)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("settings must be values, got ");
    }
}
