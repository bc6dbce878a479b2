package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.Npy;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.extraction.FeatureCatalog;
import io.github.jukelab.extraction.FeatureParameters;
import io.github.jukelab.extraction.NamedFeature;
import io.github.jukelab.signal.Padding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code jukelab feature}. */
class ExtractCommandTest {

    @TempDir
    Path folder;

    private Console console;

    @BeforeEach
    void open() {
        console = new Console(folder);
    }

    @Test
    void featuresAreWrittenByClipAndName() throws IOException {
        Path track = console.track("my.track.wav", 3000);
        Path to = folder.resolve("out");

        assertThat(console.run("extract", "mfcc,spectral_centroid", track, "--out", to))
                .isZero();

        Path mfcc = to.resolve("my.track/mfcc.npy");
        Path centroid = to.resolve("my.track/spectral_centroid.npy");
        assertThat(console.said()).containsExactly(mfcc + ": float32 [20 x 6]", centroid + ": float64 [1 x 6]");
        assertThat(console.complained()).isEmpty();
        assertThat(Npy.read(mfcc).values())
                .containsExactly(FeatureCatalog.feature("mfcc")
                        .of(Wave.read(track), FeatureParameters.LIBROSA)
                        .values());
    }

    @Test
    void parametersAreHanded() throws IOException {
        Path track = console.track("a.wav", 3000);
        assertThat(console.run(
                        "extract",
                        "mfcc",
                        track,
                        "--out",
                        folder,
                        "--n-fft",
                        512,
                        "--hop-length",
                        100,
                        "--n-mels",
                        40,
                        "--n-mfcc",
                        13,
                        "--padding",
                        "reflect",
                        "--rate",
                        11_025))
                .isZero();
        FeatureParameters parameters = FeatureParameters.LIBROSA
                .withNFft(512)
                .withHop(100)
                .withMels(40)
                .withMfcc(13)
                .withPadding(Padding.REFLECT)
                .withRate(11_025);
        Npy read = Npy.read(folder.resolve("a/mfcc.npy"));
        assertThat(read.shape()).containsExactly(13, 16);
        assertThat(read.values())
                .containsExactly(FeatureCatalog.feature("mfcc")
                        .of(Wave.read(track), parameters)
                        .values());
    }

    @Test
    void waveIsAtItsOwnRateUnlessAskedOtherwise() throws IOException {
        Path track = console.track("a.wav", 3000);
        assertThat(console.run("extract", "wave", track, "--out", folder)).isZero();
        assertThat(Npy.read(folder.resolve("a/wave.npy")).floats())
                .containsExactly(Wave.read(track).samples());
        assertThat(console.run("extract", "wave,rms", track, "--out", folder, "--rate", 44_100))
                .isZero();
        assertThat(Npy.read(folder.resolve("a/wave.npy")).shape()).containsExactly(6000);
        assertThat(Npy.read(folder.resolve("a/rms.npy")).shape()).containsExactly(1, 12);
    }

    @Test
    void badFilesAreListedAtTheEndAndFail() throws IOException {
        Path good = console.track("a.wav", 3000);
        Path brief = console.track("b.wav", 500);
        Path bad = console.noTrack("c.wav");
        Path gone = folder.resolve("d.wav");

        assertThat(console.run("extract", "rms", gone, bad, brief, good, "--out", folder, "--padding", "reflect"))
                .isEqualTo(1);

        assertThat(folder.resolve("a/rms.npy")).exists();
        assertThat(console.complained())
                .hasSize(4)
                .startsWith("jukelab: skipped: 3", "  " + gone + ": there is no such file");
        assertThat(console.complained().get(2)).startsWith("  " + bad + ": ");
        assertThat(console.complained().get(3))
                .isEqualTo("  " + brief + ": rms: reflect padding by 1024 needs more than 1024 samples, got 500");
    }

    @Test
    void ofTwoFilesWithOneFolderTheFirstHasIt() throws IOException {
        Path first = console.track("x/a.wav", 3000);
        Path second = console.track("y/a.wav", 4000);
        Path third = console.track("z/b.wav", 3000);
        Path to = folder.resolve("out");

        assertThat(console.run("extract", "wave", first, second, third, first, "--out", to))
                .isEqualTo(1);

        assertThat(Npy.read(to.resolve("a/wave.npy")).shape()).containsExactly(3000);
        assertThat(to.resolve("b/wave.npy")).exists();
        assertThat(console.said()).hasSize(2);
        assertThat(console.complained())
                .containsExactly(
                        "jukelab: skipped: 1",
                        "  " + second + ": its features would go to " + to.resolve("a") + ", where those of " + first
                                + " go");
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsOneLine() throws IOException {
        Path track = console.track("a.wav", 3000);
        Path file = Files.createFile(folder.resolve("out"));
        assertThat(console.run("extract", "rms", track, "--out", file)).isEqualTo(1);
        assertThat(console.complained()).hasSize(1);
        assertThat(console.complained().get(0)).startsWith("jukelab: " + file);
    }

    static Stream<Arguments> wrongArguments() {
        return Stream.of(
                Arguments.of(
                        List.of("mfc,rms", "a.wav", "--out", "x"),
                        "no feature is named 'mfc'; similar: mfcc, mfcc_delta, mfcc_delta2 (--list names all)"),
                Arguments.of(List.of("rms", "a.wav", "--out", "x", "--n-mels", "3"), "--n-mels means nothing to rms"),
                Arguments.of(
                        List.of("rms", "a.wav", "--out", "x", "--hop-length", "0"),
                        "hop-length must be at least 1, got 0"),
                Arguments.of(List.of("rms", "a.wav"), "what is needed: a feature's name, a file, and --out; or --list"),
                Arguments.of(
                        List.of("rms", "--out", "x"), "what is needed: a feature's name, a file, and --out; or --list"),
                Arguments.of(List.of(), "what is needed: a feature's name, a file, and --out; or --list"));
    }

    @ParameterizedTest
    @MethodSource
    void wrongArguments(List<String> arguments, String complaint) {
        assertThat(console.run(
                        Stream.concat(Stream.of("extract"), arguments.stream()).toArray()))
                .isEqualTo(2);
        assertThat(console.complained()).containsExactly("jukelab: " + complaint, "Try 'jukelab extract --help'.");
        assertThat(console.said()).isEmpty();
    }

    @Test
    void listNamesAllWithTheirDefaults() {
        assertThat(console.run("extract", "--list")).isZero();
        assertThat(console.said())
                .extracting(line -> line.substring(0, 22).strip())
                .containsExactlyElementsOf(FeatureCatalog.features().stream()
                        .map(NamedFeature::name)
                        .toList());
        assertThat(console.said())
                .contains(
                        "zero_crossing_rate     share of the samples of a frame that change sign (rate own, n-fft 2048, hop-length 512)");
    }

    @ParameterizedTest
    @CsvSource({"table", "extract"})
    void helpShowsHowItIsCalled(String command) {
        assertThat(console.run(command, "--help")).isZero();
        assertThat(String.join("\n", console.said()))
                .startsWith("Usage: jukelab " + command + " [OPTIONS]")
                .contains("Example: ");
        assertThat(console.said()).allMatch(line -> line.length() <= 80);
    }
}
