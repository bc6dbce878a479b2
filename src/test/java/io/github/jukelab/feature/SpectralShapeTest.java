package io.github.jukelab.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.signal.Scale;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import io.github.jukelab.signal.Window;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Contrast, flatness, polynomials and the loudness of spectra whose values are known without reckoning. */
class SpectralShapeTest {

    private static final double[] EDGES = {0, 200, 400, 800, 1600, 3200, 6400, 12800};

    private static void refused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }

    private static Spectrogram spectrogram(double[] frequencies, Scale scale, float... values) {
        return Spectrogram.of(values, frequencies, scale, 0.5);
    }

    /** By sorting whole bands, for frame sizes whose bands have their edges at, between and far from bins. */
    @ParameterizedTest
    @ValueSource(ints = {220, 441, 1000, 2048, 8820})
    void contrastIsTheDefinition(int nFft) {
        Spectrogram magnitude =
                Spectrogram.of(Waves.noise(30_000, nFft), Stft.of(nFft).withHop(97));
        FrameSeries contrast = SpectralContrast.of(magnitude);
        for (int band = 0; band < 7; band++) {
            for (int t = 0; t < contrast.frames(); t += 50) {
                assertThat(contrast.value(band, t)).isCloseTo((float) contrast(magnitude, band, t), within(1e-4f));
            }
        }
        assertThat(contrast.frames()).isEqualTo(magnitude.frames());
    }

    private static double contrast(Spectrogram magnitude, int band, int frame) {
        double[] frequencies = magnitude.frequencies();
        int low = band == 0
                ? 0
                : (int) Arrays.stream(frequencies).filter(f -> f < EDGES[band]).count() - 1;
        int high = (int)
                Arrays.stream(frequencies).filter(f -> f <= EDGES[band + 1]).count();
        double[] values = new double[band == 6 ? high - low : high - low - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = magnitude.value(low + i, frame);
        }
        Arrays.sort(values);
        int few = (int) Math.max(1, Math.rint(0.02 * (high - low)));
        double valley = Arrays.stream(values).limit(few).average().orElseThrow();
        double peak = Arrays.stream(values).skip(values.length - few).average().orElseThrow();
        return 10 * Math.log10(peak / valley);
    }

    /** The third band is a single 0: its peak lies 80 dB below the highest peak, its valley 80 below the highest valley. */
    @Test
    void contrastOfFewBins() {
        double[] frequencies = {0, 200, 300, 600, 1200, 2400, 4800, 9600};
        Spectrogram magnitude = spectrogram(frequencies, Scale.MAGNITUDE, 1, 1, -0f, 10, 1, 100, 1, 1000);
        FrameSeries contrast = SpectralContrast.of(magnitude);
        assertThat(contrast.values()).containsExactly(0, 0, 10, 0, 0, 0, 30);
        assertThat(contrast.rows()).startsWith("contrast1").endsWith("contrast7");
        assertThat(contrast.unit()).isEqualTo("dB");
    }

    @Test
    void contrastNeedsBinsInEachBand() {
        refused(
                () -> SpectralContrast.of(Waves.noise(500, 1), Stft.of(64)),
                "spectral contrast needs more bins from 0.0 to 200.0 Hz, got 33 from 0.0 to 11025.0 Hz");
        refused(
                () -> SpectralContrast.of(spectrogram(new double[] {0, 100, 300, 500}, Scale.POWER, 1, 1, 1, 1)),
                "spectral contrast needs more bins from 800.0 to 1600.0 Hz, got 4 from 0.0 to 500.0 Hz");
    }

    @Test
    void flatness() {
        double[] frequencies = {0, 1, 2, 3, 4};
        assertThat(SpectralFlatness.of(spectrogram(frequencies, Scale.MAGNITUDE, 3, 3, 3, 3, 3))
                        .values())
                .containsExactly(1);
        assertThat(SpectralFlatness.of(spectrogram(frequencies, Scale.POWER, 1, 2, 4, 8, 16))
                        .value(0, 0))
                .isCloseTo(4 / 6.2f, within(1e-7f));
        assertThat(SpectralFlatness.of(spectrogram(frequencies, Scale.MAGNITUDE, 1, 0, 0, 0, 0))
                        .value(0, 0))
                .isCloseTo(5e-8f, within(1e-14f));
    }

    @Test
    void flatnessOfTheLargestAndSmallest() {
        float[] values = new float[40];
        Arrays.fill(values, Float.MAX_VALUE);
        double[] frequencies = new double[40];
        Arrays.setAll(frequencies, k -> k);
        assertThat(SpectralFlatness.of(spectrogram(frequencies, Scale.MAGNITUDE, values))
                        .value(0, 0))
                .isCloseTo(1, within(1e-6f));
        assertThat(SpectralFlatness.of(spectrogram(frequencies, Scale.MAGNITUDE, new float[40]))
                        .value(0, 0))
                .isCloseTo(1, within(1e-6f));
    }

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
    void polynomialsAreFound(DoubleUnaryOperator polynomial) {
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
    void polynomialOrders() {
        Spectrogram few = spectrogram(new double[] {0, 100}, Scale.MAGNITUDE, 1, 2);
        refused(() -> PolyFeatures.of(few, -1), "polynomial order must be 0 to 1, got -1");
        refused(() -> PolyFeatures.of(few, 2), "polynomial order must be 0 to 1, got 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5, 64, 65, 512})
    void rmsOfSpectraIsThatOfWindowedFrames(int nFft) {
        Wave wave = Waves.noise(2000, nFft);
        Stft stft = Stft.of(nFft).withHop(40);
        double[] window = Window.hann(nFft).weights();
        Spectrogram magnitude = Spectrogram.of(wave, stft);
        FrameSeries rms = Rms.of(magnitude, nFft);
        for (int t = 0; t < rms.frames(); t++) {
            double squares = 0;
            for (int i = 0; i < nFft; i++) {
                squares += Math.pow(
                        window[i] * stft.framing().sample(wave, stft.framing().start(t) + i), 2);
            }
            assertThat(rms.value(0, t)).isCloseTo((float) Math.sqrt(squares / nFft), within(1e-6f));
        }
        assertThat(Rms.of(magnitude.power(), nFft).value(0, 3)).isCloseTo(rms.value(0, 3), within(1e-7f));
    }

    @Test
    void rmsOfSpectra() {
        Spectrogram magnitude = Spectrogram.of(Waves.noise(500, 1), Stft.of(64));
        assertThat(Rms.of(magnitude).values())
                .containsExactly(Rms.of(magnitude, 64).values());
        refused(() -> Rms.of(magnitude, 66), "frames of 66 samples do not have the bins of " + magnitude);
        Spectrogram single = spectrogram(new double[] {0}, Scale.MAGNITUDE, 1);
        refused(() -> Rms.of(single), "frames of 0 samples do not have the bins of " + single);
    }

    static Stream<Arguments> ofEnergies() {
        return Stream.of(
                Arguments.of("spectral contrast", (Function<Spectrogram, Object>) SpectralContrast::of),
                Arguments.of("spectral flatness", (Function<Spectrogram, Object>) SpectralFlatness::of),
                Arguments.of("rms", (Function<Spectrogram, Object>) Rms::of));
    }

    @ParameterizedTest
    @MethodSource
    void ofEnergies(String name, Function<Spectrogram, Object> feature) {
        Spectrogram decibels = Spectrogram.of(Waves.noise(500, 1), Stft.LIBROSA).toDecibels();
        refused(() -> feature.apply(decibels), name + " needs magnitudes or powers, got " + decibels);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 511, 5000})
    void silence(int samples) {
        Spectrogram spectrogram = Spectrogram.of(Waves.silence(samples), Stft.LIBROSA);
        for (FrameSeries series :
                List.of(SpectralContrast.of(spectrogram), PolyFeatures.of(spectrogram, 1), Rms.of(spectrogram))) {
            assertThat(series.values()).as(series.name()).containsOnly(0);
            assertThat(series.frames()).isEqualTo(1 + samples / 512);
        }
        for (float flatness : SpectralFlatness.of(spectrogram).values()) {
            assertThat(flatness).isCloseTo(1, within(1e-6f));
        }
    }

    /** The variance of a single bin is a difference of large, equal numbers. */
    @Test
    void bandwidthOfASingleBinIsNearlyNothing() {
        double[] frequencies = {0, 10_000.3, 48_000.7};
        Spectrogram magnitude = spectrogram(frequencies, Scale.MAGNITUDE, 0, 0, 3.7f, 0, 0, 0.3f);
        for (float width : SpectralBandwidth.of(magnitude).values()) {
            assertThat(width).isBetween(0f, 1e-3f);
        }
        assertThat(SpectralCentroid.of(magnitude).values()).containsExactly(10_000.3f, 48_000.7f);
    }

    @Test
    void rolloffIsTheFirstBinThatReaches() {
        double[] frequencies = {0, 100, 200, 300, 400};
        Spectrogram magnitude = spectrogram(frequencies, Scale.MAGNITUDE, 1, 0, 0, 1, 2);
        assertThat(SpectralRolloff.of(magnitude, 0.25).values()).containsExactly(0);
        assertThat(SpectralRolloff.of(magnitude, 0.26).values()).containsExactly(300);
        assertThat(SpectralRolloff.of(magnitude, 0.5).values()).containsExactly(300);
        assertThat(SpectralRolloff.of(magnitude).values()).containsExactly(400);
    }
}
