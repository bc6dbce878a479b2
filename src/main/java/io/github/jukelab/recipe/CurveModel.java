package io.github.jukelab.recipe;

import java.util.List;
import java.util.stream.Stream;

/**
 * A model of a learning curve, or of a {@linkplain RecipeRuns comparison}: a recipe, for one of {@link BaselineRecipes}
 * perhaps with its features.
 *
 * <p>Notebook: 09-few-recordings
 *
 * @param name as it was asked for, such as {@code logistic:table} or {@code small-windows}
 * @param recipe that trains it
 */
public record CurveModel(String name, Recipe recipe) {

    private static final char SEPARATOR = ':';

    /**
     * A model by its name.
     *
     * @param name of a recipe, then perhaps a colon and {@linkplain FeatureKind kinds of features}, separated by commas
     * @return the model; a repaired recipe
     * @throws IllegalArgumentException if there is no such recipe or kind of features, or the features of this recipe
     *     cannot be chosen
     */
    public static CurveModel of(String name) {
        int separator = name.indexOf(SEPARATOR);
        if (separator < 0) {
            return new CurveModel(name, Recipes.recipe(name, Variant.REPAIRED));
        }
        Recipe recipe = Recipes.recipe(name.substring(0, separator), Variant.REPAIRED);
        return new CurveModel(name, BaselineRecipes.on(recipe, features(name.substring(separator + 1))));
    }

    private static FeatureKind[] features(String names) {
        return Stream.of(names.split(",", -1)).map(CurveModel::feature).toArray(FeatureKind[]::new);
    }

    private static FeatureKind feature(String name) {
        List<FeatureKind> kinds = List.of(FeatureKind.values());
        return kinds.stream()
                .filter(kind -> kind.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("features must be one of " + kinds + ", got " + name));
    }

    /**
     * Whether a network is trained, which takes minutes.
     *
     * @return false for a classical model
     */
    public boolean isNetwork() {
        return recipe.learner() instanceof NetworkLearner;
    }

    @Override
    public String toString() {
        return name;
    }
}
