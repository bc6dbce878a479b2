package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {

    private static final String SETTINGS = "features as of some version";
    private static final int TRACKS = 5;

    @TempDir
    Path folder;

    private Journal open() throws IOException {
        return Journal.open(OutputFile.of(folder.resolve("t.csv")), SETTINGS, Progress.NONE);
    }

    /** A text that is that of no other track. */
    private static String text(int track) {
        return track + ",0.125;" + track + ",0.25";
    }

    private static String fingerprint(int track) {
        return "file:///music/a%20b/" + track + ".wav 12 34 5678";
    }

    private Path written() throws IOException {
        try (Journal journal = open()) {
            for (int track = 0; track < TRACKS; track++) {
                journal.add(fingerprint(track), text(track));
            }
        }
        return folder.resolve(".t.csv.journal");
    }

    @Test
    void hasTheTextsThatWereAdded() throws IOException {
        written();
        try (Journal journal = open()) {
            for (int track = 0; track < TRACKS; track++) {
                assertThat(journal.text(fingerprint(track))).isEqualTo(text(track));
            }
            assertThat(journal.contains(fingerprint(TRACKS))).isFalse();
        }
    }

    /** Whatever becomes of a byte, or is cut off: a text is right or missing. */
    @Test
    void neverHasAWrongText() throws IOException {
        byte[] whole = Files.readAllBytes(written());
        Random random = new Random(Mutants.seed(1));
        for (int mutant = 0; mutant < Mutants.times(400); mutant++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] = (byte) (mutant % 4 == 0 ? '\n' : random.nextInt(256));
            int length = mutant % 5 == 0 ? random.nextInt(bytes.length) : bytes.length;
            Files.write(folder.resolve(".t.csv.journal"), Arrays.copyOf(bytes, length));
            try (Journal journal = open()) {
                for (int track = 0; track < TRACKS; track++) {
                    if (journal.contains(fingerprint(track))) {
                        assertThat(journal.text(fingerprint(track)))
                                .as("mutant %d", mutant)
                                .isEqualTo(text(track));
                    }
                    journal.add(fingerprint(track), text(track));
                }
            }
            try (Journal journal = open()) {
                assertThat(journal.text(fingerprint(TRACKS - 1))).isEqualTo(text(TRACKS - 1));
            }
        }
    }
}
