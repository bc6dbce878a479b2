package io.github.jukelab.provenance;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.Mutants;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged run cards: read, or refused with the file's name and words. */
class RunCardMutantsTest {

    @TempDir
    Path folder;

    @Test
    void areReadOrRefused() throws IOException {
        byte[] whole = Files.readAllBytes(Path.of("src/test/resources/stored/card.json"));
        Path file = folder.resolve("card.json");
        Mutants.of(whole, 300, 1).forEach(mutant -> readOrRefuse(file, mutant));
    }

    private static void readOrRefuse(Path file, byte[] mutant) {
        try {
            Files.write(file, mutant);
            assertThat(RunCard.read(file).data()).isNotNull();
        } catch (IOException e) {
            assertThat(e.getMessage()).startsWith(file + ": not a run card: ").doesNotContain("Exception");
        }
    }
}
