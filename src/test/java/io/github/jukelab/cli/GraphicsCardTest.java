package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GraphicsCardTest {

    @Test
    void parsesTheLineOfTheDriver() {
        assertThat(GraphicsCard.parse("Tesla T4, 7.5, 535.104.05"))
                .contains(new GraphicsCard("Tesla T4", 75, "535.104.05"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "No devices were found", "a, b, c", "Tesla K80, [Not Supported], 470.1"})
    void otherLinesAreNoCard(String line) {
        assertThat(GraphicsCard.parse(line)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "75, 535.1, ''",
        "89, 550.54, ''",
        "90, 550.54, compute capability 9.0",
        "30, 470.1, compute capability 3.0",
        "75, 418.87, driver 418.87 is too old"
    })
    void checksCapabilityAndDriver(int capability, String driver, String obstacle) {
        var found = new GraphicsCard("Card", capability, driver).obstacle();
        assertThat(found.isEmpty()).isEqualTo(obstacle.isEmpty());
        assertThat(found.orElse("")).contains(obstacle);
    }
}
