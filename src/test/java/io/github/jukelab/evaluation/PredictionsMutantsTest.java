package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.Mutants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged tables of predictions: read, or refused with the file's name and words. */
class PredictionsMutantsTest {

    @TempDir
    Path folder;

    @Test
    void areReadOrRefused() throws IOException {
        Path file = folder.resolve("predictions.csv");
        new Predictions(
                        List.of("cat", "dog"),
                        List.of(
                                new Prediction("1.0", "1", 0, new float[] {0.75f, 0.25f}),
                                new Prediction("2.0", "2", 1, new float[] {0.25f, 0.75f})))
                .writeCsv(file);
        byte[] whole = Files.readAllBytes(file);
        Mutants.of(whole, 300, 1).forEach(mutant -> readOrRefuse(file, mutant));
    }

    private static void readOrRefuse(Path file, byte[] mutant) {
        try {
            Files.write(file, mutant);
            assertThat(Predictions.readCsv(file).labels()).isNotEmpty();
        } catch (IOException e) {
            assertThat(e.getMessage()).startsWith("" + file).doesNotContain("null", "Exception");
        }
    }
}
