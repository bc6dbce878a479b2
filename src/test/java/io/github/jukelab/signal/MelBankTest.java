package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MelBankTest {

    @ParameterizedTest
    @ValueSource(ints = {40, 128})
    void weightsEqualLibrosa(int bands) {
        float[][] weights = MelBank.of(bands, 22_050).weights(Stft.LIBROSA.frequencies(22_050));
        double[] flat = Stream.of(weights)
                .flatMapToDouble(band -> IntStream.range(0, band.length).mapToDouble(bin -> band[bin]))
                .toArray();
        LibrosaFixtures.table("mel_filters_" + bands).assertEqual(flat);
    }

    @Test
    void trianglesHaveAreaOne() {
        double[] fine = Stft.of(65536).frequencies(22050);
        for (float[] band : MelBank.of(20, 22050).htk().withRange(200, 8000).weights(fine)) {
            double area = 0;
            for (float weight : band) {
                area += weight * fine[1];
            }
            assertThat(area).isCloseTo(1, within(1e-3));
        }
    }

    @Test
    void toneIsInItsBand() {
        MelBank bank = MelBank.of(40, Waves.RATE);
        double[] centres = bank.frequencies();
        Spectrogram mel = bank.apply(Spectrogram.of(Waves.sine(8192, centres[20]), Stft.LIBROSA));
        float loudest = 0;
        for (int band = 0; band < mel.bins(); band++) {
            loudest = Math.max(loudest, mel.value(band, 8));
        }
        assertThat(mel.value(20, 8)).isEqualTo(loudest);
        assertThat(mel.frequencies()).containsExactly(centres);
        assertThat(mel.scale()).isEqualTo(Scale.POWER);
    }

    @Test
    void magnitudesAreSquared() {
        Spectrogram magnitude = Spectrogram.of(Waves.noise(5000, 4), Stft.of(512));
        MelBank bank = MelBank.of(30, Waves.RATE);
        assertThat(bank.apply(magnitude).values())
                .containsExactly(bank.apply(magnitude.power()).values());
    }

    @Test
    void bandsWithoutABinAreZero() {
        Spectrogram mel = MelBank.of(128, Waves.RATE).apply(Spectrogram.of(Waves.noise(500, 5), Stft.of(64)));
        assertThat(mel.bin(0)).containsOnly(0);
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MelBank.of(0, 22050))
                .withMessage("a mel bank needs at least 1 band, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MelBank.of(1, 0))
                .withMessage("rate must be positive, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MelBank.of(40, 22050).withRange(300, 12000))
                .withMessage("mel range must ascend within 0 to 11025.0 Hz, got 300.0 to 12000.0");
    }

    @Test
    void rejectsDecibelsAndNarrowSpectra() {
        Spectrogram magnitude = Spectrogram.of(Waves.noise(500, 6), Stft.of(64));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MelBank.of(40, 22050).apply(magnitude.toDecibels()))
                .withMessage("mel bands are sums of powers, got a spectrogram in decibels");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MelBank.of(40, 44100).apply(magnitude))
                .withMessageStartingWith(
                        "mel bands up to 22050.0 Hz need a spectrogram up to that frequency, got one up to 113");
    }

    @Test
    void withoutNormTrianglesReachOne() {
        double[] frequencies =
                IntStream.rangeClosed(0, 8000).mapToDouble(hertz -> hertz).toArray();
        float[] ones = new float[frequencies.length];
        MelBank bank = MelBank.of(10, 16_000);
        for (int band = 0; band < 10; band++) {
            Spectrogram tone = Spectrogram.of(ones, frequencies, Scale.POWER, 1);
            ones[(int) Math.round(bank.frequencies()[band])] = 1;
            Spectrogram one = Spectrogram.of(ones, frequencies, Scale.POWER, 1);
            assertThat(bank.apply(tone, MelNorm.NONE).value(band, 0)).isZero();
            assertThat(bank.apply(one, MelNorm.NONE).value(band, 0)).isBetween(0.99f, 1f);
            assertThat(bank.apply(one, MelNorm.SLANEY).values())
                    .containsExactly(bank.apply(one).values());
            ones[(int) Math.round(bank.frequencies()[band])] = 0;
        }
    }

    /** Weights of a part of the bins may be asked for; only a spectrum must reach up to the highest band. */
    @Test
    void weightsOfTheLowestBinsAreThoseOfAll() {
        MelBank bank = MelBank.of(20, 8000);
        double[] all = Stft.of(256).frequencies(8000);
        double[] lowest = Arrays.copyOf(all, 40);

        float[][] weights = bank.weights(lowest);

        for (int band = 0; band < 20; band++) {
            assertThat(weights[band]).isEqualTo(Arrays.copyOf(bank.weights(all)[band], 40));
        }
    }
}
