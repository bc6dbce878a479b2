package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.Progress;
import io.github.jukelab.synth.AnimalSynth;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SyntheticAnimalsTest {

    @TempDir
    Path folder;

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
    }

    @Test
    void rendersOnlyMissingClips() throws IOException {
        SyntheticAnimals.generate(folder, 3, Progress.NONE);
        Files.delete(folder.resolve("cat/cat.00004.wav"));

        SyntheticAnimals.generate(folder, 3, (done, total, what) -> assertThat(done + "/" + total + " " + what)
                .isEqualTo("1/1 cat.00004"));

        assertThat(folder.resolve("cat/cat.00004.wav")).exists();
    }
}
