package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Wave;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FramesTest {

    @Test
    void padsWithZerosOrMirrors() {
        Wave wave = Wave.of(new float[] {1, 2, 3}, 8000);
        Frames zeros = Frames.of(4, 1);
        Frames mirror = zeros.withPadding(Padding.REFLECT);
        assertThat(zeros.sample(wave, -1)).isZero();
        assertThat(zeros.sample(wave, 3)).isZero();
        assertThat(Stream.of(-2, -1, 0, 2, 3, 4).map(i -> mirror.sample(wave, i)))
                .containsExactly(3f, 2f, 1f, 3f, 2f, 1f);
    }
}
