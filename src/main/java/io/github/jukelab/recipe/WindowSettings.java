package io.github.jukelab.recipe;

import io.github.jukelab.Require;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Stft;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Other windows for a recipe of mel windows, such as 10 s at 48 kHz for calls of birds. What is empty stays as it is in
 * the recipe.
 *
 * <p>A frame keeps its length in seconds: its samples are the nearest power of two, its hop is rounded. Windows keep
 * their overlap, the maximum length of a sound its seconds, and masks their share of a window.
 *
 * @param rate to which sounds are resampled, in Hz, at least 1000
 * @param seconds length of a window, positive
 * @param bands of the mel spectrogram, at least 1
 */
public record WindowSettings(Optional<Integer> rate, Optional<Double> seconds, Optional<Integer> bands) {

    /** The recipe's windows. */
    public static final WindowSettings NONE = new WindowSettings(Optional.empty(), Optional.empty(), Optional.empty());

    private static final int MIN_RATE = 1000;

    /**
     * Checks the numbers.
     *
     * @param rate in Hz
     * @param seconds length of a window
     * @param bands of the mel spectrogram
     * @throws IllegalArgumentException if a number is out of its range
     */
    public WindowSettings {
        rate.ifPresent(value -> Require.atLeast("rate", MIN_RATE, value));
        seconds.ifPresent(value -> Require.positive("window", value));
        bands.ifPresent(value -> Require.atLeast("bands", 1, value));
    }

    /**
     * A recipe with these windows.
     *
     * @param recipe a repaired recipe of a network on mel windows, unless all settings are empty
     * @return a copy, or the recipe itself if all settings are empty
     * @throws IllegalArgumentException if the recipe is another one, or its network or its mel bank cannot have such
     *     windows
     */
    public Recipe appliedTo(Recipe recipe) {
        if (equals(NONE)) {
            return recipe;
        }
        if (recipe.variant() == Variant.REPAIRED
                && recipe.preprocessing() instanceof MelWindows before
                && recipe.learner() instanceof NetworkLearner learner) {
            MelWindows windows = appliedTo(before);
            Recipe resized = recipe.with(windows, learner.resized(before.shape(), windows.shape()));
            resized.fingerprint(); // makes the layers, which need a minimum of bands and frames
            return resized;
        }
        throw new IllegalArgumentException("rate, window and bands can be chosen for " + String.join(", ", names())
                + " alone, not for " + (recipe.variant() == Variant.REPAIRED ? recipe.name() : "recipes as printed"));
    }

    private static List<String> names() {
        return Recipes.all(Variant.REPAIRED).stream()
                .filter(recipe -> recipe.preprocessing() instanceof MelWindows)
                .map(Recipe::name)
                .toList();
    }

    private MelWindows appliedTo(MelWindows before) {
        int newRate = rate.orElse(before.rate());
        double factor = (double) newRate / before.rate();
        int oldWindow = before.windows().length();
        int window = samples(seconds.orElse((double) oldWindow / before.rate()) * newRate);
        int step = samples((double) window * before.windows().hop() / oldWindow);
        Stft stft = scaled(before.stft(), factor);
        MelBank mel = MelBank.of(bands.orElse(before.mel().bands()), newRate);
        requireFrame(window, stft);
        requireBins(mel, stft);
        int both = Math.max(window, oldWindow); // long enough for the old and for the new frames
        return before.withSamples(Integer.MAX_VALUE)
                .withWindows(both, both)
                .withStft(stft)
                .withMel(mel)
                .withWindows(window, step)
                .withSamples(Math.max(window, scaled(before.samples(), factor)));
    }

    private static void requireFrame(int window, Stft stft) {
        if (window < stft.nFft()) {
            throw new IllegalArgumentException(
                    "a window must have at least a frame of " + stft.nFft() + " samples, got " + window);
        }
    }

    private static Stft scaled(Stft stft, double factor) {
        if (factor == 1) {
            return stft;
        }
        int nFft = 1 << Math.round(Math.log(stft.nFft() * factor) / Math.log(2));
        return Stft.of(nFft).withHop(Math.max(1, samples(stft.hop() * factor)));
    }

    private static int scaled(int samples, double factor) {
        return samples == Integer.MAX_VALUE ? samples : samples(samples * factor);
    }

    private static int samples(double exact) {
        if (exact > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(
                    "a window must have fewer than " + Integer.MAX_VALUE + " samples, got " + exact);
        }
        return (int) Math.round(exact);
    }

    /** A band without a bin is always silent. */
    private static void requireBins(MelBank mel, Stft stft) {
        float[][] weights = mel.weights(stft.frequencies(mel.rate()));
        long silent = IntStream.range(0, mel.bands())
                .filter(band -> IntStream.range(0, weights[band].length).allMatch(bin -> weights[band][bin] == 0))
                .count();
        if (silent > 0) {
            throw new IllegalArgumentException("with " + mel.bands() + " bands at " + mel.rate() + " Hz, " + silent
                    + " of them are narrower than a bin and always silent: choose fewer bands");
        }
    }

    @Override
    public String toString() {
        return "WindowSettings[rate " + text(rate) + ", window " + text(seconds) + ", bands " + text(bands) + "]";
    }

    private static String text(Optional<? extends Number> value) {
        return value.map(Object::toString).orElse("of the recipe");
    }
}
