package io.github.jukelab.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.classic.SettingsGrid;
import io.github.jukelab.dataset.Leakage;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.FeatureVectorInput;
import io.github.jukelab.input.MelStatisticsInput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Baselines on 24 made-up rows of 57 values, every second of a cat: its first 20 values are larger by 6. */
class BaselineRecipesTest {

    private static final List<String> IDS =
            IntStream.range(0, 24).mapToObj(Integer::toString).toList();
    private static final Leakage NO_LEAK = new Leakage(Set.of(), Set.of(), 0, 0, 0);
    private static final Split SPLIT =
            new Split("", 1, IDS.subList(0, 12), IDS.subList(12, 18), IDS.subList(18, 24), NO_LEAK);

    private static Examples examples() {
        SplittableRandom random = new SplittableRandom(1);
        return Examples.of(List.of("cat", "dog"), IDS.stream().map(id -> {
            double[] row = random.doubles(57, -1, 1).toArray();
            boolean cat = Integer.parseInt(id) % 2 == 0;
            for (int i = 0; cat && i < 20; i++) {
                row[i] += 6;
            }
            return Example.of(id, id, cat ? "cat" : "dog", row);
        }));
    }

    private static FoldResult run(Recipe recipe, Map<String, String> groups) {
        return BaselineRecipes.on(recipe, FeatureKind.TABLE)
                .train(
                        examples(),
                        SPLIT,
                        groups,
                        new RunSettings(recipe.quickEpochs() > 1 ? 20 : 1, 1),
                        RunListener.NONE);
    }

    @Test
    void mayHaveEitherFeatures() {
        for (Recipe recipe :
                List.of(BaselineRecipes.SVM, BaselineRecipes.LOGISTIC, BaselineRecipes.KNN, BaselineRecipes.DENSE)) {
            assertThat(recipe.preprocessing()).isInstanceOf(MelStatisticsInput.class);
            Recipe table = BaselineRecipes.on(recipe, FeatureKind.TABLE);
            assertThat(table.preprocessing()).isInstanceOf(FeatureVectorInput.class);
            assertThat(table.fingerprint()).isNotEqualTo(recipe.fingerprint());
            assertThat(BaselineRecipes.on(recipe, FeatureKind.MEL_STATISTICS)).isEqualTo(recipe);
        }
        assertThatThrownBy(() -> BaselineRecipes.on(SmallWindowsRecipe.MUSIC, FeatureKind.TABLE))
                .hasMessage("features can be chosen for svm, logistic, knn, dense, not for small-windows");
    }

    @ParameterizedTest
    @CsvSource({"svm", "logistic", "knn", "dense"})
    void tellsTheTwoApart(String name) {
        FoldResult result = run(Recipes.recipe(name, Variant.REPAIRED), Map.of());
        assertThat(result.predictions().rows())
                .hasSize(6)
                .filteredOn(Prediction::correct)
                .hasSizeGreaterThan(4);
        assertThat(result.chosen().isEmpty()).isEqualTo(name.equals("dense"));
    }

    /** What needs no validation set learns from it; a network does not. */
    @Test
    void classicalModelsLearnFromTheValidationSetToo() {
        assertThat(BaselineRecipes.SVM.learner().trainingIds(SPLIT.train(), SPLIT.validation()))
                .isEqualTo(IDS.subList(0, 18));
        assertThat(BaselineRecipes.DENSE.learner().trainingIds(SPLIT.train(), SPLIT.validation()))
                .isEqualTo(IDS.subList(0, 12));
    }

    /** Three animals of each kind give three folds, one of a kind none: then folds are of tracks. */
    @Test
    void foldsAreOfGroups() {
        Map<String, String> three = new HashMap<>();
        Map<String, String> one = new HashMap<>();
        for (String id : IDS) {
            int number = Integer.parseInt(id);
            three.put(id, "animal " + number % 6);
            one.put(id, "animal " + number % 2);
        }
        assertThat(run(BaselineRecipes.LOGISTIC, three).chosen()).endsWith(" of 3 inner folds");
        assertThat(run(BaselineRecipes.LOGISTIC, one).chosen()).endsWith(" of 5 inner folds");
        assertThat(run(BaselineRecipes.LOGISTIC, Map.of()).chosen())
                .startsWith("LogisticRegression[C ")
                .endsWith(" of 5 inner folds");
    }

    @Test
    void settingsCannotBeChosenOnOneTrackOfALabel() {
        Split few = new Split("", 1, List.of("0", "2", "1"), List.of(), List.of("3"), NO_LEAK);
        Recipe recipe = BaselineRecipes.on(BaselineRecipes.SVM, FeatureKind.TABLE);
        Examples examples = examples();
        assertThatThrownBy(() -> recipe.train(examples, few, new RunSettings(1, 1), RunListener.NONE))
                .hasMessage("settings are chosen by folds, which need two tracks of each label");
    }

    /**
     * There are no folds of one track, so there is nothing to choose by. Two standardised points lie opposite each other,
     * and each model gives the label of the nearer one.
     */
    @ParameterizedTest
    @CsvSource({"svm, C 0.3", "logistic, C 0.001", "knn, k 1"})
    void theFirstSettingsAreUsedForOneTrackOfEachLabel(String name, String settings) {
        Split few = new Split("", 1, List.of("0", "1"), List.of(), IDS.subList(2, 24), NO_LEAK);
        Recipe recipe = BaselineRecipes.on(Recipes.recipe(name, Variant.REPAIRED), FeatureKind.TABLE);
        FoldResult result = recipe.train(examples(), few, new RunSettings(1, 1), RunListener.NONE);
        assertThat(result.chosen()).contains(settings).endsWith(", the first, since each label has one track");
        assertThat(result.predictions().rows()).hasSize(22).allSatisfy(row -> assertThat(row.predicted())
                .as(row.id())
                .isEqualTo(nearer(Integer.parseInt(row.id()))));
    }

    /** 0 or 1, the nearer one of the first two examples, with each column scaled by what these are apart. */
    private static int nearer(int index) {
        float[] cat = examples().values(0);
        float[] dog = examples().values(1);
        float[] values = examples().values(index);
        double side = IntStream.range(0, values.length)
                .mapToDouble(i -> (values[i] - (cat[i] + dog[i]) / 2) / (cat[i] - dog[i]))
                .sum();
        return side > 0 ? 0 : 1;
    }

    @Test
    void theFingerprintHasTheGrid() {
        assertThat(BaselineRecipes.SVM.fingerprint()).isNotEqualTo(BaselineRecipes.KNN.fingerprint());
        assertThat(BaselineRecipes.SVM.learner().description(new RunSettings(1, 1)))
                .startsWith(SettingsGrid.SVM + "; chosen by at most 5 folds");
    }
}
