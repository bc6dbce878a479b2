package io.github.jukelab.exercise;

import static io.github.jukelab.exercise.Verdict.text;

import io.github.jukelab.classic.Classifier;
import io.github.jukelab.classic.Svm;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.Splits;
import io.github.jukelab.dataset.Subset;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.FeatureVectors;
import io.github.jukelab.input.StandardScaler;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Exercises of the notebook {@code 02-feature-tables}. */
final class FeatureTablesExercises {

    private static final Parameter<Map<String, Predictions>> CANDIDATES =
            new Parameter<>("candidates", "a Map of names and Predictions", FeatureTablesExercises::candidates);

    static final List<Exercise> ALL = List.of(
            Exercise.of(
                    "02.1",
                    "A scaler is fitted by StandardScaler.of(rows) and used by scaler.apply(rows). Fit it once, to all"
                            + " rows, and use it for both the training rows and the test rows; the model gets no test row.",
                    Parameter.of("leaky", Predictions.class),
                    Parameter.of("vectors", FeatureVectors.class),
                    Parameter.of("split", Split.class),
                    FeatureTablesExercises::leakyScaler),
            Exercise.of(
                    "02.2",
                    "vectors.on(fold, Subset.TRAIN) are the training rows of a fold, and a stream of the folds becomes a"
                            + " list of predictions by map and toList.",
                    Parameter.of("pooled", Predictions.class),
                    Parameter.of("vectors", FeatureVectors.class),
                    Parameter.of("dataset", Dataset.class),
                    FeatureTablesExercises::allFolds),
            Exercise.of(
                    "02.3",
                    "Choosing is part of training: whatever you choose by is used up, and cannot tell afterwards how good"
                            + " the chosen one is. Which of the three subsets is there for that?",
                    Parameter.text("name"),
                    CANDIDATES,
                    Parameter.of("split", Split.class),
                    FeatureTablesExercises::chosen),
            Exercise.of(
                    "02.4",
                    "Purity is 1 if no cluster has rows of two labels. When is that so even if labels are assigned at"
                            + " random?",
                    Parameter.number("clusters"),
                    Parameter.of("train", FeatureVectors.class),
                    FeatureTablesExercises::purity));

    private FeatureTablesExercises() {}

    private static Verdict leakyScaler(Predictions leaky, FeatureVectors vectors, Split split) {
        FeatureVectors train = vectors.on(split, Subset.TRAIN);
        FeatureVectors test = vectors.on(split, Subset.TEST);
        if (!tracks(leaky).equals(Set.copyOf(test.ids()))) {
            return Verdict.notYet("these are not the predictions for the test rows of this split.");
        }
        Predictions repaired = predictions(StandardScaler.of(train), train, test);
        if (isSame(leaky, repaired)) {
            return Verdict.notYet("these are what a scaler of the training rows gives: nothing leaks.");
        }
        return Verdict.of(
                isSame(leaky, predictions(StandardScaler.of(vectors), train, test)),
                text(
                        "%.1f %% with the fault, %.1f %% without: the difference is what it is worth here.",
                        percent(leaky), percent(repaired)),
                "neither a scaler of all rows nor one of the training rows gives these. To which rows was yours fitted, and"
                        + " was the same one applied to training and test rows?");
    }

    private static Predictions predictions(StandardScaler scaler, FeatureVectors train, FeatureVectors test) {
        return Svm.rbf(10).fit(scaler.apply(train)).predict(scaler.apply(test));
    }

    /** Up to rounding. */
    private static boolean isSame(Predictions some, Predictions others) {
        Map<String, Prediction> byId = others.rows().stream().collect(Collectors.toMap(Prediction::id, row -> row));
        return some.labels().equals(others.labels())
                && some.rows().stream().allMatch(row -> isSame(row, byId.get(row.id())));
    }

    private static boolean isSame(Prediction one, Prediction other) {
        float[] some = one.probabilities();
        return other != null
                && IntStream.range(0, some.length).allMatch(i -> Math.abs(some[i] - other.probabilities()[i]) <= 1e-5);
    }

    private static Verdict allFolds(Predictions pooled, FeatureVectors vectors, Dataset dataset) {
        List<Split> folds = Splits.artistFolds(dataset);
        Set<String> tested =
                folds.stream().flatMap(fold -> fold.test().stream()).collect(Collectors.toSet());
        int rows = pooled.rows().size();
        int tracks = tracks(pooled).size();
        if (tracks < rows) {
            return Verdict.notYet(text("%d predictions are for only %d tracks.", rows, tracks)
                    + " Every track is in the test set of one fold.");
        }
        if (!tracks(pooled).equals(tested)) {
            return Verdict.notYet(text("they are for %d tracks, and %d are in a test set.", rows, tested.size()));
        }
        Classifier svm = Svm.rbf(10).standardised();
        List<Predictions> each = folds.stream()
                .map(fold -> svm.fit(vectors.on(fold, Subset.TRAIN)).predict(vectors.on(fold, Subset.TEST)))
                .toList();
        String alone = each.stream().map(fold -> text("%.1f", percent(fold))).collect(Collectors.joining(", "));
        return Verdict.of(
                Math.abs(percent(pooled) - percent(Predictions.pooled(each))) < 0.1,
                "each track once, by a model that knows no track of its artist. The folds alone: " + alone
                        + " %. So much depends on which artists are tested.",
                text("%.1f %% is not what these models reach.", percent(pooled))
                        + " Did each of them know only the training rows of its own fold?");
    }

    private static Verdict chosen(String name, Map<String, Predictions> candidates, Split split) {
        if (candidates.size() < 2 || !candidates.containsKey(name)) {
            return Verdict.notYet("two or more candidates are needed, and '" + name + "' must be one of them, got "
                    + new TreeSet<>(candidates.keySet()) + ".");
        }
        Set<String> seen = candidates.values().stream()
                .flatMap(predictions -> tracks(predictions).stream())
                .collect(Collectors.toSet());
        if (seen.equals(Set.copyOf(split.test()))) {
            return Verdict.notYet("you chose on the test set. What is left to tell how good the chosen one is?");
        }
        if (!candidates.values().stream().allMatch(one -> tracks(one).equals(Set.copyOf(split.validation())))) {
            return Verdict.notYet(
                    "these are not predictions for one and the same subset that was neither trained on nor"
                            + " kept for the end.");
        }
        double best = candidates.values().stream()
                .mapToDouble(FeatureTablesExercises::percent)
                .max()
                .orElseThrow();
        return Verdict.of(
                percent(candidates.get(name)) == best,
                text("it has the most of the %d validation tracks right, %.1f %%.", seen.size(), best)
                        + " Its test accuracy, computed once, is the one to report.",
                text(
                        "it has %.1f %% of the validation tracks right. Is there none with more?",
                        percent(candidates.get(name))));
    }

    private static Optional<Map<String, Predictions>> candidates(Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return Optional.empty();
        }
        Map<String, Predictions> candidates = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            if (!(entry.getKey() instanceof String name) || !(entry.getValue() instanceof Predictions predictions)) {
                return Optional.empty();
            }
            candidates.put(name, predictions);
        }
        return Optional.of(candidates);
    }

    private static Verdict purity(double clusters, FeatureVectors train) {
        int rows = train.size();
        if (clusters > rows) {
            return Verdict.notYet("there are not so many rows to put into clusters.");
        }
        return Verdict.of(
                clusters == rows,
                "every cluster has one row, so none has two labels, and nothing was found. A purity means something only"
                        + " beside the number of clusters.",
                text("of %d rows two then share a cluster, whatever k-means does. Must they have one label?", rows));
    }

    private static Set<String> tracks(Predictions predictions) {
        return predictions.rows().stream().map(Prediction::track).collect(Collectors.toSet());
    }

    private static double percent(Predictions predictions) {
        return 100 * Evaluation.of(predictions).accuracy();
    }
}
