package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.jukelab.BadFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataCommandTest {

    private static final String HOME = "io.github.jukelab.home";

    @TempDir
    Path home;

    private Console console;

    @BeforeEach
    void setHome() {
        System.setProperty(HOME, home.toString());
        console = new Console(home);
    }

    @AfterEach
    void clearHome() {
        System.clearProperty(HOME);
    }

    @Test
    void listsTheRecordingsInUse() throws IOException {
        Files.createDirectories(home.resolve("data/cats_dogs/train"));
        Files.createDirectories(home.resolve("data/standin-tracks"));
        Files.createDirectories(home.resolve("data/gtzan"));
        Files.createFile(home.resolve("data/gtzan/features_30_sec.csv"));

        assumeThat(System.getenv()).doesNotContainKeys("GTZAN", "CATS_DOGS", "TRACKS");

        assertThat(console.run("data", "--list")).isZero();

        assertThat(console.output())
                .containsExactly(
                        "GTZAN      synthetic", "CATS_DOGS  " + home.resolve("data/cats_dogs"), "TRACKS     synthetic");
    }

    @Test
    void cleansTheCacheOfExamples() throws IOException {
        Path kept = home.resolve("build/examples");
        Files.write(Files.createDirectories(kept).resolve("a.examples"), new byte[2_400_000]);

        assertThat(console.run("data", "--clean-cache")).isZero();
        assertThat(console.run("data", "--clean-cache")).isZero();

        assertThat(kept).isEmptyDirectory();
        assertThat(console.output())
                .containsExactly(
                        "files of examples removed from " + kept + ": 1, 2 MB",
                        "files of examples removed from " + kept + ": 0, 0 kB");
    }

    @Test
    void importsPastFilesThatCannotBeUsed() throws IOException {
        Path from = home.resolve("from");
        Path good = console.track("from/blues.00009.wav", 700_000);
        BadFiles.write(from);
        for (int i = 0; i < BadFiles.NAMES.size(); i++) {
            Files.move(from.resolve(BadFiles.NAMES.get(i)), from.resolve("blues.0000" + i + ".wav"));
        }
        for (int i = 0; i < 12; i++) {
            Console.cutShort(console.track(String.format("from/rock.%05d.wav", i), 700_000));
        }

        assertThat(console.run("data", "--from", from, "--into", home.resolve("to")))
                .isZero();

        assertThat(home.resolve("to/genres_original/blues/blues.00009.wav")).hasSameBinaryContentAs(good);
        assertThat(console.output())
                .contains("  broken     blues.00000.wav: the file is empty (0 bytes)")
                .contains("  broken     blues.00001.wav: sample 100 is NaN")
                .contains("  wrong_rate blues.00003.wav: 50 Hz, expected 22050 Hz")
                .contains("jukelab: warnings: 12", "  … and 2 more")
                .filteredOn(line -> line.contains(": truncated: "))
                .hasSize(10);
    }

    @Test
    void importsSeveralSourcesInOneReport() throws IOException {
        console.track("a/blues.00000.wav", 700_000);
        console.track("b/rock.00000.wav", 700_001);
        console.brokenFile("b/cover.png");
        Path none = home.resolve("none");
        Path into = home.resolve("to");

        assertThat(console.run("data", "--from", home.resolve("a"), none, "--from", home.resolve("b"), "--into", into))
                .isEqualTo(1);

        assertThat(console.errors()).containsExactly("jukelab: " + none + ": no such file or folder");
        assertThat(console.output())
                .contains("  ignored    1 .png, cover.png")
                .contains("Dataset[GTZAN, 2 of 1000 tracks, 2 labels]")
                .filteredOn(line -> line.startsWith("ImportReport["))
                .singleElement()
                .asString()
                .startsWith("ImportReport[2 tracks added, ");
    }

    /** A terminal would obey the first, and the second would change the order of what follows. */
    @Test
    void printsNoControlCharacters() throws IOException {
        Path from = home.resolve("from");
        console.track("from/blues.00000.wav", 700_000);
        console.brokenFile("from/\u001b[2Jrock.00000.wav");
        console.brokenFile("from/a\nb\u202e.png");
        console.brokenFile("from/\u001b[2J/rock.00001.wav");
        Path esc = home.resolve("\u001b[2J");

        assertThat(console.run("data", "--from", from, "--into", home.resolve("to")))
                .isZero();
        assertThat(console.run("data", "--from", esc, "--into", home.resolve("to")))
                .isEqualTo(1);

        assertThat(console.output()).anyMatch(line -> line.contains("\\u001b[2J/rock.00001.wav: "));
        assertThat(console.output()).anyMatch(line -> line.endsWith("a\\u000ab\\u202e.png"));
        assertThat(console.errors()).singleElement().asString().contains("\\u001b[2J: no such file");
        assertThat(console.output()).noneMatch(line -> line.matches(".*[\\p{Cntrl}\u202e].*"));
    }

    @Test
    void theHelpListsExitCodes() {
        assertThat(console.run("data", "--help")).isZero();

        assertThat(console.output()).contains("Exit codes:", "  2   wrong arguments");
    }
}
