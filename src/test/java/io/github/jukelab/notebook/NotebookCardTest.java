package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.Progress;
import io.github.jukelab.dataset.AudioFolder;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.input.Examples;
import io.github.jukelab.model.ModelCard;
import io.github.jukelab.model.TrainingData;
import io.github.jukelab.network.Network;
import io.github.jukelab.provenance.Cost;
import io.github.jukelab.provenance.RunCard;
import io.github.jukelab.recipe.FeatureTableRecipe;
import io.github.jukelab.recipe.FoldResult;
import io.github.jukelab.recipe.Recipe;
import io.github.jukelab.recipe.RecipeRun;
import io.github.jukelab.recipe.RunListener;
import io.github.jukelab.recipe.RunSettings;
import io.github.jukelab.recipe.SplitRule;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookCardTest {

    private static final String HOME = "io.github.jukelab.home";

    @TempDir
    Path folder;

    private RecipeRun run() throws IOException {
        for (int i = 0; i < 3; i++) {
            Waves.noise(44_100, i).write(folder.resolve("noise/" + i + ".wav"));
            Waves.sine(44_100, 200 + 50 * i).write(folder.resolve("tone/" + i + ".wav"));
        }
        Dataset dataset = AudioFolder.at(folder);
        Recipe recipe = FeatureTableRecipe.REPAIRED;
        Examples examples = recipe.examples(dataset, Progress.NONE);
        return RecipeRun.of(recipe, dataset, examples, SplitRule.TRACK, 3, new RunSettings(1, 7), RunListener.NONE);
    }

    @Test
    void cardHasAllFoldsAndWhetherTheRunWasShortened() throws IOException {
        RecipeRun run = run();
        RunCard card = Notebook.card("some-name", run);
        assertThat(card.shortened()).isEqualTo(Notebook.budget().shortened());
        assertThat(card.settings()).isEqualTo(run.card(new Cost(1, 1)).settings());
        assertThat(card.result().seconds()).isPositive();
        assertThat(card.predictions()).hasSize(6);
        assertThat(card.split()).startsWith("by track, 3 folds of 3");
    }

    @Test
    void aCardOfSegmentsSaysSo() throws IOException {
        RecipeRun run = run();
        Split split = run.folds().get(0).split();
        Predictions segments = new Predictions(
                List.of("noise", "tone"),
                IntStream.range(0, 4)
                        .mapToObj(i -> new Prediction("a." + i, "a" + i / 2, 0, new float[] {1, 0}))
                        .toList());
        assertThat(Notebook.card("segments", run.dataset(), split, Evaluation.of(segments))
                        .countsSegments())
                .isTrue();
        assertThat(Notebook.card("tracks", run.dataset(), split, Evaluation.of(segments.byTrack(Vote.MEAN)))
                        .countsSegments())
                .isFalse();
    }

    /** As a kernel does, with a project's folder. */
    private Path saved(Saving saving) throws IOException {
        String home = System.getProperty(HOME);
        System.setProperty(HOME, folder.resolve("home").toString());
        try {
            return saving.save();
        } finally {
            if (home == null) {
                System.clearProperty(HOME);
            } else {
                System.setProperty(HOME, home);
            }
        }
    }

    @FunctionalInterface
    private interface Saving {
        Path save() throws IOException;
    }

    @Test
    void savesTheModelOfTheFirstSplitWithItsOrigin() throws IOException {
        RecipeRun run = run();
        FoldResult first = run.folds().get(0);

        Path file = saved(() -> Notebook.save("of-a-run", run));

        assertThat(file).isRelative();
        assertThat(file.toAbsolutePath().normalize()).isEqualTo(folder.resolve("home/build/models/of-a-run.zip"));
        Network network = Network.load(file);
        ModelCard card = network.card().orElseThrow();
        assertThat(card.run().predictions()).hasSize(6);
        assertThat(card.run().shortened()).isEqualTo(Notebook.budget().shortened());
        assertThat(card.training()).isEqualTo(TrainingData.of(run.dataset(), first.split()));
        assertThat(run.dataset().trackIds())
                .filteredOn(id -> !card.training().hasTrack(run.dataset().id(), id))
                .containsExactlyInAnyOrderElementsOf(first.split().test());
    }

    @Test
    void savesAModelOfACell() throws IOException {
        RecipeRun run = run();
        FoldResult first = run.folds().get(0);
        Evaluation evaluation = Evaluation.of(first.predictions());

        Path file = saved(() -> Notebook.save("of-a-cell", first.model(), run.dataset(), first.split(), evaluation));

        ModelCard card = Network.load(file).card().orElseThrow();
        assertThat(card.run().split()).isEqualTo(first.split().name());
        assertThat(card.run().result().accuracy()).isEqualTo(evaluation.accuracy());
        assertThat(card.training().files())
                .hasSize(first.split().train().size()
                        + first.split().validation().size());
    }
}
