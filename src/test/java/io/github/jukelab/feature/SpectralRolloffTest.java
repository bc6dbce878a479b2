package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.MAGNITUDE;
import static io.github.jukelab.feature.FeatureFixtures.assertRejected;
import static io.github.jukelab.feature.FeatureFixtures.spectrogram;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import org.junit.jupiter.api.Test;

class SpectralRolloffTest {

    @Test
    void givesTheFirstBinThatReachesTheShare() {
        double[] frequencies = {0, 100, 200, 300, 400};
        Spectrogram magnitude = spectrogram(frequencies, Scale.MAGNITUDE, 1, 0, 0, 1, 2);
        assertThat(SpectralRolloff.of(magnitude, 0.25).values()).containsExactly(0);
        assertThat(SpectralRolloff.of(magnitude, 0.26).values()).containsExactly(300);
        assertThat(SpectralRolloff.of(magnitude, 0.5).values()).containsExactly(300);
        assertThat(SpectralRolloff.of(magnitude).values()).containsExactly(400);
    }

    @Test
    void rejectsSharesOutOfRange() {
        assertRejected(() -> SpectralRolloff.of(MAGNITUDE, 1.2), "rolloff share must be in (0, 1), got 1.2");
        assertRejected(() -> SpectralRolloff.of(MAGNITUDE, 0), "rolloff share must be in (0, 1), got 0.0");
    }
}
