package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SummaryTest {

    @Test
    void meanAndVarianceByN() {
        assertThat(Summary.of(new float[] {1, 2, 6})).isEqualTo(new Summary(3, 14.0 / 3));
        assertThat(Summary.of(new float[] {7})).isEqualTo(new Summary(7, 0));
    }
}
