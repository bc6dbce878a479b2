package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.NOISE;
import static io.github.jukelab.feature.FeatureFixtures.assertRejected;

import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Stft;
import org.junit.jupiter.api.Test;

class MelSpectrogramTest {

    @Test
    void rejectsAWaveOfAnotherRate() {
        assertRejected(
                () -> MelSpectrogram.of(NOISE, Stft.of(64), MelBank.of(8, 44100)),
                "the mel bank is for waves of 44100 Hz, got one of 22050 Hz");
    }
}
