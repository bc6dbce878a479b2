package io.github.jukelab.extraction;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.Mutants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged tables: read, with finite numbers, or refused with the file's name and words. */
class FeatureTableMutantsTest {

    @TempDir
    Path folder;

    @Test
    void areReadOrRefused() throws IOException {
        Path file = folder.resolve("table.csv");
        FeatureTable.of(List.of(
                        new FeatureTable.Row("cat/1.wav", 22_050, Collections.nCopies(57, 1.5), "cat"),
                        new FeatureTable.Row("dog, \"old\".wav", 22_050, Collections.nCopies(57, -1e-7), "dog")))
                .write(file);
        byte[] whole = Files.readAllBytes(file);
        Mutants.of(whole, 300, 1).forEach(mutant -> readOrRefuse(file, mutant));
    }

    private static void readOrRefuse(Path file, byte[] mutant) {
        try {
            Files.write(file, mutant);
            assertThat(FeatureTable.read(file).rows())
                    .allSatisfy(row -> assertThat(row.features()).allMatch(Double::isFinite));
        } catch (IOException e) {
            assertThat(e.getMessage()).startsWith("" + file).doesNotContain("null", "Exception");
        }
    }
}
