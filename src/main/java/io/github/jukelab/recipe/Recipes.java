package io.github.jukelab.recipe;

import java.util.List;
import java.util.stream.Collectors;

/** All recipes: those of the articles, in their order, and Jukelab's own. */
public final class Recipes {

    /** Each name and variant once. Our own, among them inputs that an article only mentions, are never as printed. */
    public static final List<Recipe> ALL = List.of(
            SpectrogramPicturesRecipe.AS_PRINTED,
            SpectrogramPicturesRecipe.REPAIRED,
            CatsAndDogsRecipe.AS_PRINTED,
            CatsAndDogsRecipe.REPAIRED,
            TwoGenresRecipe.AS_PRINTED,
            TwoGenresRecipe.REPAIRED,
            FeatureTableRecipe.AS_PRINTED,
            FeatureTableRecipe.REPAIRED,
            MelWindowsRecipe.AS_PRINTED,
            MelWindowsRecipe.REPAIRED,
            CatsAndDogsRecipe.MFCC,
            CatsAndDogsRecipe.CHROMA,
            SmallWindowsRecipe.CALLS,
            SmallWindowsRecipe.MUSIC,
            BaselineRecipes.SVM,
            BaselineRecipes.LOGISTIC,
            BaselineRecipes.KNN,
            BaselineRecipes.DENSE);

    private Recipes() {}

    /**
     * All recipes of one variant.
     *
     * @param variant as printed or repaired
     * @return each name once
     */
    public static List<Recipe> all(Variant variant) {
        return ALL.stream().filter(recipe -> recipe.variant() == variant).toList();
    }

    /**
     * A recipe by its name.
     *
     * @param name such as {@code mel-windows}
     * @param variant as printed or repaired
     * @return the recipe
     * @throws IllegalArgumentException if there is none of that name; the message lists the names
     */
    public static Recipe recipe(String name, Variant variant) {
        return all(variant).stream()
                .filter(recipe -> recipe.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("recipe must be one of "
                        + all(variant).stream().map(Recipe::name).collect(Collectors.joining(", ")) + ", got " + name));
    }
}
