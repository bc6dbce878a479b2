package io.github.jukelab.recipe;

/**
 * The settings of a run that are not part of the recipe.
 *
 * <p>Notebook: 05-two-genres-mp3
 *
 * @param epochs at least 1
 * @param seed of weights, order, augmentation and dropout
 */
public record RunSettings(int epochs, long seed) {

    /**
     * Checks the epochs.
     *
     * @param epochs at least 1
     * @param seed any
     * @throws IllegalArgumentException if epochs are fewer than 1
     */
    public RunSettings {
        if (epochs < 1) {
            throw new IllegalArgumentException("epochs must be at least 1, got " + epochs);
        }
    }
}
