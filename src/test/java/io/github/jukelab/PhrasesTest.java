package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    @Test
    void countsHaveTheirNoun() {
        assertThat(Phrases.count(0, "track")).isEqualTo("0 tracks");
        assertThat(Phrases.count(1, "track")).isEqualTo("1 track");
        assertThat(Phrases.count(1170, "segment")).isEqualTo("1,170 segments");
    }

    @Test
    void sharesHaveOneDecimal() {
        assertThat(Phrases.percent(0.8555)).isEqualTo("85.6 %");
        assertThat(Phrases.percent(1)).isEqualTo("100.0 %");
    }

    @Test
    void settingsHaveNoExponent() {
        assertThat(Phrases.number(1e-7)).isEqualTo("0.0000001");
        assertThat(Phrases.number(3)).isEqualTo("3");
        assertThat(Phrases.number(100)).isEqualTo("100");
    }

    @Test
    void namesAreListed() {
        assertThat(Phrases.list(List.of("a"))).isEqualTo("a");
        assertThat(Phrases.list(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(Phrases.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }
}
