package io.github.jukelab.recipe;

import io.github.jukelab.dataset.DefaultDataset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All recipes: those of the articles, in their order, and Jukelab's own. */
public final class Recipes {

    private Recipes() {}

    /**
     * All recipes of one variant. Jukelab's own, among them inputs that an article only mentions, are never as printed.
     *
     * @param variant as printed or repaired
     * @return each name once
     */
    public static List<Recipe> all(Variant variant) {
        Stream<Recipe> articles = Stream.of(
                new SpectrogramPictures(variant),
                new CatsAndDogs(variant, CatsAndDogs.Input.STFT),
                new GenresFromMp3(variant),
                new DenseFeatures(variant),
                new MelVote(variant));
        Stream<Recipe> own = Stream.of(
                new CatsAndDogs(variant, CatsAndDogs.Input.MFCC),
                new CatsAndDogs(variant, CatsAndDogs.Input.CHROMA),
                new SmallWindows(DefaultDataset.ANIMALS),
                new SmallWindows(DefaultDataset.MUSIC));
        return Stream.concat(articles, variant == Variant.REPAIRED ? own : Stream.of())
                .toList();
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
