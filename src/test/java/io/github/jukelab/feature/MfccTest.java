package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.MAGNITUDE;
import static io.github.jukelab.feature.FeatureFixtures.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import org.junit.jupiter.api.Test;

class MfccTest {

    @Test
    void decibelsAreUsedAsTheyAre() {
        Spectrogram mel = MelSpectrogram.of(Waves.noise(5000, 4), Stft.LIBROSA, MelBank.of(40, Waves.RATE));
        assertThat(Mfcc.of(mel.toDecibels(), 13).values())
                .containsExactly(Mfcc.of(mel, 13).values());
        assertThat(Mfcc.of(mel, 13).rows()).hasSize(13).startsWith("mfcc1", "mfcc2");
    }

    @Test
    void rejectsMagnitudesAndTooManyCoefficients() {
        assertRejected(() -> Mfcc.of(MAGNITUDE, 13), "mfcc needs mel bands in power or decibels, got " + MAGNITUDE);
        assertRejected(() -> Mfcc.of(MAGNITUDE.power(), 34), "coefficients must be 1 to 33, got 34");
    }
}
