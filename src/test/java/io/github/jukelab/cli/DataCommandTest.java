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
}
