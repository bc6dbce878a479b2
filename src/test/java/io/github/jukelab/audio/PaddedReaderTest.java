package io.github.jukelab.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.SampleReader;
import org.junit.jupiter.api.Test;

class PaddedReaderTest {

    @Test
    void zerosFollowTheSamples() throws AudioException {
        float[] read = {9, 9, 9, 9, 9};
        try (SampleReader reader = reader(3, 5)) {
            assertThat(reader.read(read, 1, 2)).isEqualTo(2);
            assertThat(read).containsExactly(9, 1, 2, 9, 9);
            assertThat(reader).hasToString("PaddedReader[2 of 5]");
            assertThat(reader.read(read, 0, 5)).isEqualTo(3);
            assertThat(read).containsExactly(3, 0, 0, 9, 9);
            assertThat(reader.read(read, 0, 5)).isZero();
        }
    }

    @Test
    void leavesOutWhatIsTooLong() throws AudioException {
        float[] read = {9, 9, 9};
        try (SampleReader reader = reader(3, 2)) {
            assertThat(reader.read(read, 0, 3)).isEqualTo(2);
            assertThat(read).containsExactly(1, 2, 9);
        }
    }

    @Test
    void refusesASoundShorterThanPromised() {
        assertThatThrownBy(() -> reader(4, 4).read(new float[4], 0, 4))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("sound of 4 samples ends after 3");
    }

    private static SampleReader reader(int samples, int length) {
        return new PaddedReader(new ArrayReader(new float[] {1, 2, 3}), samples, length);
    }
}
