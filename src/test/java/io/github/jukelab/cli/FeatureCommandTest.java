package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.Npy;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.catalog.Catalog;
import io.github.jukelab.catalog.NamedFeature;
import io.github.jukelab.catalog.Parameters;
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
class FeatureCommandTest {

    @TempDir
    Path folder;

    private Console console;

    @BeforeEach
    void open() {
        console = new Console(folder);
    }

    @Test
    void featuresAreWrittenByClipAndName() throws IOException {
        Path song = console.song("my.song.wav", 3000);
        Path to = folder.resolve("out");

        assertThat(console.run("feature", "mfcc,spectral_centroid", song, "--out", to))
                .isZero();

        Path mfcc = to.resolve("my.song/mfcc.npy");
        Path centroid = to.resolve("my.song/spectral_centroid.npy");
        assertThat(console.said()).containsExactly(mfcc + ": float32 [20 x 6]", centroid + ": float64 [1 x 6]");
        assertThat(console.complained()).isEmpty();
        assertThat(Npy.read(mfcc).values())
                .containsExactly(Catalog.feature("mfcc")
                        .of(Wave.read(song), Parameters.LIBROSA)
                        .values());
    }

    @Test
    void parametersAreHanded() throws IOException {
        Path song = console.song("a.wav", 3000);
        assertThat(console.run(
                        "feature",
                        "mfcc",
                        song,
                        "--out",
                        folder,
                        "--n-fft",
                        512,
                        "--hop",
                        100,
                        "--mels",
                        40,
                        "--mfcc",
                        13,
                        "--padding",
                        "reflect",
                        "--rate",
                        11_025))
                .isZero();
        Parameters parameters = Parameters.LIBROSA
                .withNFft(512)
                .withHop(100)
                .withMels(40)
                .withMfcc(13)
                .withPadding(Padding.REFLECT)
                .withRate(11_025);
        Npy read = Npy.read(folder.resolve("a/mfcc.npy"));
        assertThat(read.shape()).containsExactly(13, 16);
        assertThat(read.values())
                .containsExactly(
                        Catalog.feature("mfcc").of(Wave.read(song), parameters).values());
    }

    @Test
    void waveIsAtItsOwnRate() throws IOException {
        Path song = console.song("a.wav", 3000);
        assertThat(console.run("feature", "wave,rms", song, "--out", folder, "--rate", 44_100))
                .isZero();
        assertThat(Npy.read(folder.resolve("a/wave.npy")).floats())
                .containsExactly(Wave.read(song).samples());
        assertThat(Npy.read(folder.resolve("a/rms.npy")).shape()).containsExactly(1, 12);
    }

    @Test
    void badFilesAreListedAtTheEndAndFail() throws IOException {
        Path good = console.song("a.wav", 3000);
        Path brief = console.song("b.wav", 500);
        Path bad = console.noSong("c.wav");
        Path gone = folder.resolve("d.wav");

        assertThat(console.run("feature", "rms", gone, bad, brief, good, "--out", folder, "--padding", "reflect"))
                .isEqualTo(1);

        assertThat(folder.resolve("a/rms.npy")).exists();
        assertThat(console.complained())
                .hasSize(4)
                .startsWith("jukelab: left out: 3", "  " + gone + ": there is no such file");
        assertThat(console.complained().get(2)).startsWith("  " + bad + ": ");
        assertThat(console.complained().get(3))
                .isEqualTo("  " + brief + ": rms: reflect padding by 1024 needs more than 1024 samples, got 500");
    }

    @Test
    void ofTwoFilesWithOneFolderTheFirstHasIt() throws IOException {
        Path first = console.song("x/a.wav", 3000);
        Path second = console.song("y/a.wav", 4000);
        Path third = console.song("z/b.wav", 3000);
        Path to = folder.resolve("out");

        assertThat(console.run("feature", "wave", first, second, third, first, "--out", to))
                .isEqualTo(1);

        assertThat(Npy.read(to.resolve("a/wave.npy")).shape()).containsExactly(3000);
        assertThat(to.resolve("b/wave.npy")).exists();
        assertThat(console.said()).hasSize(2);
        assertThat(console.complained())
                .containsExactly(
                        "jukelab: left out: 1",
                        "  " + second + ": its features would go to " + to.resolve("a") + ", where those of " + first
                                + " go");
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsOneLine() throws IOException {
        Path song = console.song("a.wav", 3000);
        Path file = Files.createFile(folder.resolve("out"));
        assertThat(console.run("feature", "rms", song, "--out", file)).isEqualTo(1);
        assertThat(console.complained()).hasSize(1);
        assertThat(console.complained().get(0)).startsWith("jukelab: " + file);
    }

    static Stream<Arguments> wrongArguments() {
        return Stream.of(
                Arguments.of(
                        List.of("mfc,rms", "a.wav", "--out", "x"),
                        "no feature is named 'mfc'; near it: mfcc, mfcc20, mfcc13_delta (--list names all)"),
                Arguments.of(List.of("rms", "a.wav", "--out", "x", "--mels", "3"), "--mels means nothing to rms"),
                Arguments.of(List.of("rms", "a.wav", "--out", "x", "--hop", "0"), "hop must be at least 1, got 0"),
                Arguments.of(List.of("rms", "a.wav"), "what is needed: a feature's name, a file, and --out; or --list"),
                Arguments.of(
                        List.of("rms", "--out", "x"), "what is needed: a feature's name, a file, and --out; or --list"),
                Arguments.of(List.of(), "what is needed: a feature's name, a file, and --out; or --list"));
    }

    @ParameterizedTest
    @MethodSource
    void wrongArguments(List<String> arguments, String complaint) {
        assertThat(console.run(
                        Stream.concat(Stream.of("feature"), arguments.stream()).toArray()))
                .isEqualTo(2);
        assertThat(console.complained()).containsExactly("jukelab: " + complaint, "Try 'jukelab feature --help'.");
        assertThat(console.said()).isEmpty();
    }

    @Test
    void listNamesAllWithTheirDefaults() {
        assertThat(console.run("feature", "--list")).isZero();
        assertThat(console.said())
                .extracting(line -> line.substring(0, 22).strip())
                .containsExactlyElementsOf(
                        Catalog.features().stream().map(NamedFeature::name).toList());
        assertThat(console.said())
                .contains(
                        "zero_crossing_rate     share of the samples of a frame that change sign (rate own, n-fft 2048, hop 512)");
    }

    @ParameterizedTest
    @CsvSource({"features", "feature"})
    void helpShowsHowItIsCalled(String command) {
        assertThat(console.run(command, "--help")).isZero();
        assertThat(String.join("\n", console.said()))
                .startsWith("Usage: jukelab " + command + " [OPTIONS]")
                .contains("Example: ");
        assertThat(console.said()).allMatch(line -> line.length() <= 80);
    }
}
