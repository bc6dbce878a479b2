package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.image.SpecgramPicture;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Stft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShapeTest {

    @Test
    void theNumberOfValuesMayBeAsLargeAsAnInt() {
        assertThat(Shape.row(Integer.MAX_VALUE).values()).isEqualTo(Integer.MAX_VALUE);
        assertThat(new Shape(1 << 10, 1 << 10, 2047).values()).isEqualTo(2047 << 20);
    }

    @ParameterizedTest
    @CsvSource({
        "65536, 65536, 57",
        "65536, 32768, 1",
        "1024, 1024, 2048",
        "2147483647, 1, 2",
        "2, 2147483647, 2147483647"
    })
    void refusesMoreValuesThanAnIntCanCount(int channels, int height, int width) {
        assertThatThrownBy(() -> new Shape(channels, height, width))
                .hasMessage(
                        "shape must have at most 2147483647 values, got " + channels + " x " + height + " x " + width);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 1", "1, -1, 1", "-1, -1, 1", "1, 1, -2147483648"})
    void refusesSizesBelowOne(int channels, int height, int width) {
        assertThatThrownBy(() -> new Shape(channels, height, width))
                .hasMessageStartingWith("shape must be at least 1 x 1 x 1, got ");
    }

    @Test
    void aPreprocessingOfMoreValuesIsRefused() {
        assertThatThrownBy(() -> MelWindows.of(Stft.of(2048).withHop(1), MelBank.of(1_000_000, 16_000)))
                .hasMessage("shape must have at most 2147483647 values, got 1 x 1000000 x 16001");
        assertThatThrownBy(() -> new SpectrogramImage(
                        22_050,
                        110_250,
                        SpecgramPicture.VALUES,
                        SpectrogramImage.Interpolation.NEAREST,
                        65_536,
                        65_536,
                        StandardScaler.NONE))
                .hasMessageStartingWith("shape must have at most 2147483647 values");
    }
}
