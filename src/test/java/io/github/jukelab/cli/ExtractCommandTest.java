package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.BadFiles;
import io.github.jukelab.Npy;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.extraction.FeatureCatalog;
import io.github.jukelab.extraction.FeatureParameter;
import io.github.jukelab.extraction.FeatureParameters;
import io.github.jukelab.extraction.NamedFeature;
import io.github.jukelab.signal.Padding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code jukelab extract}. */
class ExtractCommandTest {

    @TempDir
    Path folder;

    private Console console;

    @BeforeEach
    void openConsole() {
        console = new Console(folder);
    }

    @Test
    void writesOneFilePerTrackAndFeature() throws IOException {
        Path track = console.track("my.track.wav", 3000);
        Path to = folder.resolve("out");

        assertThat(console.run("extract", "mfcc,spectral_centroid", track, "--out", to))
                .isZero();

        Path mfcc = to.resolve("my.track/mfcc.npy");
        Path centroid = to.resolve("my.track/spectral_centroid.npy");
        assertThat(console.output()).containsExactly(mfcc + ": float32 [20 x 6]", centroid + ": float64 [1 x 6]");
        assertThat(console.errors()).isEmpty();
        assertThat(Npy.read(mfcc).values())
                .containsExactly(FeatureCatalog.feature("mfcc")
                        .of(Wave.read(track), FeatureParameters.LIBROSA)
                        .values());
    }

    @Test
    void passesOptionsToTheFeature() throws IOException {
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
                        "--pad_mode=reflect",
                        "--rate",
                        11_025))
                .isZero();
        FeatureParameters parameters = FeatureParameters.LIBROSA
                .with(FeatureParameter.N_FFT, 512)
                .with(FeatureParameter.HOP_LENGTH, 100)
                .with(FeatureParameter.N_MELS, 40)
                .with(FeatureParameter.N_MFCC, 13)
                .with(FeatureParameter.PAD_MODE, Padding.REFLECT)
                .with(FeatureParameter.RATE, 11_025);
        Npy array = Npy.read(folder.resolve("a/mfcc.npy"));
        assertThat(array.shape()).containsExactly(13, 16);
        assertThat(array.values())
                .containsExactly(FeatureCatalog.feature("mfcc")
                        .of(Wave.read(track), parameters)
                        .values());
    }

    @Test
    void keepsTheRateOfTheFileByDefault() throws IOException {
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
    void readsAPartAndSkipsWhatIsTooLongToBeHeld() throws IOException {
        Path track = console.track("a.wav", 3000);
        Wave wave = Wave.read(track);
        double second = 1.0 / wave.rate();
        assertThat(console.run(
                        "extract", "wave", track, "--out", folder, "--offset", 100 * second, "--duration", 50 * second))
                .isZero();
        assertThat(Npy.read(folder.resolve("a/wave.npy")).floats())
                .containsExactly(wave.slice(100, 150).samples());
        assertThat(console.run("extract", "wave", track, "--out", folder, "--max-samples", 2999))
                .isOne();
        assertThat(console.errors().get(1)).startsWith("  " + track + ": longer than the limit of 2999 samples");
        assertThat(console.run("extract", "wave", track, "--out", folder, "--offset", -1))
                .isEqualTo(2);
    }

    @Test
    void listsSkippedFilesAtTheEndAndFails() throws IOException {
        Path good = console.track("a.wav", 3000);
        Path tooShort = console.track("b.wav", 500);
        Path broken = console.brokenFile("c.wav");
        Path missing = folder.resolve("d.wav");

        assertThat(console.run(
                        "extract", "rms", missing, broken, tooShort, good, "--out", folder, "--pad-mode", "reflect"))
                .isEqualTo(1);

        assertThat(folder.resolve("a/rms.npy")).exists();
        assertThat(console.errors())
                .hasSize(4)
                .startsWith("jukelab: skipped: 3", "  " + missing + ": there is no such file");
        assertThat(console.errors().get(2)).startsWith("  " + broken + ": ");
        assertThat(console.errors().get(3))
                .isEqualTo("  " + tooShort + ": rms: reflect padding by 1024 needs more than 1024 samples, got 500");
    }

    @Test
    void skipsTheSecondOfTwoFilesWithTheSameFolder() throws IOException {
        Path first = console.track("x/a.wav", 3000);
        Path second = console.track("y/a.wav", 4000);
        Path third = console.track("z/b.wav", 3000);
        Path to = folder.resolve("out");

        assertThat(console.run("extract", "wave", first, second, third, first, "--out", to))
                .isEqualTo(1);

        assertThat(Npy.read(to.resolve("a/wave.npy")).shape()).containsExactly(3000);
        assertThat(to.resolve("b/wave.npy")).exists();
        assertThat(console.output()).hasSize(2);
        assertThat(console.errors())
                .containsExactly(
                        "jukelab: skipped: 1",
                        "  " + second + ": its output folder " + to.resolve("a") + " is already used for " + first);
    }

    @Test
    void folderThatCannotBeWrittenFailsWithOneLine() throws IOException {
        Path track = console.track("a.wav", 3000);
        Path file = Files.createFile(folder.resolve("out"));
        assertThat(console.run("extract", "rms", track, "--out", file)).isEqualTo(1);
        assertThat(console.errors()).hasSize(1);
        assertThat(console.errors().get(0)).startsWith("jukelab: " + file);
    }

    static Stream<Arguments> wrongArguments() {
        return Stream.of(
                Arguments.of(
                        List.of("mfc,rms", "a.wav", "--out", "x"),
                        "no feature is named 'mfc'; similar: mfcc, mfcc_delta, mfcc_delta2 (--list lists all)"),
                Arguments.of(
                        List.of("rms,tempo", "a.wav", "--out", "x", "--n-mels", "3"),
                        "rms does not take n_mels; it takes rate, frame_length, hop_length, center, pad_mode; "
                                + "tempo does not take n_mels; it takes rate, hop_length"),
                Arguments.of(
                        List.of("rms", "a.wav", "--out", "x", "--hop-length", "0"),
                        "hop_length must be a whole number, 1 or more, got 0"),
                Arguments.of(List.of("rms", "a.wav"), "give a feature, a file and --out; or --list"),
                Arguments.of(List.of("rms", "--out", "x"), "give a feature, a file and --out; or --list"),
                Arguments.of(List.of(), "give a feature, a file and --out; or --list"));
    }

    @ParameterizedTest
    @MethodSource
    void wrongArguments(List<String> arguments, String message) {
        assertThat(console.run(
                        Stream.concat(Stream.of("extract"), arguments.stream()).toArray()))
                .isEqualTo(2);
        assertThat(console.errors()).containsExactly("jukelab: " + message, "Try 'jukelab extract --help'.");
        assertThat(console.output()).isEmpty();
    }

    @Test
    void listShowsAllFeatures() {
        assertThat(console.run("extract", "--list")).isZero();
        List<String> lines = console.output();
        assertThat(lines.subList(0, lines.size() - 2))
                .extracting(line -> line.substring(0, 22).strip())
                .containsExactlyElementsOf(FeatureCatalog.features().stream()
                        .map(NamedFeature::name)
                        .toList());
        assertThat(lines).contains("zero_crossing_rate     share of the samples of a frame that change sign");
    }

    @Test
    void listOfANameShowsItsParameters() {
        assertThat(console.run("extract", "--list", "zero_crossing_rate")).isZero();
        assertThat(console.output())
                .containsExactly(
                        "zero_crossing_rate     share of the samples of a frame that change sign",
                        "  --rate             rate to resample to first, Hz; a whole number, 1 or more (default: that of the file)",
                        "  --frame-length     length of a frame, samples; a whole number, 1 or more (default: 2048)",
                        "  --hop-length       from one frame to the next, samples; a whole number, 1 or more (default: 512)",
                        "  --center           centre frames on their time, padding both ends; one of false, true (default: true)");
        assertThat(console.run("extract", "--list", "zero")).isEqualTo(2);
    }

    @Test
    void anOptionGoesToTheFeaturesThatTakeIt() throws IOException {
        Path track = console.track("a.wav", 3000);
        assertThat(console.run("extract", "mfcc,chroma_stft,rms", track, "--out", folder, "--norm=ortho", "--n-mfcc=5"))
                .isEqualTo(2);
        assertThat(console.errors()).contains("jukelab: norm must be one of 1, 2, inf, none, got ortho");
        assertThat(console.run("extract", "mfcc,rms", track, "--out", folder, "--norm=none", "--n_mfcc=5"))
                .isZero();
        assertThat(Npy.read(folder.resolve("a/mfcc.npy")).values())
                .containsExactly(FeatureCatalog.feature("mfcc")
                        .of(
                                Wave.read(track),
                                FeatureParameters.LIBROSA
                                        .with(FeatureParameter.NORM_OF_DCT, false)
                                        .with(FeatureParameter.N_MFCC, 5))
                        .values());
        assertThat(Npy.read(folder.resolve("a/rms.npy")).shape()).containsExactly(1, 6);
    }

    @Test
    void thePaddingHasANewName() {
        assertThat(console.run("extract", "rms", "a.wav", "--out", folder, "--padding", "reflect"))
                .isEqualTo(2);
        assertThat(console.errors()).containsExactly("jukelab: '--padding' is now '--pad-mode'");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--offset=-1 | offset must be 0 s or more, got -1.0",
                "--offset=NaN | offset must be 0 s or more, got NaN",
                "--duration=0 | duration must be positive, got 0.0",
                "--max-samples=0 | max-samples must be positive, got 0",
                "--max-samples=x | Invalid value for option '--max-samples': must be a whole number from -9223372036854775808 to 9223372036854775807, got 'x'",
                "--n-fft=0 | n_fft must be a whole number, 1 or more, got 0",
                "--hop-length=-1 | hop_length must be a whole number, 1 or more, got -1",
                "--n-mels=0 | n_mels must be a whole number, 1 or more, got 0",
                "--n-mfcc=0 | n_mfcc must be a whole number, 1 or more, got 0",
                "--n-mfcc=129 | n_mfcc must be at most n_mels, 128, got 129",
                "--pad-mode=x | pad_mode must be one of constant, reflect, symmetric, edge, got x",
                "--rate=0 | rate must be a whole number, 1 or more, got 0"
            })
    void numbersOutOfRangeExitWithCodeTwo(String option, String message) throws IOException {
        assertThat(console.run("extract", "mfcc", console.track("a.wav", 3000), "--out", folder, option))
                .isEqualTo(2);
        assertThat(console.errors()).containsExactly("jukelab: " + message, "Try 'jukelab extract --help'.");
    }

    @Test
    void moreCoefficientsThanBandsMatterOnlyWhereBothAreUsed() throws IOException {
        assertThat(console.run(
                        "extract", "melspectrogram", console.track("a.wav", 3000), "--out", folder, "--n-mels", 10))
                .isZero();
    }

    @ParameterizedTest
    @CsvSource({"table", "extract"})
    void helpShowsUsageAndExample(String command) {
        assertThat(console.run(command, "--help")).isZero();
        assertThat(String.join("\n", console.output()))
                .startsWith("Usage: jukelab " + command + " [OPTIONS]")
                .contains("Example: ");
        assertThat(console.output()).allMatch(line -> line.length() <= 80);
    }

    @Test
    void goesOnPastFilesThatCannotBeUsed() throws IOException {
        BadFiles.write(folder);
        Path first = console.track("a.wav", 3000);
        Path last = console.track("z.wav", 3000);
        List<Object> arguments = new ArrayList<>(List.of("extract", "mfcc", first));
        BadFiles.NAMES.forEach(name -> arguments.add(folder.resolve(name)));
        arguments.addAll(List.of(last, "--rate", 22_050, "--out", folder));

        assertThat(console.run(arguments.toArray())).isEqualTo(1);

        assertThat(folder.resolve("a/mfcc.npy")).exists();
        assertThat(folder.resolve("z/mfcc.npy")).exists();
        assertThat(console.errors()).hasSize(6).startsWith("jukelab: skipped: 5");
        assertThat(console.errors())
                .contains("  " + folder.resolve("bad-rate-1.wav")
                        + ": mfcc: the rate is 1 Hz, too low for sound at 22050 Hz");
    }

    @Test
    void triesAllPlacesBeforeTheWork() throws IOException {
        Path track = console.track("a.wav", 3000);
        Path to = folder.resolve("out");
        Path mine = Files.createDirectories(to.resolve("a")).resolve("rms.npy");
        Files.writeString(mine, "mine");

        assertThat(console.run("extract", "mfcc,rms", track, "--out", to)).isEqualTo(1);
        assertThat(console.errors())
                .containsExactly("jukelab: " + mine + ": exists and is not an NPY file; --force replaces it");
        assertThat(to.resolve("a")).isDirectoryNotContaining("glob:**/mfcc.npy");
        assertThat(mine).hasContent("mine");

        assertThat(console.run("extract", "mfcc,rms", track, "--out", to, "--force"))
                .isZero();
        assertThat(console.run("extract", "mfcc,rms", track, "--out", to)).isZero();
        assertThat(Npy.read(mine).values()).hasSize(6);
        assertThat(console.run("extract", "rms", track, "--out", track)).isEqualTo(1);
        assertThat(console.errors())
                .last()
                .isEqualTo("jukelab: " + track + "/a/rms.npy: cannot be written: " + track + " is no folder");
    }

    @Test
    void aRecordingIsNeverReplaced() throws IOException {
        Path track = console.track("a.wav", 3000);
        byte[] sound = Files.readAllBytes(track);
        Path npy = Files.createDirectories(folder.resolve("out/a")).resolve("rms.npy");
        Files.createLink(npy, track);
        assertThat(console.run("extract", "rms", track, "--out", folder.resolve("out"), "--force"))
                .isEqualTo(1);
        assertThat(console.errors())
                .containsExactly("jukelab: " + npy + ": is " + track + ", which is read, and must be another file");
        assertThat(track).hasBinaryContent(sound);
    }
}
