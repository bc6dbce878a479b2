package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MaskTest {

    private static final ComplexSpectrogram SPECTRUM = ComplexSpectrogram.of(Waves.noise(500, 1), Stft.of(64));

    private static Spectrogram magnitudes(float... values) {
        return Spectrogram.of(values, new double[] {100, 200}, Scale.MAGNITUDE, 0.1);
    }

    @Test
    void keepsOneOfTwoTones() {
        double low = 20.0 * Waves.RATE / 1024;
        double high = 100.0 * Waves.RATE / 1024;
        ComplexSpectrogram both = ComplexSpectrogram.of(
                Waves.of(
                        8192,
                        i -> 0.3 * Math.sin(2 * Math.PI * low * i / Waves.RATE)
                                + 0.2 * Math.sin(2 * Math.PI * high * i / Waves.RATE)),
                Stft.of(1024));
        Mask lowpass = Mask.of(both, (hertz, seconds) -> hertz < 1000 ? 1 : 0);
        float[] kept = both.masked(lowpass).toWave().samples();
        for (int i = 1024; i < 7168; i++) {
            assertThat((double) kept[i]).isCloseTo(0.3 * Math.sin(2 * Math.PI * low * i / Waves.RATE), within(1e-5));
        }
    }

    @Test
    void functionGetsFrequencyAndTime() {
        Mask mask = Mask.of(SPECTRUM, (hertz, seconds) -> hertz / 22050 + seconds);
        assertThat(mask.bins()).isEqualTo(33);
        assertThat(mask.frames()).isEqualTo(32);
        assertThat(mask.value(5, 7)).isCloseTo((float) (5 / 64.0 + 7 * SPECTRUM.secondsPerFrame()), within(1e-6f));
        assertThat(mask).hasToString("Mask[33 bins x 32 frames]");
    }

    @Test
    void multipliesEachValue() {
        Mask half = Mask.of(SPECTRUM, (hertz, seconds) -> 0.5);
        ComplexSpectrogram masked = SPECTRUM.masked(half);
        assertThat(masked.real(3, 4)).isEqualTo(SPECTRUM.real(3, 4) / 2);
        assertThat(masked.imaginary(3, 4)).isEqualTo(SPECTRUM.imaginary(3, 4) / 2);
        assertThat(masked.stft()).isEqualTo(SPECTRUM.stft());
        assertThat(masked.rate()).isEqualTo(SPECTRUM.rate());
    }

    /** Values of librosa.util.softmask with power=2, split_zeros=True. */
    @Test
    void softMaskIsTheShareOfThePower() {
        Mask mask = Mask.soft(magnitudes(0, 1, 1, 3e-39f, 2, 0), magnitudes(0, 0, 2, 1e-39f, 2, 1));
        assertThat(mask.values()).containsExactly(0.5f, 1, 0.2f, 0.5f, 0.5f, 0);
        assertThat(mask.complement().values())
                .usingComparatorWithPrecision(1e-7f)
                .containsExactly(0.5f, 0, 0.8f, 0.5f, 0.5f, 1);
        assertThat(Mask.soft(magnitudes(3e20f, 1e-30f), magnitudes(1e20f, 3e-30f))
                        .values())
                .usingComparatorWithPrecision(1e-7f)
                .containsExactly(0.9f, 0.1f);
    }

    @Test
    void sharesNoArray() {
        float[] values = {0, 1, 0.5f, 0.25f};
        Mask mask = Mask.of(values, 2);
        values[0] = 9;
        mask.values()[0] = 9;
        assertThat(mask.values()).containsExactly(0, 1, 0.5f, 0.25f);
        assertThat(mask.value(1, 0)).isEqualTo(0.5f);
    }

    @Test
    void rejectsInvalidArguments() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mask.of(new float[3], 2))
                .withMessage("3 values do not make whole frames of 2 bins");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mask.of(new float[3], 0))
                .withMessage("3 values do not make whole frames of 0 bins");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mask.of(new float[] {0, 1.5f}, 2))
                .withMessage("a mask's values must be in [0, 1], got 1.5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mask.of(SPECTRUM, (hertz, seconds) -> Double.NaN))
                .withMessage("a mask's values must be in [0, 1], got NaN");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SPECTRUM.masked(Mask.of(new float[6], 2)))
                .withMessage("Mask[2 bins x 3 frames] does not fit " + SPECTRUM);
    }

    @Test
    void softMaskRejectsOtherShapesAndScales() {
        Spectrogram one = magnitudes(1, 2);
        Spectrogram other = magnitudes(1, 2, 3, 4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mask.soft(one, other))
                .withMessage("a soft mask needs two spectrograms of the same shape, got " + one + " and " + other);
        Spectrogram power = one.power();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mask.soft(one, power))
                .withMessage("a soft mask needs magnitudes, got " + one + " and " + power);
    }

    @Test
    void thereIsNoValueOutOfRange() {
        Mask mask = Mask.of(SPECTRUM, (hertz, seconds) -> 1);
        Spectrogram magnitude = SPECTRUM.magnitude();
        assertThatThrownBy(() -> mask.value(0, mask.frames())).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> SPECTRUM.real(0, mask.frames())).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> SPECTRUM.imaginary(1, -1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> magnitude.value(0, mask.frames())).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> magnitude.bin(magnitude.bins())).isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void aMarginRaisesTheRest() {
        Spectrogram wanted = Spectrogram.of(new float[] {3, 0, 1}, new double[] {1}, Scale.MAGNITUDE, 1);
        Spectrogram rest = Spectrogram.of(new float[] {1, 0, 2}, new double[] {1}, Scale.MAGNITUDE, 1);
        assertThat(Mask.soft(wanted, rest, 2, 3, 0).values())
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(27f / (27 + 8), 0, 1f / (1 + 64));
        assertThat(Mask.soft(wanted, rest, 1, 2, 0.5).values())
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(Mask.soft(wanted, rest).values());
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Mask.soft(wanted, rest, 0.5, 2, 0))
                .withMessage(
                        "a mask's margin must be at least 1, and its weight in silence from 0 to 1, got 0.5 and 0.0");
        assertThatIllegalArgumentException().isThrownBy(() -> Mask.soft(wanted, rest, 1, 0, 0));
    }
}
