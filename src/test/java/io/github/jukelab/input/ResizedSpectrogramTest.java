package io.github.jukelab.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.feature.ChromaStft;
import io.github.jukelab.feature.FrameSeries;
import io.github.jukelab.image.Resize;
import io.github.jukelab.input.ResizedSpectrogram.Interpolation;
import io.github.jukelab.input.ResizedSpectrogram.PadMode;
import io.github.jukelab.input.ResizedSpectrogram.Representation;
import io.github.jukelab.network.Architecture;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Network;
import io.github.jukelab.signal.LibrosaFixtures;
import io.github.jukelab.signal.LibrosaFixtures.Fixture;
import io.github.jukelab.signal.Stft;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sounds as small pictures, with the clips of the article on cats and dogs (001). */
class ResizedSpectrogramTest {

    private static final ResizedSpectrogram SHORT = ResizedSpectrogram.AS_PRINTED.withSamples(16_000);

    @TempDir
    Path folder;

    private static Wave noise(int length, int rate) {
        Random random = new Random(length);
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) (0.1 * random.nextGaussian() * (1 + Math.sin(i * 1e-3)));
        }
        return Wave.of(samples, rate);
    }

    /** The fixtures hold {@code abs(tf.signal.stft(wave[:22050], 210, 110))}, frame by frame. */
    @Test
    void magnitudesEqualThoseOfTensorFlow() {
        List<Fixture> fixtures = LibrosaFixtures.having("tf_stft_210_110").toList();
        assumeThat(fixtures).isNotEmpty();
        for (Fixture fixture : fixtures) {
            float[] byFrame = fixture.expected().floats();
            int frames = byFrame.length / 129;
            float[] expected = Resize.bilinear(byFrame, frames, 129, 32, 32);
            Wave wave = Wave.of(fixture.wave().samples(), 16_000);
            float[] got = ResizedSpectrogram.AS_PRINTED
                    .withSamples(22_050)
                    .inputs(wave)
                    .get(0);
            double loudest = LibrosaFixtures.maximum(fixture.expected());
            for (int i = 0; i < expected.length; i++) {
                assertThat(got[i % 32 * 32 + i / 32]).as(fixture.toString()).isCloseTo(expected[i], within((float)
                        (1e-6 * loudest)));
            }
        }
    }

    @Test
    void padsAShortClipAndCutsALongOne() {
        Wave half = noise(8000, 16_000);
        float[] picture = SHORT.inputs(half).get(0);
        assertThat(picture).hasSize(32 * 32);
        for (int row = 0; row < 32; row++) {
            assertThat(picture[row * 32 + 2]).isPositive();
            assertThat(picture[row * 32 + 20]).isZero();
        }
        assertThat(SHORT.inputs(half.padded(50_000)).get(0)).isEqualTo(picture);
        assertThat(SHORT.inputs(noise(9, 8000))).hasSize(1);
    }

    @Test
    void repeatsAShortClip() {
        Wave third = noise(6000, 16_000);
        float[] thrice = Arrays.copyOf(third.samples(), 16_000);
        System.arraycopy(third.samples(), 0, thrice, 6000, 6000);
        System.arraycopy(third.samples(), 0, thrice, 12_000, 4000);
        ResizedSpectrogram repeated = SHORT.withPadMode(PadMode.REPETITION);
        assertThat(repeated.inputs(third).get(0))
                .isEqualTo(SHORT.inputs(Wave.of(thrice, 16_000)).get(0));
        assertThat(repeated.inputs(noise(20_000, 16_000)))
                .usingRecursiveComparison()
                .isEqualTo(SHORT.inputs(noise(20_000, 16_000)));
    }

    @Test
    void bilinearIgnoresAClickThatAntialiasedAverages() {
        float[] samples = new float[300_000];
        samples[297_000] = 1;
        Wave click = Wave.of(samples, 16_000);
        ResizedSpectrogram averaged = ResizedSpectrogram.AS_PRINTED.withInterpolation(Interpolation.ANTIALIASED);
        assertThat(ResizedSpectrogram.AS_PRINTED.inputs(click).get(0)).containsOnly(0);
        assertThat(averaged.inputs(click).get(0)[31]).isPositive();
    }

    @Test
    void thePictureHasTheNetworksInput() {
        Wave wave = noise(8000, 16_000);
        FrameSeries picture = ResizedSpectrogram.REPAIRED.picture(wave);
        assertThat(picture.values())
                .isEqualTo(ResizedSpectrogram.REPAIRED.inputs(wave).get(0));
        assertThat(picture.name()).isEqualTo("Frequency in Hz");
        assertThat(picture.rows()).hasSize(32).startsWith("125", "375").endsWith("7875");
        assertThat(picture.unit()).isEqualTo("dB");
        assertThat(picture.secondsPerFrame()).isCloseTo(18.75 / 32, within(1e-9));
        assertThat(SHORT.picture(wave).unit()).isEmpty();
    }

    /** Rows of 12/32 of a note: the first three have their middle in C, the next two in C sharp. */
    @Test
    void rowsArePartsOfNotesAndCoefficients() {
        Wave wave = noise(8000, 16_000);
        FrameSeries chroma = ResizedSpectrogram.REPAIRED
                .withRepresentation(Representation.CHROMA)
                .picture(wave);
        FrameSeries mfcc = ResizedSpectrogram.REPAIRED
                .withRepresentation(Representation.MFCC)
                .picture(wave);
        assertThat(chroma.name()).isEqualTo("Note");
        assertThat(chroma.rows())
                .startsWith("C", "C 2", "C 3", "C#", "C# 2", "D", "D 2", "D 3")
                .endsWith("B", "B 2", "B 3");
        assertThat(mfcc.name()).isEqualTo("Cepstral coefficient");
        assertThat(mfcc.rows()).startsWith("0", "0 2", "1", "2").endsWith("19", "19 2");
    }

    @ParameterizedTest
    @EnumSource(Representation.class)
    void everyRepresentationIsFiniteEvenForSilence(Representation representation) {
        for (Wave wave : List.of(noise(16_000, 16_000), Wave.of(new float[16_000], 16_000))) {
            Example example = new Example(
                    "x",
                    "x",
                    "x",
                    SHORT.shape(),
                    SHORT.withRepresentation(representation).inputs(wave).get(0));
            assertThat(example.shape()).isEqualTo(new Shape(1, 32, 32));
        }
    }

    @Test
    void convertsToDecibelsBeforeResizing() {
        float[] decibels = SHORT.withRepresentation(Representation.DECIBEL)
                .inputs(noise(8000, 16_000))
                .get(0);
        float[] magnitudes = SHORT.inputs(noise(8000, 16_000)).get(0);
        assertThat(decibels[5 * 32 + 2]).isCloseTo((float) (20 * Math.log10(magnitudes[5 * 32 + 2])), within(6f));
        assertThat(decibels[31]).isLessThan(decibels[2] - 40);
        assertThat(ResizedSpectrogram.REPAIRED.representation()).isEqualTo(Representation.DECIBEL);
        assertThat(ResizedSpectrogram.REPAIRED)
                .hasToString(
                        "ResizedSpectrogram[16000 Hz, 18.75 s filled by repetition, decibel antialiased 1 x 32 x 32]");
    }

    @Test
    void chromaEqualsTheFeature() {
        Wave wave = noise(16_000, 16_000);
        FrameSeries chroma = ChromaStft.of(wave, Stft.LIBROSA);
        assertThat(SHORT.withRepresentation(Representation.CHROMA).inputs(wave).get(0))
                .isEqualTo(Resize.bilinear(chroma.values(), 12, chroma.frames(), 32, 32));
    }

    @Test
    void aLoadedNetworkPredictsTheSameBitByBit() throws IOException {
        for (Representation representation : Representation.values()) {
            assertSurvivesSaving(
                    Architectures.small(new Shape(1, 32, 32), 2, 1), SHORT.withRepresentation(representation));
        }
        assertSurvivesSaving(Architectures.averagePools(new Shape(3, 64, 64), 2, 1), SpectrogramImage.AS_PRINTED);
        assertSurvivesSaving(
                Architectures.averagePoolsAsPrinted(new Shape(3, 64, 64), 2, 1), SpectrogramImage.REPAIRED);
        assertSurvivesSaving(
                Architectures.averagePools(new Shape(3, 64, 64), 2, 1), SpectrogramImage.REPAIRED.windows(6));
    }

    private void assertSurvivesSaving(Architecture architecture, Preprocessing preprocessing) throws IOException {
        Preprocessing fitted = preprocessing.withNormalisation(new StandardScaler(0.25, 3));
        Network network = Network.of(architecture, List.of("cat", "dog"), fitted);
        Path file = folder.resolve("network.zip");
        network.save(file);
        Network loaded = Network.load(file);
        Wave wave = noise(20_000, 22_050);
        assertThat(loaded.preprocessing()).contains(fitted);
        assertThat(loaded.predict(wave)).isEqualTo(network.predict(wave));
        assertThat(network.predict(wave).probabilities().values().stream()
                        .mapToDouble(p -> p)
                        .sum())
                .isCloseTo(1, within(1e-5));
    }

    @Test
    void refusesNumbersOutOfRange() {
        assertThatThrownBy(() -> ResizedSpectrogram.AS_PRINTED.withSamples(209))
                .hasMessage("samples must be at least 210, got 209");
        assertThatThrownBy(() -> new ResizedSpectrogram(
                        0,
                        300,
                        PadMode.REPETITION,
                        Representation.MFCC,
                        Interpolation.BILINEAR,
                        32,
                        32,
                        StandardScaler.NONE))
                .hasMessage("rate must be at least 1, got 0");
    }
}
