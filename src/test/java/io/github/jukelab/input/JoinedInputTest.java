package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.MelStatistics;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JoinedInputTest {

    private static final MelStatisticsInput STATISTICS = MelStatisticsInput.of(MelStatistics.DEFAULT.withBands(4));
    private static final FeatureVectorInput TABLE = FeatureVectorInput.of(Preset.LIBROSA);
    private static final JoinedInput BOTH = JoinedInput.of(List.of(TABLE, STATISTICS.withRate(16_000)));

    @Test
    void valuesStandSideBySide() throws IOException {
        Wave wave = Waves.noise(30_000, 1);
        float[] row = BOTH.inputs(wave).get(0);

        assertThat(BOTH.shape()).isEqualTo(Shape.row(57 + 20));
        assertThat(BOTH.rate()).isEqualTo(22_050);
        assertThat(BOTH.costly()).isFalse();
        assertThat(row).hasSize(77).startsWith(TABLE.inputs(wave).get(0));
        assertThat(row).endsWith(STATISTICS.withRate(16_000).inputs(wave).get(0));
        List<float[]> ofRecording = new ArrayList<>();
        BOTH.forEachInput(Recording.of(wave), ofRecording::add);
        assertThat(ofRecording).usingRecursiveComparison().isEqualTo(List.of(row));
    }

    @Test
    void joinsWholeSoundsThatAreNotNormalised() {
        assertThatThrownBy(() -> JoinedInput.of(List.of(TABLE))).hasMessage("parts must be at least 2, got 1");
        assertThatThrownBy(() -> JoinedInput.of(List.of(TABLE, STATISTICS.withWindows(100, 100))))
                .hasMessageStartingWith(
                        "what is joined must be features of whole sounds that are not normalised, got ");
    }
}
