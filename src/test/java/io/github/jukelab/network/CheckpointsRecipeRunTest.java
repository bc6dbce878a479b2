package io.github.jukelab.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.Progress;
import io.github.jukelab.dataset.AudioFolder;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.input.Examples;
import io.github.jukelab.provenance.Cost;
import io.github.jukelab.provenance.Curve;
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
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folds of a recipe that are stopped and go on. */
class CheckpointsRecipeRunTest {

    private static final Recipe RECIPE = FeatureTableRecipe.REPAIRED;
    private static final RunSettings SETTINGS = new RunSettings(4, 3);

    @TempDir
    private static Path folder;

    private static Dataset dataset;
    private static Examples examples;
    private static RecipeRun unbroken;

    @TempDir
    private Path kept;

    private final List<String> messages = new ArrayList<>();

    @BeforeAll
    static void tracks() throws IOException {
        for (int i = 0; i < 8; i++) {
            Waves.noise(50_000, i).write(folder.resolve("noise/" + i + ".wav"));
            Waves.sine(50_000, 200 + 50 * i).write(folder.resolve("tone/" + i + ".wav"));
        }
        dataset = AudioFolder.at(folder);
        examples = RECIPE.examples(dataset, Progress.NONE);
        unbroken = run(RunListener.NONE);
    }

    private static RecipeRun run(RunListener listener) {
        return RecipeRun.ofFolds(RECIPE, dataset, examples, SplitRule.TRACK, 3, SETTINGS, listener)
                .withFurtherModel(examples, listener);
    }

    /** Remembers which epochs are trained, and does something in one of them. */
    private static final class Listener implements RunListener {

        private final Checkpoints checkpoints;
        private final String when;
        private final Runnable then;
        private final List<String> epochs = new ArrayList<>();

        Listener(Checkpoints checkpoints, String when, Runnable then) {
            this.checkpoints = checkpoints;
            this.when = when;
            this.then = then;
        }

        @Override
        public Progress progress(String title) {
            String part = title.replace(": training", "");
            doIf(part);
            return (done, total, what) -> {
                if (what.startsWith("epoch")) {
                    epochs.add(part + ", " + what.replaceFirst(" of.*", ""));
                    doIf(epochs.get(epochs.size() - 1));
                }
            };
        }

        private void doIf(String event) {
            if (event.equals(when)) {
                then.run();
            }
        }

        @Override
        public Checkpoints checkpoints() {
            return checkpoints;
        }
    }

    private Checkpoints checkpoints() {
        return Checkpoints.in(kept).withMessages(messages::add).afterEachEpoch().keptWhenFinished();
    }

    private Listener kill(String when) {
        return new Listener(checkpoints(), when, () -> {
            throw new IllegalStateException("killed");
        });
    }

    private static void assertSame(RecipeRun run) {
        assertThat(run.interrupted()).isEmpty();
        assertThat(run.predictions().rows()).hasSize(16);
        for (int i = 0; i < 3; i++) {
            FoldResult fold = run.folds().get(i);
            FoldResult other = unbroken.folds().get(i);
            assertThat(fold.split()).isEqualTo(other.split());
            assertThat(losses(fold)).isEqualTo(losses(other));
            for (int row = 0; row < fold.predictions().rows().size(); row++) {
                assertThat(fold.predictions().rows().get(row).probabilities())
                        .isEqualTo(other.predictions().rows().get(row).probabilities());
            }
        }
        assertThat(((Network) run.kept().model()).engine().parameters())
                .isEqualTo(((Network) unbroken.kept().model()).engine().parameters());
    }

    private static List<Double> losses(FoldResult fold) {
        return fold.history().epochs().stream().map(Epoch::validationLoss).toList();
    }

    @Test
    void finishedFoldsAreNotTrainedAgain() {
        for (String when : List.of("fold 2 of 3, epoch 3", "fold 3 of 3, epoch 1", "on all tracks, epoch 4")) {
            Listener killed = kill(when);
            assertThatThrownBy(() -> run(killed)).hasMessage("killed");
            assertThat(killed.epochs).last().isEqualTo(when);
        }
        messages.clear();
        Listener last = new Listener(checkpoints(), "", () -> {});
        assertSame(run(last));
        assertThat(last.epochs).containsExactly("on all tracks, epoch 4");
        assertThat(messages)
                .containsExactly(
                        "fold 1 of 3: was finished after epoch 4, and is not trained again",
                        "fold 2 of 3: was finished after epoch 4, and is not trained again",
                        "fold 3 of 3: was finished after epoch 4, and is not trained again",
                        "on all tracks: resumed after epoch 3 of 4");
        assertThat(last.checkpoints().earlier().seconds()).isPositive();
        last.checkpoints().delete();
        assertThat(kept).isEmptyDirectory();
    }

    /** The time is over in each part of a run in turn. */
    @Test
    void whatThereIsIsEvaluatedWhenTheTimeIsOver() {
        assertThatThrownBy(() -> endedIn("fold 1 of 3")).isInstanceOf(TimeOverException.class);

        RecipeRun first = endedIn("fold 1 of 3, epoch 2");
        assertThat(first.interrupted()).isEqualTo("by --time after epoch 2 of 4, fold 1 of 3");
        assertThat(first.folds()).hasSize(1);
        assertThat(first.further()).isEmpty();
        RunCard card = first.card(new Cost(1, 1));
        assertThat(card.interrupted()).isEqualTo(first.interrupted());
        assertThat(card.result().tracks()).isBetween(4, 6);
        assertThat(card).asString().contains(" correct ", ", interrupted by --time after epoch 2 of 4, fold 1 of 3");
        assertThat(RecipeRun.hasSettings(card, RECIPE, SplitRule.TRACK, SETTINGS))
                .isFalse();

        assertThat(endedIn("fold 2 of 3").interrupted()).isEqualTo("by --time after fold 1 of 3");
        RecipeRun second = endedIn("fold 2 of 3, epoch 1");
        assertThat(second.interrupted()).isEqualTo("by --time after epoch 1 of 4, fold 2 of 3");
        assertThat(second.card(new Cost(1, 1)).split()).startsWith("by track, 2 folds of 3");

        RecipeRun none = endedIn("on all tracks");
        assertThat(none.interrupted()).isEqualTo("by --time before the training on all tracks");
        assertThat(none.further()).isEmpty();
        assertThat(none.kept().model()).isSameAs(none.folds().get(0).model());

        RecipeRun all = endedIn("on all tracks, epoch 3");
        assertThat(all.interrupted()).isEqualTo("by --time after epoch 3 of 4, on all tracks");
        assertThat(all.further()).isPresent();
        assertThat(all.folds()).hasSize(3);

        assertSame(run(new Listener(checkpoints(), "", () -> {})));
    }

    private RecipeRun endedIn(String when) {
        List<String> over = new ArrayList<>();
        return run(new Listener(checkpoints().endingWhen(() -> !over.isEmpty()), when, () -> over.add(when)));
    }

    @Test
    void theCardHasTheCurves() throws IOException {
        Path file = kept.resolve("card.json");
        unbroken.card(new Cost(1, 1)).write(file);
        List<Curve> curves = RunCard.read(file).curves();
        assertThat(curves).hasSize(3);
        Epoch drawn = curves.get(1).history().epochs().get(2);
        Epoch trained = unbroken.folds().get(1).history().epochs().get(2);
        assertThat(drawn.number()).isEqualTo(3);
        assertThat(drawn.loss()).isCloseTo(trained.loss(), within(1e-5));
        assertThat(curves.get(1).history().best().number())
                .isEqualTo(unbroken.folds().get(1).history().best().number());
        assertThat(Files.readString(file)).containsPattern("\"loss\" : \\[ \\d+\\.\\d+, ");
    }
}
