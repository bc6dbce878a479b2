package io.github.jukelab.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Wave;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentCutterTest {

    @ParameterizedTest
    @CsvSource({"661794, 10", "661504, 10", "661500, 9", "660000, 9", "675808, 10", "66150, 0", "66151, 1"})
    void cutsAsManySegmentsAsThePublishedTable(int length, int count) {
        SegmentCutter cutter = SegmentCutter.of(3, 22_050);
        Wave wave = Wave.of(new float[length], 22_050);
        assertThat(cutter.count(wave)).isEqualTo(count);
        for (int k = 0; k < count; k++) {
            assertThat(cutter.segment(wave, k).length()).isEqualTo(66_149);
        }
    }
}
