package io.github.jukelab.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.dataset.AudioFolder;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.SyntheticMusic;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.input.Examples;
import io.github.jukelab.network.Network;
import io.github.jukelab.provenance.Cost;
import io.github.jukelab.provenance.RunCard;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folds of groups: eight tracks of each label, in four sessions that recorded both labels. */
class RecipeRunFoldsTest {

    private static final RunSettings SETTINGS = new RunSettings(20, 3);

    @TempDir
    private static Path folder;

    private static Dataset dataset;

    @BeforeAll
    static void tracks() throws IOException {
        for (int i = 0; i < 8; i++) {
            String session = "session" + i / 2;
            Waves.noise(50_000, i).write(folder.resolve("noise/" + session + "/" + i + ".wav"));
            Waves.sine(50_000, 200 + 50 * i).write(folder.resolve("tone/" + session + "/" + i + ".wav"));
        }
        dataset = AudioFolder.at(folder);
    }

    private static RecipeRun run(int k, RunListener listener) throws IOException {
        Recipe recipe = BaselineRecipes.SVM;
        Examples examples = recipe.examples(dataset, Progress.NONE);
        return RecipeRun.ofFolds(recipe, dataset, examples, SplitRule.ARTIST, k, SETTINGS, listener)
                .withFurtherModel(examples, listener);
    }

    private static Set<Optional<String>> groups(List<String> tracks) {
        return tracks.stream()
                .map(track -> dataset.track(track).flatMap(Track::artist))
                .collect(Collectors.toSet());
    }

    @Test
    void everyTrackIsPredictedOnceByAModelThatKnowsNoneOfItsGroup() throws IOException {
        List<String> titles = new ArrayList<>();
        RecipeRun run = run(4, title -> {
            titles.add(title);
            return Progress.NONE;
        });

        assertThat(run.folds()).hasSize(4);
        assertThat(run.predictions().rows())
                .extracting(Prediction::id)
                .containsExactlyInAnyOrderElementsOf(dataset.trackIds());
        assertThat(run.segmentPredictions().byTrack(run.recipe().vote())).isEqualTo(run.predictions());
        for (FoldResult fold : run.folds()) {
            Split split = fold.split();
            assertThat(groups(split.test())).doesNotContainAnyElementsOf(groups(split.train()));
            assertThat(split.validation()).isNotEmpty();
        }
        assertThat(titles)
                .filteredOn(title -> title.endsWith(": training"))
                .containsExactly(
                        "fold 1 of 4: training",
                        "fold 2 of 4: training",
                        "fold 3 of 4: training",
                        "fold 4 of 4: training",
                        "on all tracks: training");
    }

    @Test
    void keepsAModelOfAllTracks() throws IOException {
        RecipeRun run = run(2, RunListener.NONE);
        KeptModel kept = run.kept();
        assertThat(kept.train()).containsExactlyInAnyOrderElementsOf(dataset.trackIds());
        assertThat(kept.validation()).isEmpty();
        assertThat(kept.model()).isNotSameAs(run.folds().get(0).model());
        assertThat(kept).asString().endsWith(", trained on 16 tracks]");

        RunCard card = run.card(new Cost(1, 1));
        assertThat(card.split()).startsWith("by group, 2 folds of 2, 20 % of train to validation (seed 3)");
        assertThat(card.settings())
                .containsEntry("dealing", "artist")
                .containsEntry("model", "trained on 16 tracks; the accuracy is that of the folds");
        assertThat(card.result().tracks()).isEqualTo(16);
        assertThat(card.result().interval())
                .isEqualTo(run.evaluation().intervalMethod())
                .contains(" over 4 groups");
    }

    /** Its epoch needs a validation set, of other groups. */
    @Test
    void keepsANetworkOfAllTracksButAValidationSet() throws IOException {
        Recipe recipe = FeatureTableRecipe.REPAIRED;
        KeptModel kept = recipe.trainOnAll(
                dataset, recipe.examples(dataset, Progress.NONE), new RunSettings(1, 3), RunListener.NONE);
        assertThat(Stream.concat(kept.train().stream(), kept.validation().stream()))
                .containsExactlyInAnyOrderElementsOf(dataset.trackIds());
        assertThat(groups(kept.train())).doesNotContainAnyElementsOf(groups(kept.validation()));
        assertThat(kept).asString().endsWith(", trained on 12 tracks, its epoch chosen by 4 others]");
    }

    @Test
    void aRunOfOneSplitKeepsItsModel() throws IOException {
        Recipe recipe = BaselineRecipes.SVM;
        Examples examples = recipe.examples(dataset, Progress.NONE);
        RecipeRun run = RecipeRun.of(recipe, dataset, examples, SplitRule.ARTIST, 1, SETTINGS, RunListener.NONE);
        FoldResult only = run.folds().get(0);
        assertThat(run.kept())
                .isEqualTo(new KeptModel(
                        only.model(), only.split().train(), only.split().validation()));
        assertThat(run.card(new Cost(1, 1)).settings()).doesNotContainKey("model");
    }

    @Test
    void theCardOfAnInterruptionNamesThePart() throws IOException {
        List<String> parts = new ArrayList<>();
        Recipe recipe = FeatureTableRecipe.REPAIRED;
        Examples examples = recipe.examples(dataset, Progress.NONE);
        RunListener listener = new RunListener() {
            @Override
            public Progress progress(String title) {
                return Progress.NONE;
            }

            @Override
            public void networkReady(Network network, Examples validation, String part) {
                parts.add(part);
            }
        };
        RunSettings short1 = new RunSettings(1, 1);
        RecipeRun run = RecipeRun.ofFolds(recipe, dataset, examples, SplitRule.TRACK, 2, short1, listener)
                .withFurtherModel(examples, listener);
        assertThat(parts).containsExactly("fold 1 of 2", "fold 2 of 2", "on all tracks");
        Cost cost = new Cost(1, 1);
        FoldResult first = run.folds().get(0);
        assertThat(RecipeRun.interruptedCard(
                                recipe, dataset, SplitRule.TRACK, SETTINGS, first.history(), parts.get(0), cost)
                        .interrupted())
                .isEqualTo("after 1 of 20 epochs, fold 1 of 2");
        RunCard last = run.interruptedCard(first.history(), parts.get(2), cost);
        assertThat(last.interrupted()).isEqualTo("after 1 of 1 epochs, on all tracks");
        assertThat(last.result().tracks()).as("of the folds").isEqualTo(16);
        assertThat(last.settings()).containsEntry("model", "trained on all tracks" + RecipeRun.OF_FOLDS);
    }

    /** Synthetic music declares three folds of its own, of ten artists per genre. */
    @Test
    void foldsAreMadeAlsoWhereOthersAreDeclared() {
        Dataset music = Dataset.of(SyntheticMusic.INFO, SyntheticMusic.INFO.trackIds());
        int fewest = music.labels().stream()
                .mapToInt(label -> (int) music.tracks(label).stream()
                        .map(Track::artist)
                        .distinct()
                        .count())
                .min()
                .orElseThrow();
        List<Split> folds = SplitRule.ARTIST.folds(music, fewest, 1);
        assertThat(folds).hasSize(fewest);
        Set<String> tested = new HashSet<>();
        folds.forEach(split -> tested.addAll(split.test()));
        assertThat(tested).containsExactlyInAnyOrderElementsOf(music.trackIds());
        assertThat(folds).allMatch(split -> split.leakage().artists().isEmpty());
        assertThatThrownBy(() -> SplitRule.ARTIST.checkFolds(music, fewest + 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("these tracks cannot be split into " + (fewest + 1)
                        + " folds by group: each of " + (fewest + 1) + " folds needs a group of every label: ")
                .hasMessageContaining(" has " + fewest);
    }

    @Test
    void refusesWhatHasNoFolds() {
        for (SplitRule rule : List.of(SplitRule.ARTICLE, SplitRule.FILTERED, SplitRule.FOLDERS)) {
            assertThatThrownBy(() -> rule.checkFolds(dataset, 3, 1))
                    .hasMessage("these tracks cannot be split into 3 folds by " + rule
                            + ": folds are of tracks or groups, but the split by " + rule + " has a fixed test set");
        }
        assertThatThrownBy(() -> SplitRule.TRACK.folds(dataset, 1, 1)).hasMessage("folds must be at least 2, got 1");
        assertThatThrownBy(() -> SplitRule.TRACK.checkFolds(dataset, 9, 1))
                .hasMessageEndingWith("each of 9 folds needs a track of every label: noise has 8, tone has 8");
        Dataset unknown = new Dataset(
                dataset.info(),
                dataset.folder(),
                dataset.tracks().stream()
                        .map(track -> new Track(track.id(), track.label(), Optional.empty(), track.file()))
                        .toList());
        assertThatThrownBy(() -> SplitRule.ARTIST.checkFolds(unknown, 3, 1))
                .hasMessageEndingWith("no group is known of these tracks: folds by track are possible");
        assertThat(SplitRule.defaultForFolds(unknown)).isEqualTo(SplitRule.TRACK);
        assertThat(SplitRule.defaultForFolds(dataset)).isEqualTo(SplitRule.ARTIST);
    }

    /** The id is on disk. */
    @Test
    void aGroupIsStoredAsAnArtist() {
        assertThat(SplitRule.ARTIST).hasToString("group");
        assertThat(SplitRule.ARTIST.id()).isEqualTo("artist");
        assertThat(SplitRule.TRACK.id()).isEqualTo("song");
    }

    @Test
    void saysWhatARecipeReads() {
        assertThat(SmallWindowsRecipe.MUSIC.input())
                .isEqualTo("windows of 3 s every 1.5 s of the first 29.93 s, at 22050 Hz");
        assertThat(SmallWindowsRecipe.CALLS.input())
                .isEqualTo("windows of 1 s every 0.5 s of the first 18.75 s, at 16000 Hz");
        assertThat(SpectrogramPicturesRecipe.REPAIRED.input()).startsWith("the first 5 s, at ");
        assertThat(BaselineRecipes.SVM.input()).isEqualTo("the whole sound, at 22050 Hz");
        assertThat(Recipes.ALL)
                .allSatisfy(recipe -> assertThat(recipe.description()).isNotBlank());
    }
}
