package io.github.jukelab.audio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Npy;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.SampleReader;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

    /** Clicks at both ends, a chirp up to the Nyquist frequency and noise, resampled by librosa 0.11.0, soxr 1.1.0. */
    @ParameterizedTest
    @CsvSource({
        "48000, 22050",
        "44100, 16000",
        "16000, 22050",
        "22050, 24000",
        "32000, 22050",
        "44100, 24000",
        "44100, 8000",
        "96000, 22050",
        "11025, 8000",
        "4, 3",
        "3, 4",
        "5, 1",
        "12, 1",
        "2, 5",
        "8000, 44100",
        "22254, 22050"
    })
    void equalsLibrosaAtEveryKindOfRatio(int from, int to) {
        float[] expected =
                Npy.resource("audio/soxr/" + from + "_" + to + ".npy").floats();
        float[] actual = Resampler.of(from, to)
                .resample(Npy.resource("audio/soxr/input.npy").floats());
        assertThat(actual).hasSameSizeAs(expected);
        assertThat(difference(actual, expected)).isLessThanOrEqualTo(1e-5 * peak(expected));
    }

    @Test
    void fillsUpWithZerosWhereLibrosaDoes() {
        float[] ones = new float[1000];
        Arrays.fill(ones, 1);
        float[] actual = Resampler.of(3, 1).resample(ones);
        assertThat(actual).hasSize(334);
        assertThat(actual[332]).isPositive();
        assertThat(actual[333]).isZero();
    }

    @ParameterizedTest
    @CsvSource({"48000, 22050", "22050, 16000", "16000, 22050", "44100, 8000", "44100, 48000", "192000, 22050", "7, 5"})
    void keepsOnlyFrequenciesBelowTheLowerNyquistFrequency(int from, int to) {
        double nyquist = Math.min(from, to) / 2.0;
        double hundredthOfADecibel = 1.2e-3;
        assertThat(deviation(from, to, 0.9 * nyquist)).isLessThan(hundredthOfADecibel);
        assertThat(deviation(from, to, 0.5 * nyquist)).isLessThan(1e-4);
        if (to < from) {
            assertThat(peak(middle(Resampler.of(from, to).resample(sine(from, 1.001 * nyquist)))))
                    .isLessThan(2e-6);
        }
    }

    @ParameterizedTest
    @CsvSource({"2, 1, 5, 3", "1, 2, 5, 10", "44100, 16000, 1000, 363", "3, 2, 0, 0", "1, 1, 4, 4", "1000, 1, 1, 1"})
    void lengthFollowsFromTheRatio(int from, int to, int length, int expected) {
        Resampler resampler = Resampler.of(from, to);
        assertThat(resampler.length(length)).isEqualTo(expected);
        assertThat(resampler.resample(new float[length])).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "44100, 22050, 250000",
        "48000, 22050, 250000",
        "16000, 22050, 150000",
        "22050, 16000, 150000",
        "44099, 22050, 100000",
        "22254, 22050, 100000",
        "192000, 8000, 900000",
        "8000, 44100, 100000",
        "44100, 22050, 3",
        "3, 1, 1000",
        "1000, 1, 1",
        "7, 7, 1000"
    })
    void readsTheSameSamplesInAnyPortions(int from, int to, int length) throws AudioException {
        float[] samples = StageTest.noise(length);
        Resampler resampler = Resampler.of(from, to);
        float[] whole = resampler.resample(samples);
        for (int portion : new int[] {1 + length / 3, 4096, 999}) {
            float[] read = new float[whole.length];
            try (SampleReader reader = resampler.resample(new ArrayReader(samples), length)) {
                for (int i = 0; i < read.length; i += portion) {
                    int count = Math.min(portion, read.length - i);
                    assertThat(reader.read(read, i, count)).isEqualTo(count);
                }
                assertThat(reader.read(new float[1], 0, 1)).isZero();
            }
            assertThat(Arrays.mismatch(read, whole)).isEqualTo(-1);
        }
    }

    /** A sound is what it would be with silence around it, so a short one must be like the start of a long one. */
    @ParameterizedTest
    @CsvSource({"44100, 22050", "48000, 22050", "16000, 22050", "44099, 22050", "192000, 8000", "8000, 44100", "2, 5"})
    void shortSoundsAreFollowedBySilence(int from, int to) {
        Resampler resampler = Resampler.of(from, to);
        for (int length : new int[] {1, 2, 7, 100, 1000}) {
            float[] sound = StageTest.noise(length);
            float[] expected = resampler.resample(Arrays.copyOf(sound, 300_000));
            float[] actual = resampler.resample(sound);
            int filtered = (int) (length / ((double) from / to) + 0.5);
            assertThat(difference(Arrays.copyOf(actual, filtered), Arrays.copyOf(expected, filtered)))
                    .isLessThanOrEqualTo(1e-6 * peak(expected));
        }
    }

    @ParameterizedTest
    @CsvSource({"44100, 22050", "48000, 22050", "22254, 22050", "192000, 8000", "8000, 44100"})
    void silenceStaysSilence(int from, int to) {
        assertThat(peak(Resampler.of(from, to).resample(new float[100_000]))).isZero();
    }

    @Test
    void severalThreadsMayUseOneResampler() {
        Resampler resampler = Resampler.of(48_000, 22_050);
        List<float[]> sounds = IntStream.range(0, 8)
                .mapToObj(i -> StageTest.noise(100_000 + i))
                .toList();
        List<float[]> expected = sounds.stream().map(resampler::resample).toList();
        List<float[]> actual = sounds.parallelStream().map(resampler::resample).toList();
        for (int i = 0; i < expected.size(); i++) {
            assertThat(Arrays.mismatch(actual.get(i), expected.get(i))).isEqualTo(-1);
        }
    }

    @Test
    void soundsMayBeLongerThanAnArray() {
        assertThat(Resampler.of(44_100, 22_050).length(6_000_000_001L)).isEqualTo(3_000_000_001L);
        assertThatThrownBy(() -> Resampler.of(1, 2).length(Integer.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void checksRatesAndStopsWhenInterrupted() {
        assertThatThrownBy(() -> Resampler.of(0, 1)).hasMessage("rate must be positive, got 0 to 1");
        Wave wave = Wave.of(new float[10], 2);
        assertThat(wave.resample(2)).isSameAs(wave);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> wave.resample(1)).isInstanceOf(CancellationException.class);
        assertThat(Resampler.of(44_100, 22_050)).hasToString("Resampler[44100 to 22050 Hz]");
    }

    private static double deviation(int from, int to, double hz) {
        float[] actual = Resampler.of(from, to).resample(sine(from, hz));
        double worst = 0;
        for (int m = actual.length / 3; m < actual.length * 2 / 3; m++) {
            worst = Math.max(worst, Math.abs(actual[m] - Math.sin(2 * Math.PI * hz * m / to)));
        }
        return worst;
    }

    private static float[] sine(int rate, double hz) {
        float[] sine = new float[10_000];
        for (int i = 0; i < sine.length; i++) {
            sine[i] = (float) Math.sin(2 * Math.PI * hz * i / rate);
        }
        return sine;
    }

    private static float[] middle(float[] samples) {
        return Arrays.copyOfRange(samples, samples.length / 3, samples.length * 2 / 3);
    }

    private static double peak(float[] samples) {
        return difference(samples, new float[samples.length]);
    }

    private static double difference(float[] actual, float[] expected) {
        double worst = 0;
        for (int i = 0; i < expected.length; i++) {
            worst = Math.max(worst, Math.abs(actual[i] - expected[i]));
        }
        return worst;
    }
}
