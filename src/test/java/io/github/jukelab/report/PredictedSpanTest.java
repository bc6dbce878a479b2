package io.github.jukelab.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.TimeSpan;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.SpectrogramImage;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Stft;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PredictedSpanTest {

    /** Windows of one second every half. */
    private static final PredictedSpan WINDOWS =
            PredictedSpan.of(MelWindows.of(Stft.of(1024), MelBank.of(8, 16_000)).withWindows(16_000, 8000));

    private static Prediction row(String id) {
        return new Prediction(id, "a.b", 0, new float[] {1});
    }

    @Test
    void ofATrackIsAllOfIt() {
        assertThat(PredictedSpan.TRACK.of(row("a.b"), 12.5)).isEqualTo(new TimeSpan(0, 12.5));
    }

    @Test
    void ofAWindowIsThatWindow() {
        assertThat(WINDOWS.of(row("a.b.0"), 9)).isEqualTo(new TimeSpan(0, 1));
        assertThat(WINDOWS.of(row("a.b.3"), 9)).isEqualTo(new TimeSpan(1.5, 2.5));
        assertThat(WINDOWS.of(row("a.b.3, split 2"), 9)).isEqualTo(new TimeSpan(1.5, 2.5));
        assertThat(WINDOWS.of(row("a.b.0"), 0.25)).isEqualTo(new TimeSpan(0, 0.25));
    }

    /** Windows of a long track go on to its end; a picture has the first five seconds. */
    @Test
    void ofATrackIsWhatTheModelUsesOfIt() {
        assertThat(WINDOWS.of(row("a.b"), 9)).isEqualTo(new TimeSpan(0, 9));
        assertThat(WINDOWS.of(row("a.b, split 3"), 9)).isEqualTo(new TimeSpan(0, 9));
        PredictedSpan limited = PredictedSpan.of(MelWindows.REPAIRED);
        assertThat(limited.of(row("a.b"), 30)).isEqualTo(new TimeSpan(0, 660_000 / 22_050.0));
        assertThat(limited.of(row("a.b"), 3600)).isEqualTo(new TimeSpan(0, 3600));
        PredictedSpan picture = PredictedSpan.of(SpectrogramImage.REPAIRED);
        assertThat(picture.of(row("a.b"), 30)).isEqualTo(new TimeSpan(0, 5));
        assertThat(picture.of(row("a.b.0"), 30)).isEqualTo(new TimeSpan(0, 5));
        assertThat(picture.of(row("a.b"), 2)).isEqualTo(new TimeSpan(0, 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b.", "a.b.x", "a.bc", "c.3", "a.b.99999999999"})
    void refusesRowsThatAreNoWindows(String id) {
        assertThatThrownBy(() -> WINDOWS.of(row(id), 9))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("predictions must be for tracks or their windows, got " + id);
    }
}
