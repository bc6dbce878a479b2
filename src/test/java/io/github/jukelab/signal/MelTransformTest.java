package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.jukelab.audio.Wave;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MelTransformTest {

    private static final Stft STFT = Stft.of(512).withHop(100);
    private static final MelBank BANK = MelBank.of(40, Waves.RATE);

    @ParameterizedTest
    @ValueSource(ints = {1, 700, 4800, 5000, 13_000})
    void isTheBankOfThePowersOfTheWholeSpectrogram(int samples) {
        Wave wave = Waves.noise(samples, 5);

        Spectrogram mel = MelTransform.of(STFT, BANK).spectrogram(wave);

        Spectrogram expected = BANK.apply(Spectrogram.of(wave, STFT));
        assertThat(mel.values()).isEqualTo(expected.values());
        assertThat(mel.frequencies()).isEqualTo(expected.frequencies());
        assertThat(mel.secondsPerFrame()).isEqualTo(expected.secondsPerFrame());
    }

    @ParameterizedTest
    @CsvSource({"300, 200, 3000", "128, 0, 8000"})
    void leavesBinsOutsideOfTheBandsOut(int bands, double low, double high) {
        MelBank bank = BANK.withRange(low, high);
        MelBank many = new MelBank(bands, bank.rate(), bank.fMin(), bank.fMax(), bank.scale());
        Wave wave = Waves.noise(2000, 6);

        assertThat(MelTransform.of(STFT, many).spectrogram(wave).values())
                .isEqualTo(many.apply(Spectrogram.of(wave, STFT)).values());
    }

    @Test
    void keepsNothingOfTheSoundBefore() {
        MelTransform transform = MelTransform.of(STFT, BANK);
        transform.spectrogram(Waves.noise(9000, 7));
        Wave wave = Waves.noise(1000, 8);

        assertThat(transform.spectrogram(wave).values())
                .isEqualTo(MelTransform.of(STFT, BANK).spectrogram(wave).values());
    }

    @Test
    void refusesAnotherRate() {
        MelTransform transform = MelTransform.of(STFT, MelBank.of(40, 44_100));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> transform.spectrogram(Waves.noise(1000, 9)))
                .withMessageContaining("44100 Hz")
                .withMessageContaining(Waves.RATE + " Hz");
    }
}
