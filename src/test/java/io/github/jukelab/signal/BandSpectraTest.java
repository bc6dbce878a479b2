package io.github.jukelab.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both implementations against the definition. */
class BandSpectraTest {

    @ParameterizedTest
    @CsvSource({"64, 8, 1000", "64, 8, 1", "128, 16, 129", "256, 8, 300", "256, 32, 40000", "1024, 128, 5001"})
    void slidingEqualsTheDefinition(int nFft, int hop, int samples) {
        float[] sound = noise(samples);
        assertThat(SlidingSpectra.suits(nFft, hop)).isTrue();
        requireEqualToDefinition(new SlidingSpectra(sound, nFft, hop), sound, nFft, hop);
    }

    @ParameterizedTest
    @CsvSource({"4, 1, 50", "64, 8, 1000", "64, 100, 1", "128, 25, 129", "256, 256, 40000", "1024, 7, 500"})
    void framewiseEqualsTheDefinition(int nFft, int hop, int samples) {
        float[] sound = noise(samples);
        requireEqualToDefinition(new FramewiseSpectra(sound, nFft, hop), sound, nFft, hop);
    }

    @ParameterizedTest
    @CsvSource({"64, 16", "64, 4", "64, 24", "96, 8", "8, 64"})
    void slidingNeedsManyWholeHops(int nFft, int hop) {
        assertThat(SlidingSpectra.suits(nFft, hop)).isEqualTo(nFft == 96);
    }

    private static float[] noise(int samples) {
        Random random = new Random(samples);
        float[] noise = new float[samples];
        for (int i = 0; i < samples; i++) {
            noise[i] = (float) random.nextGaussian();
        }
        return noise;
    }

    private static void requireEqualToDefinition(BandSpectra spectra, float[] sound, int nFft, int hop) {
        int frames = 1 + sound.length / hop;
        for (int first = 0; first < frames; first += spectra.block()) {
            int count = Math.min(spectra.block(), frames - first);
            spectra.load(first, count);
            for (int bin = 0; bin <= nFft / 2; bin += 1 + nFft / 10) {
                ComplexRow row = spectra.bin(bin);
                for (int t = 0; t < count; t += 1 + count / 5) {
                    requireEqualToDefinition(row, t, sound, (first + t) * hop - nFft / 2, nFft, bin);
                }
            }
        }
    }

    private static void requireEqualToDefinition(ComplexRow row, int t, float[] sound, int start, int nFft, int bin) {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < nFft; i++) {
            double sample = start + i < 0 || start + i >= sound.length ? 0 : sound[start + i];
            double angle = 2 * Math.PI * bin * (i - (nFft + 1) / 2.0) / nFft;
            real += sample * Math.cos(angle);
            imaginary -= sample * Math.sin(angle);
        }
        assertThat(row.real()[t]).isCloseTo(real, within(1e-9));
        assertThat(row.imaginary()[t]).isCloseTo(imaginary, within(1e-9));
    }
}
