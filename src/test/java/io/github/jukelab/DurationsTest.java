package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({"2h, 7200", "90m, 5400", "45s, 45", "1h30m, 5400", "1h0m1s, 3601", "999999h, 3599996400"})
    void readsHoursMinutesAndSeconds(String text, long seconds) {
        assertThat(Durations.of(text)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2", "h", "0s", "-2h", "1.5h", "30m1h", "2H", "2 h", "1000000h", "PT2H"})
    void refusesAnythingElse(String text) {
        assertThatThrownBy(() -> Durations.of(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("must be a time such as 2h, 90m, 45s or 1h30m, got '" + text + "'");
    }
}
