package io.github.jukelab.feature;

import static io.github.jukelab.signal.LibrosaFixtures.largestDifference;
import static io.github.jukelab.signal.LibrosaFixtures.largestRelative;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.signal.LibrosaFixtures;
import io.github.jukelab.signal.LibrosaFixtures.Fixture;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Spectral shape and deltas against librosa's, within the tolerances of the manifest. */
class ShapesParityTest {

    private static Spectrogram magnitude(Fixture fixture) {
        return Spectrogram.of(fixture.wave(), Stft.LIBROSA);
    }

    static Stream<Fixture> contrast() {
        return LibrosaFixtures.having("spectral_contrast");
    }

    @ParameterizedTest
    @MethodSource
    void contrast(Fixture fixture) {
        FrameSeries contrast = SpectralContrast.of(fixture.wave(), Stft.LIBROSA);
        assertThat(largestDifference(contrast.values(), fixture.expected())).isLessThanOrEqualTo(2e-3);
        assertThat(SpectralContrast.of(magnitude(fixture)).values()).containsExactly(contrast.values());
    }

    static Stream<Fixture> flatness() {
        return LibrosaFixtures.having("spectral_flatness");
    }

    @ParameterizedTest
    @MethodSource
    void flatness(Fixture fixture) {
        FrameSeries flatness = SpectralFlatness.of(magnitude(fixture));
        assertThat(largestRelative(flatness.values(), fixture.expected(), 0)).isLessThanOrEqualTo(1e-4);
    }

    static Stream<Fixture> poly() {
        return LibrosaFixtures.having("poly_features1");
    }

    @ParameterizedTest
    @MethodSource
    void poly(Fixture fixture) {
        FrameSeries poly = PolyFeatures.of(magnitude(fixture), 1);
        assertThat(largestRelative(poly.values(), fixture.expected(), 0)).isLessThanOrEqualTo(1e-4);
    }

    static Stream<Fixture> delta() {
        return LibrosaFixtures.having("mfcc13_delta");
    }

    @ParameterizedTest
    @MethodSource
    void delta(Fixture fixture) {
        FrameSeries delta = Delta.of(mfcc13(fixture));
        assertThat(largestDifference(delta.values(), fixture.expected())).isLessThanOrEqualTo(1e-3);
    }

    static Stream<Fixture> secondDelta() {
        return LibrosaFixtures.having("mfcc13_delta2");
    }

    @ParameterizedTest
    @MethodSource
    void secondDelta(Fixture fixture) {
        FrameSeries delta = Delta.of(mfcc13(fixture), 2, 9);
        assertThat(largestDifference(delta.values(), fixture.expected())).isLessThanOrEqualTo(1e-3);
    }

    private static FrameSeries mfcc13(Fixture fixture) {
        return Mfcc.of(MelSpectrogram.of(fixture.wave(), Stft.LIBROSA, MelBank.of(128, 22050)), 13);
    }
}
