package io.github.jukelab.audio;

import static org.assertj.core.api.Assertions.assertThat;

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
}
