package io.github.jukelab.feature;

import static io.github.jukelab.feature.FeatureFixtures.assertRejected;
import static io.github.jukelab.feature.FeatureFixtures.spectrogram;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PolyFeaturesTest {

    static Stream<DoubleUnaryOperator> polynomials() {
        return Stream.of(
                f -> 2,
                f -> 5 + 1e-3 * f,
                f -> 5 - 1e-3 * f + 2e-7 * f * f,
                f -> 5 - 1e-3 * f + 2e-7 * f * f - 1e-11 * f * f * f,
                f -> 5 - 1e-3 * f + 2e-7 * f * f - 1e-11 * f * f * f + 4e-16 * f * f * f * f);
    }

    @ParameterizedTest
    @MethodSource("polynomials")
    void recoversPolynomials(DoubleUnaryOperator polynomial) {
        double[] frequencies = Stft.LIBROSA.frequencies(22050);
        float[] values = new float[frequencies.length];
        for (int k = 0; k < values.length; k++) {
            values[k] = (float) polynomial.applyAsDouble(frequencies[k]);
        }
        FrameSeries poly = PolyFeatures.of(spectrogram(frequencies, Scale.MAGNITUDE, values), 4);
        for (double f : frequencies) {
            double sum = 0;
            for (int row = 0; row < 5; row++) {
                sum = sum * f + poly.value(row, 0);
            }
            assertThat(sum).isCloseTo(polynomial.applyAsDouble(f), within(1e-4));
        }
        assertThat(poly.rows()).containsExactly("poly4", "poly3", "poly2", "poly1", "poly0");
    }

    @Test
    void orderZeroIsTheMean() {
        Spectrogram few = spectrogram(new double[] {0, 100, 250}, Scale.DECIBEL, -1, 4, 3, 0, 4, 8);
        assertThat(PolyFeatures.of(few, 0).values())
                .usingComparatorWithPrecision(1e-6f)
                .containsExactly(2, 4);
        assertThat(PolyFeatures.of(spectrogram(new double[] {0}, Scale.POWER, 7), 0)
                        .values())
                .containsExactly(7);
    }

    @Test
    void rejectsOrdersOutOfRange() {
        Spectrogram few = spectrogram(new double[] {0, 100}, Scale.MAGNITUDE, 1, 2);
        assertRejected(() -> PolyFeatures.of(few, -1), "polynomial order must be 0 to 1, got -1");
        assertRejected(() -> PolyFeatures.of(few, 2), "polynomial order must be 0 to 1, got 2");
    }
}
