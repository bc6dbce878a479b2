package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MelBankTest {

    @ParameterizedTest
    @EnumSource(MelScale.class)
    void scalesGoThereAndBack(MelScale scale) {
        for (double hertz = 0; hertz < 11025; hertz += 99) {
            assertThat(scale.toHertz(scale.toMel(hertz))).isCloseTo(hertz, within(1e-8));
        }
    }

    @Test
    void scalesAtTheirMarks() {
        assertThat(MelScale.SLANEY.toMel(1000)).isCloseTo(15, within(1e-12));
        assertThat(MelScale.SLANEY.toMel(6400)).isCloseTo(42, within(1e-12));
        assertThat(MelScale.HTK.toMel(1000)).isCloseTo(999.9855, within(1e-4));
    }

    @Test
    void trianglesHaveTheAreaOne() {
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
    void toneIsInTheBandAroundIt() {
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
    void magnitudesAreSquaredOnTheWay() {
        Spectrogram magnitude = Spectrogram.of(Waves.noise(5000, 4), Stft.of(512));
        MelBank bank = MelBank.of(30, Waves.RATE);
        assertThat(bank.apply(magnitude).values())
                .containsExactly(bank.apply(magnitude.power()).values());
    }

    @Test
    void bandsWithoutABinAreSilent() {
        Spectrogram mel = MelBank.of(128, Waves.RATE).apply(Spectrogram.of(Waves.noise(500, 5), Stft.of(64)));
        assertThat(mel.bin(0)).containsOnly(0);
    }

    @Test
    void rejectsWhatCannotBe() {
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
                .withMessageStartingWith("mel bands up to 22050.0 Hz need a spectrogram as high, got one up to 113");
    }

    @Test
    void cosineTransformOfAConstantHasOneCoefficient() {
        Spectrogram constant = Spectrogram.of(new float[] {3, 3, 3, 3}, new double[] {1, 2, 3, 4}, Scale.DECIBEL, 1);
        assertThat(Dct.of(4, 4).apply(constant))
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(6, 0, 0, 0);
    }

    @Test
    void cosineTransformOfABasisVector() {
        float[] values = new float[5];
        for (int n = 0; n < 5; n++) {
            values[n] = (float) Math.cos(Math.PI * 2 * (2 * n + 1) / 10);
        }
        Spectrogram column = Spectrogram.of(values, new double[] {1, 2, 3, 4, 5}, Scale.DECIBEL, 1);
        assertThat(Dct.of(5, 3).apply(column))
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(0, 0, (float) Math.sqrt(2.5));
        assertThat(Dct.of(5, 3)).hasToString("Dct[5 values to 3 coefficients]");
    }

    @Test
    void cosineTransformRejectsOtherSizes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dct.of(4, 5))
                .withMessage("coefficients must be 1 to 4, got 5");
        Spectrogram two = Spectrogram.of(new float[2], new double[] {1, 2}, Scale.DECIBEL, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dct.of(4, 2).apply(two))
                .withMessage("this transform takes 4 bins, got a spectrogram of 2");
    }
}
