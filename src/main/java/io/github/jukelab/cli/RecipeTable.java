package io.github.jukelab.cli;

import io.github.jukelab.recipe.Recipe;
import io.github.jukelab.recipe.Recipes;
import io.github.jukelab.recipe.Variant;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** What each recipe is, for what sounds, and in which windows at which rate it reads them; for a help text. */
final class RecipeTable {

    private RecipeTable() {}

    /** Puts the table before what follows the options in the help text of a command. */
    static void addTo(CommandSpec spec) {
        Stream<String> recipes = Recipes.all(Variant.REPAIRED).stream().flatMap(RecipeTable::lines);
        Stream<String> after = Stream.of(spec.usageMessage().footer());
        spec.usageMessage()
                .footer(Stream.of(Stream.of("", "Recipes:"), recipes, after)
                        .flatMap(lines -> lines)
                        .toArray(String[]::new));
    }

    private static Stream<String> lines(Recipe recipe) {
        return Stream.of("  " + recipe.name() + ": " + recipe.description() + ";", "      " + recipe.input());
    }
}
