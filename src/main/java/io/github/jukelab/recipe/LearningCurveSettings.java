package io.github.jukelab.recipe;

import io.github.jukelab.Require;
import io.github.jukelab.network.Engines;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What a {@link LearningCurveRun} draws.
 *
 * <p>Example: {@code LearningCurveSettings.DEFAULT.withSizes("1,2,5,all").withDraws(10)}
 *
 * @param sizes training tracks per class, each at least 1
 * @param all whether all training tracks are one more size
 * @param draws of each size, at least 1
 * @param networkDraws of each size for a network, whose training takes longer; at least 1
 * @param epochs of a network that is trained on all tracks; empty for those of its recipe
 * @param splitRule how test sets are made; empty for {@link SplitRule#defaultFor}
 * @param seed of splits, draws, folds and weights
 * @param engine name of the engine that trains networks; empty for the {@linkplain Engines#defaultName default}
 */
public record LearningCurveSettings(
        SortedSet<Integer> sizes,
        boolean all,
        int draws,
        int networkDraws,
        Optional<Integer> epochs,
        Optional<SplitRule> splitRule,
        long seed,
        Optional<String> engine) {

    /** 1, 2, 5, 10, 20 and all tracks; 20 draws, 5 for networks; the default split, seed 42, the default engine. */
    public static final LearningCurveSettings DEFAULT = new LearningCurveSettings(
            new TreeSet<>(List.of(1, 2, 5, 10, 20)),
            true,
            20,
            5,
            Optional.empty(),
            Optional.empty(),
            42,
            Optional.empty());

    private static final String ALL = "all";

    /**
     * Copies the sizes and checks the numbers.
     *
     * @param sizes each at least 1
     * @param all whether all tracks are one more size
     * @param draws at least 1
     * @param networkDraws at least 1
     * @param epochs at least 1
     * @param splitRule not {@link SplitRule#ARTICLE}, which differs from recipe to recipe
     * @param seed any
     * @param engine empty for the default
     * @throws IllegalArgumentException if there is no size, a number is less than 1, or the split is that of articles
     */
    public LearningCurveSettings {
        sizes = Collections.unmodifiableSortedSet(new TreeSet<>(sizes));
        sizes.forEach(size -> Require.atLeast("size", 1, size));
        Require.atLeast("sizes", 1, sizes.size() + (all ? 1 : 0));
        Require.atLeast("draws", 1, draws);
        Require.atLeast("draws for networks", 1, networkDraws);
        epochs.ifPresent(value -> Require.atLeast("epochs", 1, value));
        if (splitRule.equals(Optional.of(SplitRule.ARTICLE))) {
            throw new IllegalArgumentException(
                    "all models of a learning curve need the same test tracks, but articles have different splits");
        }
    }

    /**
     * The same with other sizes.
     *
     * @param text numbers of tracks per class and perhaps {@code all}, separated by commas, such as {@code 1,2,5,all}
     * @return a copy
     * @throws IllegalArgumentException if it is anything else; the message has the part that is wrong
     */
    public LearningCurveSettings withSizes(String text) {
        SortedSet<Integer> numbers = new TreeSet<>();
        boolean whole = false;
        for (String part : text.split(",", -1)) {
            if (part.strip().equals(ALL)) {
                whole = true;
            } else {
                numbers.add(size(part.strip()));
            }
        }
        return new LearningCurveSettings(numbers, whole, draws, networkDraws, epochs, splitRule, seed, engine);
    }

    private static int size(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("sizes must be whole numbers or " + ALL + ", got '" + text + "'", e);
        }
    }

    /**
     * The same with other numbers of draws.
     *
     * @param draws of each size for a classical model, at least 1
     * @param networkDraws for a network, at least 1
     * @return a copy
     * @throws IllegalArgumentException if a number is less than 1
     */
    public LearningCurveSettings withDraws(int draws, int networkDraws) {
        return new LearningCurveSettings(sizes, all, draws, networkDraws, epochs, splitRule, seed, engine);
    }

    /**
     * The same with other epochs.
     *
     * @param epochs of a network that is trained on all tracks, at least 1
     * @return a copy
     * @throws IllegalArgumentException if they are less than 1
     */
    public LearningCurveSettings withEpochs(int epochs) {
        return new LearningCurveSettings(sizes, all, draws, networkDraws, Optional.of(epochs), splitRule, seed, engine);
    }

    /**
     * The same with another split.
     *
     * @param rule how test sets are made
     * @return a copy
     * @throws IllegalArgumentException for {@link SplitRule#ARTICLE}
     */
    public LearningCurveSettings withSplitRule(SplitRule rule) {
        return new LearningCurveSettings(sizes, all, draws, networkDraws, epochs, Optional.of(rule), seed, engine);
    }

    /**
     * The same with another seed.
     *
     * @param seed of splits, draws, folds and weights
     * @return a copy
     */
    public LearningCurveSettings withSeed(long seed) {
        return new LearningCurveSettings(sizes, all, draws, networkDraws, epochs, splitRule, seed, engine);
    }

    /**
     * The same with another engine for networks. Draws of one engine are not taken for those of another.
     *
     * @param name {@code dl4j} or {@code libtorch}
     * @return a copy
     * @throws IllegalArgumentException if no engine has this name
     * @throws io.github.jukelab.network.EngineException if it cannot be used here, with the reason and what to do
     */
    public LearningCurveSettings withEngine(String name) {
        Engines.require(name);
        return new LearningCurveSettings(sizes, all, draws, networkDraws, epochs, splitRule, seed, Optional.of(name));
    }
}
