package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.network.DeviceChoice;
import io.github.jukelab.provenance.Build;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class JukelabTest {

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        CommandLine line = Jukelab.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(arguments);
    }

    private List<String> output() {
        return out.toString().lines().toList();
    }

    private List<String> errors() {
        return err.toString().lines().toList();
    }

    @Test
    void dataWithoutAFolderPrintsTheSources() {
        assertThat(run("data")).isZero();
        assertThat(output())
                .hasSize(6)
                .anyMatch(line -> line.contains("Kaggle"))
                .anyMatch(line -> line.contains("make data FROM="));
        assertThat(errors()).isEmpty();
    }

    @Test
    void dataImportsUsableTracks() throws IOException {
        Path from = folder.resolve("from");
        track(from.resolve("blues.00000.wav"), 1);
        track(from.resolve("deep/rock.00001.wav"), 2);
        Files.writeString(from.resolve("rock.00002.wav"), "not a sound file");
        Path into = folder.resolve("into");

        assertThat(run("data", "--from", from.toString(), "--into", into.toString()))
                .isZero();

        assertThat(into.resolve("genres_original/blues/blues.00000.wav")).exists();
        assertThat(into.resolve("genres_original/rock/rock.00001.wav")).exists();
        assertThat(into.resolve("genres_original/rock/rock.00002.wav")).doesNotExist();
        assertThat(output())
                .contains("Dataset[GTZAN, 2 of 1000 tracks, 2 labels]")
                .anyMatch(line -> line.matches(" +broken +rock\\.00002\\.wav: .+"))
                .anyMatch(line -> line.startsWith("fewer than 10 tracks: blues, classical"));
        assertThat(errors()).isEmpty();
    }

    private static void track(Path file, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        float[] noise = new float[660_000];
        for (int i = 0; i < noise.length; i++) {
            noise[i] = (float) random.nextDouble(-0.5, 0.5);
        }
        Files.createDirectories(file.getParent());
        Wave.of(noise, 22_050).write(file);
    }

    @Test
    void dataFromAMissingFolderFailsWithOneLine() {
        Path missing = folder.resolve("missing");
        assertThat(run("data", "--from", missing.toString(), "--into", folder.toString()))
                .isEqualTo(1);
        assertThat(errors()).containsExactly("jukelab: " + missing + ": no such file or folder");
        assertThat(output()).isEmpty();
    }

    @Test
    void dataFromAFolderWithoutTracksFailsWithOneLine() throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        assertThat(run(
                        "data",
                        "--from",
                        empty.toString(),
                        "--into",
                        folder.resolve("into").toString()))
                .isEqualTo(1);
        assertThat(errors()).hasSize(1);
        assertThat(errors().get(0)).startsWith("jukelab: " + empty + ": holds no usable GTZAN track");
    }

    /** What the lines are is tested with tools/gpu.sh. */
    @Test
    void gpuPrintsTheChoiceInOneLine() throws IOException {
        DeviceChoice choice = GpuCommand.choice(Path.of("."), "1");
        boolean none = choice.device().isEmpty();
        assertThat(run("gpu")).isEqualTo(none ? 1 : 0);
        assertThat(none ? errors() : output()).containsExactly("jukelab: " + choice.words());
        assertThat(none ? output() : errors()).isEmpty();
    }

    @Test
    void gpuWithoutItsProgramFailsWithOneLine() {
        assertThatThrownBy(() -> GpuCommand.choice(folder, "1"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining(folder.resolve("tools/gpu.sh").toString());
    }

    @Test
    void doctorPrintsOneLinePerCheck() {
        int code = run("doctor");
        assertThat(output()).allMatch(line -> line.matches("(OK   |FAIL ) \\S.*"));
        assertThat(output())
                .extracting(line -> line.substring(6, 19).strip())
                .containsExactly(
                        "Jukelab", "kernel", "class path", "drawing", "backend", "decoder", "GPU", "data", "embedding");
        assertThat(output()).contains("OK    Jukelab       " + Build.current());
        assertThat(code).isEqualTo(output().stream().anyMatch(line -> line.startsWith("FAIL")) ? 1 : 0);
        assertThat(errors()).isEmpty();
    }

    /** Without a class path, no JVM can answer. */
    @Test
    void doctorSurvivesWhatEndsNativeCode() {
        String classPath = System.getProperty("java.class.path");
        try {
            System.setProperty("java.class.path", folder.toString());
            assertThat(run("doctor")).isEqualTo(1);
        } finally {
            System.setProperty("java.class.path", classPath);
        }
        assertThat(output())
                .hasSize(9)
                .anyMatch(line -> line.matches("FAIL  backend +java.lang.ClassNotFoundException: .*NativeCheck"))
                .anyMatch(line -> line.matches("FAIL  decoder +java.lang.ClassNotFoundException: .*NativeCheck"))
                .anyMatch(line -> line.startsWith("OK    GPU "));
        assertThat(errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "doctor", "data", "gpu"})
    void everyCommandHasHelp(String command) {
        assertThat(command.isEmpty() ? run("--help") : run(command, "--help")).isZero();
        assertThat(out.toString()).startsWith("Usage: jukelab " + command);
        assertThat(errors()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--version", "doctor --version", "train --version"})
    void versionNamesTheCommit(String arguments) {
        assertThat(run(arguments.split(" "))).isZero();
        assertThat(output()).containsExactly("jukelab " + Build.current());
        assertThat(errors()).isEmpty();
    }

    @Test
    void helpListsEachCommandOnOneLineOfAGroup() {
        run("--help");
        assertThat(output())
                .containsSubsequence(
                        "Features of sound files",
                        "  table          Write a table of features, one row per track.",
                        "This machine",
                        "  doctor         Check what works on this machine.")
                .allMatch(line -> line.length() <= 80);
        assertThat(Jukelab.commandLine().getSubcommands().keySet()).allSatisfy(name -> assertThat(output())
                .filteredOn(line -> line.matches("  " + name + " +[A-Z].*\\."))
                .hasSize(1));
    }

    @ParameterizedTest
    @CsvSource({"'', Missing required subcommand", "dotcor, Did you mean: jukelab doctor or", "--loud, Unknown option"})
    void wrongArgumentsExitWithCodeTwo(String argument, String message) {
        assertThat(argument.isEmpty() ? run() : run(argument)).isEqualTo(2);
        assertThat(err.toString()).contains(message).doesNotContain("Exception");
        assertThat(output()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--data", "--out"})
    void anEmptyPathIsNoFolder(String option) {
        Console console = new Console(Path.of(""));
        assertThat(console.run("train", "small-windows", option, "")).isEqualTo(2);
        assertThat(console.errors())
                .contains("jukelab: Invalid value for option '" + option
                        + "': must name a file or folder, got an empty text");
    }

    @Test
    void anEmptyPathIsNoRecording() {
        Console console = new Console(Path.of(""));
        assertThat(console.run("table", "", "--out", "t.csv")).isEqualTo(2);
        assertThat(console.errors().get(0)).endsWith("must name a file or folder, got an empty text");
    }
}
