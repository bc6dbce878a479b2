package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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

    @Test
    void repeatsTheEnds() {
        Wave wave = Wave.of(new float[] {1, 2, 3}, 8000);
        Frames symmetric = Frames.of(4, 1).withPadding(Padding.SYMMETRIC);
        Frames edge = Frames.of(4, 1).withPadding(Padding.EDGE);
        assertThat(Stream.of(-2, -1, 0, 2, 3, 4).map(i -> symmetric.sample(wave, i)))
                .containsExactly(2f, 1f, 1f, 3f, 3f, 2f);
        assertThat(Stream.of(-2, -1, 0, 2, 3, 4).map(i -> edge.sample(wave, i)))
                .containsExactly(1f, 1f, 1f, 3f, 3f, 3f);
        assertThat(symmetric.count(2)).isEqualTo(3);
        assertThat(edge.count(1)).isEqualTo(2);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> symmetric.count(1))
                .withMessage("symmetric padding by 2 needs at least 2 samples, got 1");
    }
}
