package io.github.jukelab.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.dataset.AudioFolder;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.Temperature;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.input.Examples;
import io.github.jukelab.model.TrainedModel;
import io.github.jukelab.provenance.Cost;
import io.github.jukelab.provenance.RunCard;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Temperatures of recipes: sixteen tones, whose labels do not follow their pitch exactly. */
class RecipeRunCalibrationTest {

    private static final RunSettings SETTINGS = new RunSettings(2, 3);

    @TempDir
    private static Path folder;

    private static Dataset dataset;

    @BeforeAll
    static void tracks() throws IOException {
        for (int i = 0; i < 16; i++) {
            String label = i % 2 == 0 ^ i % 7 == 0 ? "low" : "high";
            Waves.sine(70_000, (i % 2 == 0 ? 300 : 350) + 9 * i).write(folder.resolve(label + "/" + i + ".wav"));
        }
        dataset = AudioFolder.at(folder);
    }

    private static RecipeRun run(Recipe recipe, RunSettings settings) throws IOException {
        Examples examples = recipe.examples(dataset, Progress.NONE);
        return RecipeRun.of(recipe, dataset, examples, SplitRule.TRACK, 1, settings, RunListener.NONE);
    }

    private static List<Integer> labels(Predictions predictions) {
        return predictions.rows().stream().map(Prediction::predicted).toList();
    }

    @Test
    void aClassicalModelIsFittedToInnerFoldsOfAllItsTracks() throws IOException {
        RecipeRun run = run(BaselineRecipes.LOGISTIC, SETTINGS.calibrated());
        Split split = run.folds().get(0).split();
        Temperature temperature = run.kept().model().temperature();
        assertThat(temperature.tracks())
                .isEqualTo(split.train().size() + split.validation().size());
        assertThat(temperature.value()).isNotEqualTo(1);
        Predictions raw = run.folds().get(0).predictions().byTrack(Vote.MEAN);
        assertThat(run.predictions()).isEqualTo(temperature.apply(raw)).isNotEqualTo(raw);
        assertThat(labels(run.predictions())).isEqualTo(labels(raw));
        assertThat(run.uncalibrated()).isNotEqualTo(run.calibration());

        RunCard card = run.card(new Cost(1, 1));
        assertThat(card.settings()).containsEntry("temperature", temperature.toString());
        assertThat(card.result().calibrationError())
                .containsEntry("value", run.calibration().error())
                .containsOnlyKeys("value", "low", "high");
    }

    @Test
    void aNetworkIsFittedToItsValidationSet() throws IOException {
        RecipeRun run = run(BaselineRecipes.DENSE, SETTINGS.calibrated());
        FoldResult fold = run.folds().get(0);
        Examples examples = run.recipe().examples(dataset, Progress.NONE);
        TrainedModel model = fold.model();
        Predictions validation = model.predict(examples.only(fold.split().validation()));
        assertThat(model.temperature()).isEqualTo(Temperature.fit(validation.byTrack(Vote.MEAN)));
        assertThat(model.temperature().tracks())
                .isEqualTo(fold.split().validation().size());
    }

    @Test
    void withoutBeingAskedNothingIsFitted() throws IOException {
        RecipeRun run = run(BaselineRecipes.LOGISTIC, SETTINGS);
        assertThat(run.kept().model().temperature()).isEqualTo(Temperature.NONE);
        assertThat(run.card(new Cost(1, 1)).settings()).doesNotContainKey("temperature");
        assertThat(run.uncalibrated()).isEqualTo(run.calibration());
    }

    @Test
    void votesAreNotCalibrated() {
        Recipe votes = Recipes.recipe("mel-windows", Variant.AS_PRINTED);
        assertThatThrownBy(() -> run(votes, SETTINGS.calibrated()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "a temperature is for whole tracks and the means of their segments; mel-windows, as printed,"
                                + " counts votes instead");
    }
}
