package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.MAGNITUDE;
import static io.github.jukelab.feature.FeatureFixtures.assertRejected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.signal.Dct;
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

    @Test
    void lifterRaisesHigherCoefficients() {
        Spectrogram mel = MelBank.of(40, Waves.RATE).apply(MAGNITUDE);
        FrameSeries plain = Mfcc.of(mel, 13);
        FrameSeries lifted = Mfcc.of(mel, Dct.of(40, 13), 22);
        for (int k = 0; k < 13; k++) {
            double factor = 1 + 11 * Math.sin(Math.PI * (k + 1) / 22);
            assertThat((double) lifted.value(k, 3)).isCloseTo(plain.value(k, 3) * factor, within(1e-3));
        }
        assertRejected(() -> Mfcc.of(mel, Dct.of(40, 13), -1), "lifter must be 0 or more, got -1.0");
    }
}
