package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

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
}
