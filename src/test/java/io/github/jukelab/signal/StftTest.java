package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StftTest {

    @ParameterizedTest
    @CsvSource({
        "2048, 512, true, 661500, 1292",
        "2048, 512, true, 1, 1",
        "2048, 512, true, 511, 1",
        "2048, 512, true, 512, 2",
        "2048, 512, false, 2048, 1",
        "2048, 512, false, 2559, 1",
        "2048, 512, false, 2560, 2",
        "1024, 256, true, 33000, 129",
        "5, 1, true, 1, 1",
        "5, 2, true, 7, 4",
        "1, 1, true, 9, 9",
    })
    void countsTheFramesOfAWave(int nFft, int hop, boolean centered, int samples, int frames) {
        assertThat(Stft.of(nFft).withHop(hop).withCentered(centered).frames(samples))
                .isEqualTo(frames);
    }

    @Test
    void hasTheDefaultsOfLibrosa() {
        assertThat(Stft.LIBROSA).isEqualTo(new Stft(2048, 512, Padding.CONSTANT, true));
        assertThat(Frames.LIBROSA).isEqualTo(Stft.LIBROSA.framing());
        assertThat(Frames.LIBROSA.withPadding(Padding.REFLECT).withCentered(false))
                .isEqualTo(new Frames(2048, 512, Padding.REFLECT, false));
        assertThat(Stft.of(3).hop()).isEqualTo(1);
        assertThat(Stft.of(2048).frequencies(22050))
                .hasSize(1025)
                .startsWith(0, 22050 / 2048.0)
                .endsWith(11025);
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException().isThrownBy(() -> Stft.of(0)).withMessage("nFft must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stft.LIBROSA.withHop(-1))
                .withMessage("hop must be at least 1, got -1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Frames.of(0, 1))
                .withMessage("frame length must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Frames.of(1, 0))
                .withMessage("hop must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stft.LIBROSA.frames(0))
                .withMessage("a wave needs at least one sample, got 0");
    }

    @Test
    void rejectsWavesTooShort() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Stft.LIBROSA.withCentered(false).frames(2047))
                .withMessage("frames that are not centred need a wave of at least 2048 samples, got 2047");
        Stft reflecting = Stft.LIBROSA.withPadding(Padding.REFLECT);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Spectrogram.of(Waves.silence(1024), reflecting))
                .withMessage("reflect padding by 1024 needs more than 1024 samples, got 1024");
        assertThat(reflecting.frames(1025)).isEqualTo(3);
    }
}
