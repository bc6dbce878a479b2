package io.github.jukelab.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.AudioFolder;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetInfo;
import io.github.jukelab.dataset.SyntheticAnimals;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.input.Examples;
import io.github.jukelab.network.Network;
import io.github.jukelab.provenance.RunCard;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Path;
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
        return Stream.of(Variant.values()).flatMap(variant -> Recipes.all(variant).stream());
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void runsFromTracksToACard(Recipe recipe) throws IOException {
        Examples examples = recipe.examples(dataset, Progress.NONE);
        RecipeRun run =
                RecipeRun.of(recipe, dataset, examples, SplitRule.ARTICLE, 1, new RunSettings(1, 7), RunListener.NONE);
        FoldResult fold = run.folds().get(0);

        assertThat(fold.history().epochs()).hasSize(1);
        assertThat(run.predictions().rows()).extracting(Prediction::track).allMatch(track -> dataset.track(track)
                .isPresent());
        assertThat(fold.split().validation().isEmpty()).isEqualTo(withoutValidation(recipe));

        RunCard card = run.card();
        assertThat(card.seed()).isEqualTo(7);
        assertThat(card.result().tracks()).isEqualTo(run.evaluation().tracks());
        assertThat(card.predictions()).hasSize(run.predictions().rows().size());
        assertThat(card.settings())
                .containsEntry("recipe", recipe.name())
                .containsEntry("variant", recipe.variant().toString())
                .containsEntry("epochs", "1 of the recipe's " + recipe.epochs())
                .containsEntry("labels", "noise tone")
                .containsEntry("whole", "not known: 10 songs, 2 labels");
        assertThat(card.settings().get("training")).contains("1 epochs", "seed 7");
    }

    private static boolean withoutValidation(Recipe recipe) {
        return recipe.variant() == Variant.AS_PRINTED
                && Set.of("spectrogram-pictures", "feature-table", "mel-windows")
                        .contains(recipe.name());
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void aLoadedNetworkPredictsTheSame(Recipe recipe) throws IOException {
        Examples examples = recipe.examples(dataset.without(notFirst()), Progress.NONE);
        Network network = recipe.network(dataset.labels(), recipe.fitted(examples, examples), 1);
        Path file = folder.resolve("network.zip");
        network.save(file);
        Wave wave = Waves.sine(LENGTH, 300);
        assertThat(Network.load(file).predict(wave)).isEqualTo(network.predict(wave));
        assertThat(network.predict(wave).probabilities()).containsOnlyKeys("noise", "tone");
    }

    /** All but the first track of each label. */
    private static List<String> notFirst() {
        return dataset.tracks().stream()
                .map(Track::id)
                .filter(id -> !id.endsWith(".0"))
                .toList();
    }

    @Test
    void everyTrackIsTestedOnce() throws IOException {
        Recipe recipe = new DenseFeatures(Variant.REPAIRED);
        Examples examples = recipe.examples(dataset, Progress.NONE);
        RecipeRun run = RecipeRun.of(
                recipe, dataset, examples, SplitRule.strictest(dataset), 9, new RunSettings(30, 1), RunListener.NONE);
        assertThat(run.folds()).hasSize(5);
        Set<String> tested = new TreeSet<>();
        run.folds().forEach(fold -> {
            assertThat(fold.split().validation()).isNotEmpty();
            fold.split().test().forEach(track -> assertThat(tested.add(track)).isTrue());
        });
        assertThat(tested).containsExactlyElementsOf(dataset.trackIds());
        assertThat(run.evaluation().accuracy()).isGreaterThan(0.9);
        assertThat(run.card().split()).startsWith("by track, 5 folds of 5, 20 % of train to validation");
        assertThat(RecipeRun.matches(run.card(), recipe, dataset, new RunSettings(30, 1)))
                .isTrue();
        assertThat(RecipeRun.matches(run.card(), recipe, dataset, new RunSettings(31, 1)))
                .isFalse();
        assertThat(RecipeRun.matches(run.card(), recipe, dataset, new RunSettings(30, 2)))
                .isFalse();
    }

    @Test
    void artistsStayTogether() throws IOException {
        Dataset animals = Dataset.of(SyntheticAnimals.INFO, SyntheticAnimals.INFO.trackIds());
        assertThat(SplitRule.strictest(animals)).isEqualTo(SplitRule.ARTIST);
        assertThat(SplitRule.strictest(dataset)).isEqualTo(SplitRule.TRACK);
        Recipe recipe = new CatsAndDogs(Variant.REPAIRED, CatsAndDogs.Input.MFCC);
        Examples examples = recipe.examples(dataset, Progress.NONE);
        assertThat(SplitRule.ARTIST.splits(recipe, animals, examples, 1))
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
        assertThat(SplitRule.strictest(byArtist)).isEqualTo(SplitRule.ARTIST);
        assertThat(SplitRule.ARTIST.splits(recipe, byArtist, examples, 1))
                .hasSize(4)
                .allMatch(split -> split.leakage().artists().isEmpty());
    }

    /** Tracks 0 and 1 of a label are by the same artist. */
    private static Optional<String> artist(Track track) {
        int number = Integer.parseInt(track.id().substring(track.id().indexOf('.') + 1));
        return Optional.of(track.label() + Math.max(1, number));
    }

    @Test
    void picturesAsPrintedAreInTheOrderOfTheFolders() {
        List<String> subset = List.of("b.2", "a.1", "b.1");
        assertThat(new SpectrogramPictures(Variant.AS_PRINTED).order(subset)).containsExactly("a.1", "b.1", "b.2");
        assertThat(new SpectrogramPictures(Variant.REPAIRED).order(subset)).isEqualTo(subset);
    }

    @Test
    void splitsAsPrintedSeparateSegmentsOfOneTrack() throws IOException {
        for (Recipe recipe : List.of(new GenresFromMp3(Variant.AS_PRINTED), new DenseFeatures(Variant.AS_PRINTED))) {
            Examples examples = recipe.examples(dataset, Progress.NONE);
            assertThat(SplitRule.ARTICLE
                            .splits(recipe, dataset, examples, 1)
                            .get(0)
                            .sharesTracks())
                    .isTrue();
            assertThat(SplitRule.TRACK.splits(recipe, dataset, examples, 1)).noneMatch(split -> split.sharesTracks());
        }
    }

    @Test
    void refusesAnUnknownRecipe() {
        assertThatThrownBy(() -> Recipes.recipe("soup", Variant.REPAIRED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("recipe must be one of spectrogram-pictures, cats-and-dogs, two-genres, feature-table,"
                        + " mel-windows, cats-and-dogs-mfcc, cats-and-dogs-chroma, cats-and-dogs-small, small-windows,"
                        + " got soup");
        assertThatThrownBy(() -> Recipes.recipe("small-windows", Variant.AS_PRINTED))
                .hasMessage("recipe must be one of spectrogram-pictures, cats-and-dogs, two-genres, feature-table,"
                        + " mel-windows, got small-windows");
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatThrownBy(() -> new RunSettings(0, 1)).hasMessage("epochs must be at least 1, got 0");
        assertThatThrownBy(() -> new RecipeRun(
                        new MelVote(Variant.REPAIRED), dataset, SplitRule.TRACK, new RunSettings(1, 1), List.of()))
                .hasMessage("a run must have at least one fold, got none");
    }
}
