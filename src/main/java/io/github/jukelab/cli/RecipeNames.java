package io.github.jukelab.cli;

import io.github.jukelab.recipe.Recipe;
import io.github.jukelab.recipe.Recipes;
import io.github.jukelab.recipe.Variant;
import java.util.Iterator;

/** The names of the recipes, for help texts and completion. */
final class RecipeNames implements Iterable<String> {

    @Override
    public Iterator<String> iterator() {
        return Recipes.all(Variant.REPAIRED).stream().map(Recipe::name).iterator();
    }
}
