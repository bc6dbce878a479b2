package io.github.jukelab.recipe;

import io.github.jukelab.classic.SettingsGrid;
import io.github.jukelab.dataset.DefaultDataset;
import io.github.jukelab.evaluation.Vote;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.ReduceLrOnPlateau;
import io.github.jukelab.network.Training;
import java.util.List;

/**
 * Jukelab's own baselines: simple models on one row of features per track. They take seconds, and each article should
 * have had one: a network that is no better has learned nothing that is worth its cost. There is no article, so there is
 * nothing to repair.
 *
 * <p>The features are {@link FeatureKind#MEL_STATISTICS}, standardised with the training set. The classical models learn
 * from training and validation set, and choose their settings by folds of groups within them.
 */
public final class BaselineRecipes {

    /** A support vector machine with the RBF kernel. */
    public static final Recipe SVM = recipe(
            "svm",
            "an SVM with the RBF kernel, settings chosen by folds, for any sounds",
            ClassicalLearner.of(SettingsGrid.SVM));

    /** Logistic regression. */
    public static final Recipe LOGISTIC = recipe(
            "logistic",
            "logistic regression, settings chosen by folds, for any sounds",
            ClassicalLearner.of(SettingsGrid.LOGISTIC));

    /** Nearest neighbours. */
    public static final Recipe KNN = recipe(
            "knn",
            "nearest neighbours, settings chosen by folds, for any sounds",
            ClassicalLearner.of(SettingsGrid.KNN));

    /** The dense network of the article on the feature table, stopped by the validation set. */
    public static final Recipe DENSE = recipe(
            "dense",
            "a dense network of four layers, for any sounds",
            new NetworkLearner(
                    Architectures::dense,
                    Training.DEFAULT
                            .withEpochs(600)
                            .withPlateau(ReduceLrOnPlateau.NONE)
                            .withPatience(50)));

    private static final List<Recipe> ALL = List.of(SVM, LOGISTIC, KNN, DENSE);

    private BaselineRecipes() {}

    private static Recipe recipe(String name, String description, Learner learner) {
        return new Recipe(
                name,
                description,
                Variant.REPAIRED,
                "none",
                DefaultDataset.MUSIC,
                ArticleSplit.REPAIRED,
                FeatureKind.MEL_STATISTICS.input(),
                NormalisationRule.TRAIN_BY_COLUMN,
                learner,
                Vote.MEAN,
                learner.epochs(),
                Recipe.ALL_FOLDS);
    }

    /**
     * A baseline on other features.
     *
     * @param recipe one of these
     * @param features of whole tracks, at least one kind; several stand side by side
     * @return the same model on these features
     * @throws IllegalArgumentException if the recipe is another one, whose input is part of its article
     * @throws java.io.UncheckedIOException if they need a file that this machine does not have
     */
    public static Recipe on(Recipe recipe, FeatureKind... features) {
        if (!ALL.contains(recipe)) {
            throw new IllegalArgumentException("features can be chosen for "
                    + String.join(", ", ALL.stream().map(Recipe::name).toList()) + ", not for " + recipe.name());
        }
        return recipe.with(FeatureKind.input(List.of(features)), recipe.learner());
    }
}
