package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InverseFftTest {

    private static final int FRAMES = 5;

    /** The real sum over all bins, of which those between the ends stand for two. */
    private static double sample(float[][] real, float[][] imaginary, int size, int i, int frame) {
        double sum = 0;
        for (int k = 0; k < real.length; k++) {
            boolean end = k == 0 || 2 * k == size;
            double angle = 2 * Math.PI * ((long) k * i % size) / size;
            double cosine = real[k][frame] * Math.cos(angle);
            double sine = end ? 0 : imaginary[k][frame] * Math.sin(angle);
            sum += (end ? 1 : 2) * (cosine - sine);
        }
        return sum / size;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 8, 100, 101, 2048})
    void equalsTheDefinition(int size) {
        Random random = new Random(size);
        InverseFft fft = InverseFft.of(size, FRAMES);
        float[][] real = new float[size / 2 + 1][FRAMES];
        float[][] imaginary = new float[size / 2 + 1][FRAMES];
        for (int k = 0; k < real.length; k++) {
            for (int t = 0; t < FRAMES; t++) {
                real[k][t] = fft.real[k][t] = (float) random.nextGaussian();
                imaginary[k][t] = fft.imaginary[k][t] = (float) random.nextGaussian();
            }
        }
        fft.transform(FRAMES);
        for (int i = 0; i < size; i += 1 + size / 50) {
            for (int t = 0; t < FRAMES; t++) {
                assertThat(fft.samples(i)[t] / (size / 2.0))
                        .isCloseTo(sample(real, imaginary, size, i, t), within(3e-6 / Math.sqrt(size)));
            }
        }
    }
}
