package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.synth.AnimalSynth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SyntheticAnimalsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "cat.00000, fda92b865257252ff444a3e61dcfabf6d997daafa1552abbfa2f88705b5bdd97",
        "dog.00017, a72f3d0955a9b93378a45f509451165935906c57c1dafe9cdd8b62f8fea6c179"
    })
    void theBytesAreReproducible(String clip, String hash) throws NoSuchAlgorithmException {
        byte[] wav = SyntheticAnimals.clip(clip, 42);

        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(wav)))
                .isEqualTo(hash);
    }

    @Test
    void clipsHaveTheDeclaredLengthAndLevel() {
        for (String clip : SyntheticAnimals.INFO.trackIds()) {
            float[] samples = AnimalSynth.clip(clip.startsWith("cat"), clip, clip, 7);
            double energy = 0;
            for (float sample : samples) {
                assertThat(sample).isBetween(-1f, 1f);
                energy += sample * sample;
            }
            assertThat(samples.length / 16_000.0).isBetween(0.9, 6.0);
            assertThat(Math.sqrt(energy / samples.length)).as(clip).isBetween(0.01, 0.25);
        }
    }

    @Test
    void rendersACompleteDataSetWithFoldsByAnimal() throws IOException {
        Dataset dataset = SyntheticAnimals.generate(folder, 3, Progress.NONE);

        assertThat(dataset).hasToString("Dataset[synthetic animals, 80 of 80 tracks, 2 labels]");
        assertThat(dataset.artists()).hasSize(16);
        assertThat(dataset.track("dog.00039").orElseThrow().file()).isEqualTo(folder.resolve("dog/dog.00039.wav"));
        assertThat(dataset.validate(Progress.NONE).findings()).isEmpty();
        List<Split> folds = Splits.artistFolds(dataset);
        assertThat(folds)
                .hasSize(3)
                .allSatisfy(fold -> assertThat(fold.leakage().any()).isFalse());
        assertThat(AudioFolder.at(folder).tracks()).extracting(Track::id).isEqualTo(SyntheticAnimals.INFO.trackIds());
    }

    @Test
    void rendersOnlyMissingClips() throws IOException {
        SyntheticAnimals.generate(folder, 3, Progress.NONE);
        Files.delete(folder.resolve("cat/cat.00004.wav"));

        SyntheticAnimals.generate(folder, 3, (done, total, what) -> assertThat(done + "/" + total + " " + what)
                .isEqualTo("1/1 cat.00004"));

        assertThat(folder.resolve("cat/cat.00004.wav")).exists();
    }

    @Test
    void reportsUnwritableFolders() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));

        assertThatThrownBy(() -> SyntheticAnimals.generate(file, 1, Progress.NONE))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("synthetic animals cannot be written");
        assertThatThrownBy(() -> SyntheticAnimals.at(folder))
                .hasMessageContaining("holds no track of synthetic animals");
    }
}
