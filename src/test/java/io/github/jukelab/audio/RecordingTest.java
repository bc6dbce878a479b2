package io.github.jukelab.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.codec.SampleReader;
import org.junit.jupiter.api.Test;

class RecordingTest {

    @Test
    void aWaveIsReadInBlocksAndAgain() throws Exception {
        Wave wave = Wave.of(new float[] {1, 2, 3, 4, 5}, 8000);
        Recording recording = Recording.of(wave);
        assertThat(recording.rate()).isEqualTo(8000);
        assertThat(recording.length()).isEqualTo(5);
        for (int pass = 0; pass < 2; pass++) {
            try (SampleReader reader = recording.reader()) {
                float[] block = new float[4];
                assertThat(reader.read(block, 1, 3)).isEqualTo(3);
                assertThat(block).containsExactly(0, 1, 2, 3);
                assertThat(reader.read(block, 0, 3)).isEqualTo(2);
                assertThat(block).containsExactly(4, 5, 2, 3);
                assertThat(reader.read(block, 0, 3)).isZero();
            }
        }
    }

    @Test
    void aPartIsReadWhereverItIs() throws Exception {
        Recording recording = Recording.of(Wave.of(new float[] {1, 2, 3, 4, 5}, 8000));
        assertThat(recording.part(0, 5).samples()).containsExactly(1, 2, 3, 4, 5);
        assertThat(recording.part(3, 2).samples()).containsExactly(4, 5);
        assertThat(recording.part(4, 1).samples()).containsExactly(5);
        assertThat(recording.part(1, 3).rate()).isEqualTo(8000);
    }

    @Test
    void aPartMustBeWithinTheRecording() {
        Recording recording = Recording.of(Wave.of(new float[5], 8000));
        assertThatThrownBy(() -> recording.part(3, 3))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a part must be within the recording of 5 samples, got 3 samples from 3");
        assertThatThrownBy(() -> recording.part(9, 2))
                .hasMessage("a part must be within the recording of 5 samples, got 2 samples from 9");
        assertThatThrownBy(() -> recording.part(-1, 2))
                .hasMessage("a part must begin at 0 or later and not be empty, got 2 samples from -1");
        assertThatThrownBy(() -> recording.part(1, 0)).hasMessageEndingWith("got 0 samples from 1");
    }
}
