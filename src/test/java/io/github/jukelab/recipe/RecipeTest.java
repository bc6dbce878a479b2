package io.github.jukelab.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.classic.ClassicalModel;
import io.github.jukelab.dataset.AudioFolder;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetInfo;
import io.github.jukelab.dataset.SyntheticAnimals;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.input.Examples;
import io.github.jukelab.model.TrainedModel;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Network;
import io.github.jukelab.network.Training;
import io.github.jukelab.provenance.Cost;
import io.github.jukelab.provenance.RunCard;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recipe on five tracks of noise and five of tones, nine seconds each. */
class RecipeTest {

    private static final int TRACKS = 5;
    private static final int LENGTH = 200_000;

    @TempDir
    static Path folder;

    private static Dataset dataset;

    @BeforeAll
    static void tracks() throws IOException {
        for (int i = 0; i < TRACKS; i++) {
            Waves.noise(LENGTH, i).write(folder.resolve("noise/" + i + ".wav"));
            Waves.sine(LENGTH, 200 + 50 * i).write(folder.resolve("tone/" + i + ".wav"));
        }
        dataset = AudioFolder.at(folder);
    }

    static Stream<Recipe> recipes() {
        return Recipes.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void runsFromTracksToACard(Recipe recipe) throws IOException {
        Examples examples = recipe.examples(dataset, Progress.NONE);
        RecipeRun run =
                RecipeRun.of(recipe, dataset, examples, SplitRule.ARTICLE, 1, new RunSettings(1, 7), RunListener.NONE);
        FoldResult fold = run.folds().get(0);

        assertThat(fold.history().epochs()).hasSize(recipe.learner() instanceof NetworkLearner ? 1 : 0);
        assertThat(run.predictions().rows()).extracting(Prediction::track).allMatch(track -> dataset.track(track)
                .isPresent());
        assertThat(fold.split().validation().isEmpty()).isEqualTo(withoutValidation(recipe));
        assertThat(run.segmentPredictions()).isEqualTo(fold.predictions());

        RunCard card = run.card(new Cost(3, 4));
        assertThat(card.result().seconds()).isEqualTo(3);
        assertThat(card.result().processorSeconds()).isEqualTo(4);
        assertThat(card.seed()).isEqualTo(7);
        assertThat(card.result().tracks()).isEqualTo(run.evaluation().tracks());
        assertThat(card.predictions()).hasSize(run.predictions().rows().size());
        assertThat(card.settings())
                .containsEntry("recipe", recipe.name())
                .containsEntry("variant", recipe.variant().toString())
                .containsEntry("epochs", "1 of the recipe's " + recipe.epochs())
                .containsEntry("fingerprint", recipe.fingerprint())
                .containsEntry("labels", "noise tone")
                .containsEntry("whole", "not known: 10 songs, 2 labels");
        assertThat(card.settings()).containsEntry("training", recipe.learner().description(new RunSettings(1, 7)));
        assertThat(card.settings().getOrDefault("engine", "none"))
                .isEqualTo(recipe.learner() instanceof NetworkLearner ? "DL4J" : "none");
    }

    /** Like the machine: a card of one engine holds for the other. */
    @Test
    void theEngineIsToldButIsNoSettingOfARecipe() throws IOException {
        Recipe recipe = FeatureTableRecipe.REPAIRED;
        Training training = recipe.training().withEngine("other");
        Recipe other = recipe.with(recipe.preprocessing(), new NetworkLearner(Architectures::dense, training));
        assertThat(other.fingerprint()).isEqualTo(recipe.fingerprint());

        RunSettings settings = new RunSettings(1, 7);
        Examples examples = recipe.examples(dataset, Progress.NONE);
        RunCard card = RecipeRun.of(
                        recipe, dataset, examples, SplitRule.TRACK, 1, settings.withEngine("other"), RunListener.NONE)
                .card(new Cost(1, 1));
        assertThat(card.settings()).containsEntry("engine", "other 1.0");
        assertThat(card.settings().get("training")).endsWith(", engine other]");
        assertThat(RecipeRun.matches(card, recipe, dataset, SplitRule.TRACK, settings))
                .isTrue();
    }

    private static boolean withoutValidation(Recipe recipe) {
        return recipe.articleSplit().ratio().validation() == 0;
    }

    /** Networks and classical models through the same door. */
    @ParameterizedTest
    @MethodSource("recipes")
    void aLoadedModelPredictsTheSame(Recipe recipe) throws IOException {
        boolean ofNetwork = recipe.learner() instanceof NetworkLearner;
        Examples examples = recipe.examples(ofNetwork ? dataset.without(notFirst()) : dataset, Progress.NONE);
        TrainedModel model = recipe.learner()
                .train(
                        recipe.fitted(examples, examples),
                        examples,
                        examples,
                        Map.of(),
                        new RunSettings(1, 1),
                        RunListener.NONE)
                .model();
        Path file = folder.resolve("model.zip");
        model.save(file);
        Wave wave = Waves.sine(LENGTH, 300);
        assertThat(load(recipe, file).predict(wave)).isEqualTo(model.predict(wave));
        assertThat(load(recipe, file).predict(examples)).isEqualTo(model.predict(examples));
        assertThat(model.predict(wave).probabilities()).containsOnlyKeys("noise", "tone");
    }

    private static TrainedModel load(Recipe recipe, Path file) throws IOException {
        return recipe.learner() instanceof NetworkLearner ? Network.load(file) : ClassicalModel.load(file);
    }

    @Test
    void onlyARecipeOfANetworkHasATraining() {
        assertThat(MelWindowsRecipe.REPAIRED.training().epochs()).isEqualTo(150);
        assertThatThrownBy(BaselineRecipes.SVM::training)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("svm trains no network but ClassicalLearner");
    }

    /** Each recipe has its own; a change of any part changes it. */
    @Test
    void theFingerprintTellsSettingsApart() {
        assertThat(Recipes.ALL).extracting(Recipe::fingerprint).doesNotHaveDuplicates();
        Recipe recipe = MelWindowsRecipe.REPAIRED;
        Recipe other = new Recipe(
                recipe.name(),
                recipe.description(),
                recipe.variant(),
                recipe.articleResult(),
                recipe.defaultDataset(),
                recipe.articleSplit(),
                recipe.preprocessing(),
                recipe.normalisation(),
                new NetworkLearner(Architectures::fiveBlocks, recipe.training().withPatience(9)),
                recipe.vote(),
                recipe.quickEpochs(),
                recipe.quickFolds());
        assertThat(other.fingerprint()).isNotEqualTo(recipe.fingerprint());
    }

    /** All but the first track of each label. */
    private static List<String> notFirst() {
        return dataset.tracks().stream()
                .map(Track::id)
                .filter(id -> !id.endsWith("/0"))
                .toList();
    }

    @Test
    void everyTrackIsTestedOnce() throws IOException {
        Recipe recipe = FeatureTableRecipe.REPAIRED;
        Examples examples = recipe.examples(dataset, Progress.NONE);
        RecipeRun run = RecipeRun.of(
                recipe, dataset, examples, SplitRule.defaultFor(dataset), 9, new RunSettings(30, 1), RunListener.NONE);
        assertThat(run.folds()).hasSize(5);
        Set<String> tested = new TreeSet<>();
        run.folds().forEach(fold -> {
            assertThat(fold.split().validation()).isNotEmpty();
            fold.split().test().forEach(track -> assertThat(tested.add(track)).isTrue());
        });
        assertThat(tested).containsExactlyElementsOf(dataset.trackIds());
        assertThat(run.evaluation().accuracy()).isGreaterThan(0.9);
        RunCard card = run.card(new Cost(1, 1));
        assertThat(card.split()).startsWith("by track, 5 folds of 5, 20 % of train to validation");
        assertThat(RecipeRun.matches(card, recipe, dataset, SplitRule.TRACK, new RunSettings(30, 1)))
                .isTrue();
        assertThat(RecipeRun.matches(card, recipe, dataset, SplitRule.TRACK, new RunSettings(31, 1)))
                .isFalse();
        assertThat(RecipeRun.matches(card, recipe, dataset, SplitRule.TRACK, new RunSettings(30, 2)))
                .isFalse();
        assertThat(RecipeRun.matches(card, recipe, dataset, SplitRule.ARTICLE, new RunSettings(30, 1)))
                .isFalse();
        assertThat(RecipeRun.matches(
                        card.withSettings(Map.of("epochs", card.settings().get("epochs"))),
                        recipe,
                        dataset,
                        SplitRule.TRACK,
                        new RunSettings(30, 1)))
                .as("a card without a fingerprint")
                .isFalse();
    }

    @Test
    void artistsStayTogether() throws IOException {
        Dataset animals = Dataset.of(SyntheticAnimals.INFO, SyntheticAnimals.INFO.trackIds());
        assertThat(SplitRule.defaultFor(animals)).isEqualTo(SplitRule.ARTIST);
        assertThat(SplitRule.defaultFor(dataset)).isEqualTo(SplitRule.TRACK);
        Recipe recipe = CatsAndDogsRecipe.MFCC;
        Examples examples = recipe.examples(dataset, Progress.NONE);
        assertThat(SplitRule.ARTIST.splits(recipe, animals, examples.segments(), 1))
                .hasSize(3)
                .allMatch(split -> split.leakage().artists().isEmpty());

        DatasetInfo info = dataset.info();
        DatasetInfo withoutFolds = new DatasetInfo(
                info.id(),
                info.title(),
                info.labels(),
                Map.of(),
                info.rate(),
                info.samples(),
                "",
                "",
                "",
                Map.of(),
                Map.of(),
                Map.of());
        Dataset byArtist = new Dataset(
                withoutFolds,
                dataset.folder(),
                dataset.tracks().stream()
                        .map(track -> new Track(track.id(), track.label(), artist(track), track.file()))
                        .toList());
        assertThat(SplitRule.defaultFor(byArtist)).isEqualTo(SplitRule.ARTIST);
        assertThat(SplitRule.ARTIST.splits(recipe, byArtist, examples.segments(), 1))
                .hasSize(4)
                .allMatch(split -> split.leakage().artists().isEmpty());
    }

    /** Tracks 0 and 1 of a label are by the same artist. */
    private static Optional<String> artist(Track track) {
        int number = Integer.parseInt(track.id().substring(track.id().indexOf('/') + 1));
        return Optional.of(track.label() + Math.max(1, number));
    }

    @Test
    void picturesAsPrintedAreInTheOrderOfTheFolders() {
        List<String> subset = List.of("b.2", "a.1", "b.1");
        assertThat(SpectrogramPicturesRecipe.AS_PRINTED.order(subset)).containsExactly("a.1", "b.1", "b.2");
        assertThat(SpectrogramPicturesRecipe.REPAIRED.order(subset)).isEqualTo(subset);
    }

    @Test
    void splitsAsPrintedSeparateSegmentsOfOneTrack() throws IOException {
        for (Recipe recipe : List.of(TwoGenresRecipe.AS_PRINTED, FeatureTableRecipe.AS_PRINTED)) {
            Examples examples = recipe.examples(dataset, Progress.NONE);
            assertThat(SplitRule.ARTICLE
                            .splits(recipe, dataset, examples.segments(), 1)
                            .get(0)
                            .sharesTracks())
                    .isTrue();
            assertThat(SplitRule.TRACK.splits(recipe, dataset, examples.segments(), 1))
                    .noneMatch(split -> split.sharesTracks());
        }
    }

    @Test
    void refusesAnUnknownRecipe() {
        assertThatThrownBy(() -> Recipes.recipe("soup", Variant.REPAIRED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("recipe must be one of spectrogram-pictures, cats-and-dogs, two-genres, ")
                .hasMessageEndingWith(", got soup");
        assertThatThrownBy(() -> Recipes.recipe("small-windows", Variant.AS_PRINTED))
                .hasMessage("recipe must be one of spectrogram-pictures, cats-and-dogs, two-genres, feature-table,"
                        + " mel-windows, got small-windows");
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatThrownBy(() -> new RunSettings(0, 1)).hasMessage("epochs must be at least 1, got 0");
        assertThatThrownBy(() -> new RecipeRun(
                        MelWindowsRecipe.REPAIRED,
                        dataset,
                        SplitRule.TRACK,
                        new RunSettings(1, 1),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        ""))
                .hasMessage("a run must have at least one fold, got none");
    }

    /** The card tells of the tracks that were used alone. */
    @Test
    void aTrackThatCannotBeUsedIsSkippedAndOnTheCard() throws IOException {
        Path file = Path.of("missing.wav");
        List<Track> tracks = new ArrayList<>(dataset.tracks());
        tracks.add(new Track("tone.missing", "tone", Optional.empty(), file));
        Dataset more = new Dataset(dataset.info(), folder, tracks);
        Recipe recipe = BaselineRecipes.on(BaselineRecipes.SVM, FeatureKind.TABLE);

        RecipeRun run = RecipeRun.of(
                recipe,
                more,
                recipe.examples(more, Progress.NONE),
                SplitRule.TRACK,
                1,
                new RunSettings(1, 7),
                RunListener.NONE);

        RunCard card = run.card(new Cost(3, 4));
        assertThat(card.data()).isEqualTo(RunCard.Data.of(dataset.id(), dataset.trackIds()));
        assertThat(card.problems().get("skipped").count()).isEqualTo(1);
        assertThat(card.problems().get("skipped").first().get(0)).startsWith("missing.wav: there is no such file");
    }
}
