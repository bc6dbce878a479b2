package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.TimeSpan;
import io.github.jukelab.feature.Preset;
import org.junit.jupiter.api.Test;

class PreprocessingSpanTest {

    @Test
    void windowsStartAfterStepsAndEndWithTheSound() {
        MelWindows windows = MelWindows.REPAIRED.withWindows(33_000, 16_500);
        assertThat(windows.span(0, 30)).isEqualTo(new TimeSpan(0, 33_000 / 22_050.0));
        assertThat(windows.span(2, 30)).isEqualTo(new TimeSpan(33_000 / 22_050.0, 66_000 / 22_050.0));
        assertThat(windows.span(0, 1)).isEqualTo(new TimeSpan(0, 1));
    }

    @Test
    void segmentsFollowEachOtherAndAWholeSoundIsOne() {
        FeatureVectorInput whole = FeatureVectorInput.of(Preset.LIBROSA);
        FeatureVectorInput segments = whole.withSegment(22_050);
        assertThat(segments.span(2, 3.5)).isEqualTo(new TimeSpan(2, 3));
        assertThat(segments.span(0, 0.5)).isEqualTo(new TimeSpan(0, 0.5));
        assertThat(whole.span(0, 30)).isEqualTo(new TimeSpan(0, 30));
    }

    @Test
    void aPictureShowsTheBeginningOfASound() {
        assertThat(SpectrogramImage.REPAIRED.span(0, 30)).isEqualTo(new TimeSpan(0, 5));
        assertThat(ResizedSpectrogram.REPAIRED.span(0, 30)).isEqualTo(new TimeSpan(0, 18.75));
        assertThat(ResizedSpectrogram.REPAIRED.span(0, 2)).isEqualTo(new TimeSpan(0, 2));
    }
}
