package io.github.jukelab.recipe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.provenance.RunCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which folder a kept run is taken from. */
class KeptRunsFoldersTest {

    private static final Path RESULTS =
            Path.of(System.getProperty("basedir", ".")).resolve("results");
    private static final String LONG = "four-genres_spectrogram-pictures_as-printed-1000_article_42";

    @TempDir
    Path folder;

    @Test
    void aRunWithMoreEpochsThanItsRecipeHasItsWholeCurve() throws IOException {
        RunCard card = new KeptRuns(RESULTS).card(LONG);
        assertThat(card.curves().get(0).history().epochs()).hasSize(1000);
    }

    @Test
    void fullLengthComesFirstThenMoreEpochs() throws IOException {
        Path card = RESULTS.resolve("more-epochs").resolve(LONG + ".json");
        Path shortRun = RESULTS.resolve("stand-in_feature-table_repaired_article_42.json");
        Files.createDirectories(folder.resolve("more-epochs"));
        Files.copy(card, folder.resolve("more-epochs/run.json"));
        Files.copy(shortRun, folder.resolve("run.json"));
        assertThat(new KeptRuns(folder).card("run")).isEqualTo(RunCard.read(card));
        assertThat(new KeptRuns(folder).names()).containsExactly("run");
    }
}
