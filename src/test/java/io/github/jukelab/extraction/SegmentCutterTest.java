package io.github.jukelab.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.signal.Generated;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentCutterTest {

    @ParameterizedTest
    @CsvSource({"661794, 10", "661504, 10", "661500, 9", "660000, 9", "675808, 10", "66150, 0", "66151, 1"})
    void cutsAsManySegmentsAsThePublishedTable(int length, int count) throws AudioException {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = i;
        }
        List<Wave> segments = new ArrayList<>();
        SegmentCutter.of(3, 22_050).forEach(Recording.of(Wave.of(samples, 22_050)), segments::add);
        assertThat(segments).hasSize(count);
        for (int k = 0; k < count; k++) {
            assertThat(segments.get(k).length()).isEqualTo(66_149);
            assertThat(segments.get(k).sample(0)).isEqualTo(66_150 * k);
            assertThat(segments.get(k).sample(66_148)).isEqualTo(66_150 * k + 66_148);
        }
    }

    @Test
    void rejectsARecordingThatEndsEarly() {
        SegmentCutter cutter = SegmentCutter.of(1, 100);
        assertThatIllegalStateException()
                .isThrownBy(() -> cutter.forEach(new Generated(250, 150, i -> i), wave -> {}))
                .withMessage("the recording ends within a segment, before its last sample");
    }
}
