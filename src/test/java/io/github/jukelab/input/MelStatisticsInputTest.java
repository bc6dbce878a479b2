package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.MelStatistics;
import io.github.jukelab.signal.Waves;
import java.util.List;
import org.junit.jupiter.api.Test;

class MelStatisticsInputTest {

    private static final MelStatistics FEW = MelStatistics.DEFAULT.withBands(8);
    private static final MelStatisticsInput WHOLE = MelStatisticsInput.of(FEW);

    @Test
    void aSoundIsOneRow() {
        Wave wave = Waves.noise(30_000, 1);
        assertThat(WHOLE.shape()).isEqualTo(Shape.row(40));
        assertThat(WHOLE.inputs(wave)).hasSize(1);
        assertThat(WHOLE.inputs(wave).get(0)).containsExactly(FEW.row(wave).floats());
        assertThat(WHOLE.span(0, 2.5)).isEqualTo(new TimeSpan(0, 2.5));
        assertThat(WHOLE.samples()).isEqualTo(Integer.MAX_VALUE);
        assertThat(WHOLE)
                .hasToString(
                        "MelStatisticsInput[22050 Hz, whole sounds, MelStatistics[8 bands, [mean, std, diff_std, p10,"
                                + " p90], gain removed]]");
    }

    /** The rest after the last window is dropped; a sound that is shorter than a window is one row. */
    @Test
    void windowsAreOneRowEach() {
        Wave wave = Waves.noise(30_000, 1);
        MelStatisticsInput windows = WHOLE.withWindows(10_000, 5000);
        List<float[]> rows = windows.inputs(wave);
        assertThat(rows).hasSize(5);
        assertThat(rows.get(2))
                .containsExactly(FEW.row(wave.slice(10_000, 20_000)).floats());
        assertThat(windows.inputs(wave.first(9999))).hasSize(1);
        assertThat(windows.span(2, 30_000 / 22_050.0)).isEqualTo(new TimeSpan(10_000 / 22_050.0, 20_000 / 22_050.0));
        assertThat(windows).asString().startsWith("MelStatisticsInput[22050 Hz, windows of 0.45 s every 0.23 s, ");
    }

    @Test
    void soundsAreResampled() {
        Wave wave = Waves.noise(30_000, 1);
        assertThat(WHOLE.withRate(11_025).inputs(wave).get(0))
                .containsExactly(FEW.row(wave.resample(11_025)).floats());
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThatThrownBy(() -> WHOLE.withRate(0)).hasMessage("rate must be at least 1, got 0");
        assertThatThrownBy(() -> WHOLE.withWindows(0, 1)).hasMessage("window must be at least 1, got 0");
        assertThatThrownBy(() -> WHOLE.withWindows(1, 0)).hasMessage("step must be at least 1, got 0");
        StandardScaler three = new StandardScaler(List.of(1., 2., 3.), List.of(1., 2., 3.));
        assertThatThrownBy(() -> WHOLE.withNormalisation(three))
                .hasMessageStartingWith("normalisation must have one mean");
    }
}
