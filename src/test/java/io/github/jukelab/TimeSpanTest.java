package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TimeSpanTest {

    @Test
    void samplesEndWithTheSound() {
        assertThat(TimeSpan.of(100, 50, 100, 3)).isEqualTo(new TimeSpan(1, 1.5));
        assertThat(TimeSpan.of(100, 50, 100, 1.25)).isEqualTo(new TimeSpan(1, 1.25));
    }

    @Test
    void isRoundedToMilliseconds() {
        assertThat(new TimeSpan(0.00049, 1.2345).toMilliseconds()).isEqualTo(new TimeSpan(0, 1.235));
    }

    @Test
    void neighboursDoNotOverlap() {
        TimeSpan span = new TimeSpan(1, 2);

        assertThat(span.overlaps(new TimeSpan(2, 3))).isFalse();
        assertThat(span.overlaps(new TimeSpan(0, 1))).isFalse();
        assertThat(span.overlaps(new TimeSpan(1.9, 3))).isTrue();
        assertThat(span.overlaps(new TimeSpan(0, 9))).isTrue();
        assertThat(span.overlaps(new TimeSpan(1.2, 1.3))).isTrue();
    }

    @Test
    void isShownInSeconds() {
        assertThat(new TimeSpan(1.5, 3.25)).hasToString("1.500 to 3.250 s");
    }
}
