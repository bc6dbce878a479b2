package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The article's (002) segments of whole tracks. */
class MelWindowsSegmentsTest {

    private static Wave minutes(double minutes) {
        float[] samples = new float[(int) (minutes * 60 * 22_050)];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (float) (0.5 * Math.sin(i * (0.05 + 1e-8 * i)));
        }
        return Wave.of(samples, 22_050);
    }

    @Test
    void aLongTrackGivesAllItsSegments() {
        Wave track = minutes(2);
        List<Spectrogram> segments = MelWindows.SEGMENTS_REPAIRED.spectrograms(track);
        assertThat(segments).hasSize(26).allMatch(segment -> segment.bins() == 128 && segment.frames() == 196);
        assertThat(MelWindows.SEGMENTS_REPAIRED.shape()).isEqualTo(new Shape(1, 128, 196));
        Spectrogram last = MelWindows.SEGMENTS_REPAIRED
                .spectrograms(track.slice(2_500_000, 2_600_000))
                .get(0);
        assertThat(segments.get(25).values()).isEqualTo(last.values());
    }

    @Test
    void asPrintedGivesPowersAndRepairedDecibels() {
        Wave track = minutes(0.02);
        assertThat(MelWindows.SEGMENTS_AS_PRINTED.spectrograms(track)).hasSize(1);
        assertThat(MelWindows.SEGMENTS_AS_PRINTED.spectrograms(track).get(0).scale())
                .isEqualTo(Scale.POWER);
        assertThat(MelWindows.SEGMENTS_REPAIRED.spectrograms(track).get(0).scale())
                .isEqualTo(Scale.DECIBEL);
    }
}
