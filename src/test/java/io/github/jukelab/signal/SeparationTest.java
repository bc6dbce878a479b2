package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SeparationTest {

    /** Collects what a separation passes on. */
    private static final class Collected implements Separation.Sink {

        private final float[] harmonic;
        private final float[] percussive;
        private final float[][] magnitudes;
        private int samples;
        private int frames;

        private Collected(Wave wave, Stft stft, int block) throws Exception {
            harmonic = new float[wave.length()];
            percussive = new float[wave.length()];
            magnitudes = new float[stft.bins()][stft.frames(wave.length())];
            Generated recording = new Generated(wave.length(), i -> wave.sample((int) i));
            Separation.forEach(recording, stft, block, this);
            assertThat(samples).isEqualTo(wave.length());
            assertThat(frames).isEqualTo(magnitudes[0].length);
            assertThat(recording.open()).isZero();
        }

        @Override
        public void spectra(FrameBlock block, Spectrogram magnitude) {
            assertThat(block.first()).isEqualTo(frames);
            assertThat(magnitude.frames()).isEqualTo(block.count());
            for (int k = 0; k < magnitude.bins(); k++) {
                System.arraycopy(magnitude.bin(k), 0, magnitudes[k], frames, block.count());
            }
            frames += block.count();
        }

        @Override
        public void parts(float[] harmonic, float[] percussive, int count) {
            System.arraycopy(harmonic, 0, this.harmonic, samples, count);
            System.arraycopy(percussive, 0, this.percussive, samples, count);
            Arrays.fill(harmonic, Float.NaN);
            Arrays.fill(percussive, Float.NaN);
            samples += count;
        }
    }

    static Stream<Arguments> equalsTheSeparationOfTheWhole() {
        Stft small = Stft.of(64);
        return Stream.of(
                        small,
                        small.withPadding(Padding.REFLECT),
                        small.withHop(10),
                        small.withHop(64),
                        small.withHop(100),
                        small.withHop(100).withCentered(false),
                        small.withCentered(false),
                        Stft.of(100).withHop(30),
                        Stft.of(33).withHop(5).withPadding(Padding.REFLECT))
                .flatMap(stft -> Stream.of(70, 75, 513, 2000).map(samples -> Arguments.of(stft, samples)));
    }

    /** By the public filters, on the whole; where squared windows are nearly 0, rounding is not compared. */
    @ParameterizedTest
    @MethodSource
    void equalsTheSeparationOfTheWhole(Stft stft, int samples) throws Exception {
        Wave wave = Waves.noise(samples, samples);
        ComplexSpectrogram spectrum = ComplexSpectrogram.of(wave, stft);
        Spectrogram magnitude = Spectrogram.of(wave, stft);
        MedianFilter median = MedianFilter.of(31);
        Mask mask = Mask.soft(median.alongTime(magnitude), median.alongFrequency(magnitude));
        Wave harmonic = spectrum.masked(mask).toWave();
        Collected whole = new Collected(wave, stft, 10_000);
        int margin = stft.centered() ? 0 : 8;
        for (int i = 0; i < samples; i++) {
            assertThat(whole.percussive[i]).isEqualTo(wave.sample(i) - whole.harmonic[i]);
            if (i >= margin && i < samples - margin) {
                assertThat(whole.harmonic[i]).as("%d", i).isCloseTo(harmonic.sample(i), within(1e-6f));
            }
        }
        for (int k = 0; k < magnitude.bins(); k++) {
            assertThat(whole.magnitudes[k]).containsExactly(magnitude.bin(k));
        }
        for (int block : new int[] {1, 2, 7, 15, 16, 40, 128}) {
            Collected inBlocks = new Collected(wave, stft, block);
            assertThat(inBlocks.harmonic).as("block %d", block).containsExactly(whole.harmonic);
            assertThat(inBlocks.percussive).containsExactly(whole.percussive);
            assertThat(inBlocks.magnitudes).isDeepEqualTo(whole.magnitudes);
        }
    }

    @Test
    void rejectsAnEmptyBlock() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Collected(Waves.noise(100, 1), Stft.of(64), 0))
                .withMessage("block must be at least 1, got 0");
    }

    @Test
    void oneFrameOrSilence() throws Exception {
        Collected one = new Collected(Waves.noise(1, 1), Stft.LIBROSA, 5);
        assertThat(one.harmonic[0] + one.percussive[0])
                .isCloseTo(Waves.noise(1, 1).sample(0), within(1e-7f));
        Collected silence = new Collected(Waves.silence(3000), Stft.LIBROSA, 2);
        assertThat(silence.harmonic).containsOnly(0);
        assertThat(silence.percussive).containsOnly(0);
        Stft far = Stft.of(64).withHop(Integer.MAX_VALUE);
        Collected beginning = new Collected(Waves.noise(1000, 1), far, 5);
        assertThat(Arrays.copyOfRange(beginning.harmonic, 32, 1000)).containsOnly(0);
    }
}
