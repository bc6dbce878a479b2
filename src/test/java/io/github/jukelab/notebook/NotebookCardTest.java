package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.Progress;
import io.github.jukelab.dataset.AudioFolder;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.input.Examples;
import io.github.jukelab.provenance.Cost;
import io.github.jukelab.provenance.RunCard;
import io.github.jukelab.recipe.FeatureTableRecipe;
import io.github.jukelab.recipe.Recipe;
import io.github.jukelab.recipe.RecipeRun;
import io.github.jukelab.recipe.RunListener;
import io.github.jukelab.recipe.RunSettings;
import io.github.jukelab.recipe.SplitRule;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookCardTest {

    @TempDir
    Path folder;

    @Test
    void cardHasAllFoldsAndWhetherTheRunWasShortened() throws IOException {
        for (int i = 0; i < 3; i++) {
            Waves.noise(44_100, i).write(folder.resolve("noise/" + i + ".wav"));
            Waves.sine(44_100, 200 + 50 * i).write(folder.resolve("tone/" + i + ".wav"));
        }
        Dataset dataset = AudioFolder.at(folder);
        Recipe recipe = FeatureTableRecipe.REPAIRED;
        Examples examples = recipe.examples(dataset, Progress.NONE);
        RecipeRun run =
                RecipeRun.of(recipe, dataset, examples, SplitRule.TRACK, 3, new RunSettings(1, 7), RunListener.NONE);
        RunCard card = Notebook.card("some-name", run);
        assertThat(card.shortened()).isEqualTo(Notebook.budget().shortened());
        assertThat(card.settings()).isEqualTo(run.card(new Cost(1, 1)).settings());
        assertThat(card.result().seconds()).isPositive();
        assertThat(card.predictions()).hasSize(6);
        assertThat(card.split()).startsWith("by track, 3 folds of 3");
    }
}
