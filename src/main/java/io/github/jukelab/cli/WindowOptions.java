package io.github.jukelab.cli;

import io.github.jukelab.recipe.Recipe;
import io.github.jukelab.recipe.WindowSettings;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options for the windows of a recipe. */
final class WindowOptions {

    @Option(
            names = "--rate",
            paramLabel = "HZ",
            description = "Rate to which recordings are resampled, for the recipes of mel spectrograms. Frames keep "
                    + "their length in seconds; their samples are the nearest power of two (default: see below).",
            defaultValue = Option.NULL_VALUE)
    private Optional<Integer> rate;

    @Option(
            names = "--window",
            paramLabel = "SECONDS",
            description = "Length of a window, for the same recipes; windows keep their overlap (default: see below).",
            defaultValue = Option.NULL_VALUE)
    private Optional<Double> window;

    @Option(
            names = "--bands",
            paramLabel = "N",
            description = "Mel bands, for the same recipes (default: the recipe's).",
            defaultValue = Option.NULL_VALUE)
    private Optional<Integer> bands;

    /**
     * The recipe with these windows.
     *
     * @throws IllegalArgumentException if it cannot have them
     */
    Recipe appliedTo(Recipe recipe) {
        return new WindowSettings(rate, window, bands).appliedTo(recipe);
    }
}
