package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.NOISE;
import static io.github.jukelab.feature.FeatureFixtures.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Frames;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Padding;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The row, and what all its features have in common. */
class FeatureRowTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 1000, 2049})
    void shortWavesHaveAllValues(int samples) {
        FeatureRow row = FeatureRow.of(Waves.noise(samples, 3));
        assertThat(row.values()).hasSize(57).doesNotContain(Double.NaN);
        assertThat(row.names())
                .hasSize(57)
                .startsWith("chroma_stft_mean", "chroma_stft_var")
                .endsWith("mfcc20_var");
        assertThat(row.value("rms_mean")).isPositive();
        assertThat(row).hasToString("FeatureRow[57 values, chroma_stft_mean to mfcc20_var]");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 511, 2047, 5000, 5001})
    void silenceGivesZerosInEachFeature(int samples) {
        Wave wave = Waves.silence(samples);
        Spectrogram spectrogram = Spectrogram.of(wave, Stft.LIBROSA);
        assertThat(Tuning.of(spectrogram)).isEqualTo(new Tuning(0, 12));
        for (FrameSeries series : List.of(
                ChromaStft.of(spectrogram),
                SpectralCentroid.of(spectrogram),
                SpectralBandwidth.of(spectrogram),
                SpectralRolloff.of(spectrogram),
                ZeroCrossingRate.of(wave),
                Rms.of(wave))) {
            assertThat(series.values()).as(series.name()).containsOnly(0);
            assertThat(series.frames()).isEqualTo(1 + samples / 512);
        }
        FrameSeries mfcc = Mfcc.of(MelSpectrogram.of(wave, Stft.LIBROSA, MelBank.of(128, Waves.RATE)), 13);
        assertThat(mfcc.value(0, 0)).isCloseTo((float) (-100 * Math.sqrt(128)), within(1e-3f));
        assertThat(mfcc.value(1, 0)).isCloseTo(0, within(1e-4f));
    }

    @Test
    void rejectsWavesTooShort() {
        Frames plain = Frames.LIBROSA.withCentered(false);
        String message = "frames that are not centred need a wave of at least 2048 samples, got 500";
        assertRejected(() -> Rms.of(NOISE, plain), message);
        assertRejected(() -> ZeroCrossingRate.of(NOISE, plain), message);
        assertRejected(
                () -> FeatureRow.of(NOISE, Stft.LIBROSA.withPadding(Padding.REFLECT)),
                "reflect padding by 1024 needs more than 1024 samples, got 500");
    }

    @Test
    void rejectsUnknownNames() {
        FeatureRow row = FeatureRow.of(NOISE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> row.value("loudness"))
                .withMessageStartingWith("feature must be one of [chroma_stft_mean, ")
                .withMessageEndingWith(", got loudness");
    }
}
