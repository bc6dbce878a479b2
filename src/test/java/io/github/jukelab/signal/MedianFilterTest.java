package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MedianFilterTest {

    private static final int[] BINS = {1, 2, 5, 40, 600};

    private static Spectrogram spectrogram(float[] values, int bins) {
        double[] frequencies = new double[bins];
        Arrays.setAll(frequencies, i -> 100 * i);
        return Spectrogram.of(values, frequencies, Scale.DECIBEL, 0.1);
    }

    private static Spectrogram random(int bins, int frames, long seed) {
        Random random = new Random(seed);
        float[] values = new float[bins * frames];
        for (int i = 0; i < values.length; i++) {
            // Few different values, so that many are equal, and both signs.
            values[i] = random.nextBoolean() ? random.nextInt(7) - 3 : (float) random.nextGaussian();
        }
        return spectrogram(values, bins);
    }

    /** Windows longer than the sequence contain it mirrored repeatedly. */
    @ParameterizedTest
    @CsvSource({"1", "3", "5", "7", "9", "11", "13", "15", "17", "21", "29", "31", "33", "45", "63", "65", "99"})
    void equalsTheMiddleOfTheSortedWindow(int length) {
        MedianFilter filter = MedianFilter.of(length);
        for (int bins : BINS) {
            int frames = 640 / bins;
            Spectrogram spectrogram = random(bins, frames, length + bins);
            Spectrogram alongTime = filter.alongTime(spectrogram);
            Spectrogram alongFrequency = filter.alongFrequency(spectrogram);
            for (int bin = 0; bin < bins; bin++) {
                for (int frame = 0; frame < frames; frame++) {
                    float[] inTime = new float[length];
                    float[] inFrequency = new float[length];
                    for (int i = 0; i < length; i++) {
                        inTime[i] = spectrogram.value(bin, mirrored(frame + i - length / 2, frames));
                        inFrequency[i] = spectrogram.value(mirrored(bin + i - length / 2, bins), frame);
                    }
                    assertThat(alongTime.value(bin, frame)).isEqualTo(middle(inTime));
                    assertThat(alongFrequency.value(bin, frame)).isEqualTo(middle(inFrequency));
                }
            }
        }
    }

    private static int mirrored(int index, int length) {
        int mirrored = index;
        while (mirrored < 0 || mirrored >= length) {
            mirrored = mirrored < 0 ? -1 - mirrored : 2 * length - 1 - mirrored;
        }
        return mirrored;
    }

    private static float middle(float[] window) {
        Arrays.sort(window);
        return window[window.length / 2];
    }

    @Test
    void removesClicksAndKeepsTones() {
        Spectrogram lines = spectrogram(new float[] {0, 0, 5, 0, 0, 0, 0, 3, 3, 3, 3, 3, 3, 3}, 2);
        assertThat(MedianFilter.of(5).alongTime(lines).values())
                .containsExactly(0, 0, 0, 0, 0, 0, 0, 3, 3, 3, 3, 3, 3, 3);
    }

    @Test
    void keepsShapeAndScale() {
        Spectrogram magnitude = Spectrogram.of(Waves.noise(3000, 1), Stft.of(256));
        Spectrogram filtered = MedianFilter.of(31).alongFrequency(magnitude);
        assertThat(filtered).hasToString(magnitude.toString());
        assertThat(filtered.frequencies()).containsExactly(magnitude.frequencies());
        assertThat(filtered.secondsPerFrame()).isEqualTo(magnitude.secondsPerFrame());
        assertThat(MedianFilter.of(1).alongTime(magnitude).values()).containsExactly(magnitude.values());
    }

    @ParameterizedTest
    @CsvSource({"0", "-1", "30"})
    void rejectsEvenLengths(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> MedianFilter.of(length))
                .withMessage("a median filter's length must be odd and positive, got " + length);
    }
}
