package io.github.jukelab.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.Mutants;
import io.github.jukelab.OutputFile;
import io.github.jukelab.Progress;
import io.github.jukelab.extraction.FeatureTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
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

    /** A track with two segments, whose numbers are those of no other. */
    private static List<Row> rows(int track) {
        return IntStream.range(0, 2)
                .mapToObj(i -> FeatureTableTest.row("" + i, track + i / 8.0, "x"))
                .toList();
    }

    private static String fingerprint(int track) {
        return "file:///music/a%20b/" + track + ".wav 12 34 5678";
    }

    private Path written() throws IOException {
        try (Journal journal = open()) {
            for (int track = 0; track < TRACKS; track++) {
                journal.add(fingerprint(track), rows(track));
            }
        }
        return folder.resolve(".t.csv.journal");
    }

    @Test
    void hasTheRowsThatWereAdded() throws IOException {
        written();
        try (Journal journal = open()) {
            for (int track = 0; track < TRACKS; track++) {
                assertThat(journal.rows(fingerprint(track), i -> "" + i, "x")).isEqualTo(rows(track));
            }
            assertThat(journal.contains(fingerprint(TRACKS))).isFalse();
        }
    }

    /** Whatever becomes of a byte, or is cut off: a row is right or missing. */
    @Test
    void neverHasAWrongRow() throws IOException {
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
                        assertThat(journal.rows(fingerprint(track), i -> "" + i, "x"))
                                .as("mutant %d", mutant)
                                .isEqualTo(rows(track));
                    }
                    journal.add(fingerprint(track), rows(track));
                }
            }
            try (Journal journal = open()) {
                assertThat(journal.rows(fingerprint(TRACKS - 1), i -> "" + i, "x"))
                        .isEqualTo(rows(TRACKS - 1));
            }
        }
    }
}
