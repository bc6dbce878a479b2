package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.Subset;
import io.github.jukelab.evaluation.BenchmarkResult;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.FeatureVectors;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Evaluates the same classifiers with the same settings under several protocols, so that differences between the
 * results are due to the protocol.
 *
 * <p>Example: {@code Benchmark.of(1).with("5-NN", NearestNeighbours.of(5).standardised())}.
 *
 * <p>Notebook: 07-leakage-lab
 *
 * @param classifiers by name, in the order to show
 * @param seed of the resampling for the intervals
 */
public record Benchmark(Map<String, Classifier> classifiers, long seed) {

    /**
     * Copies the map.
     *
     * @param classifiers by name
     * @param seed of the resampling
     */
    public Benchmark {
        classifiers = Collections.unmodifiableMap(new LinkedHashMap<>(classifiers));
    }

    /**
     * A benchmark without classifiers; add them with {@link #with}.
     *
     * @param seed of the resampling for the intervals
     * @return the benchmark
     */
    public static Benchmark of(long seed) {
        return new Benchmark(Map.of(), seed);
    }

    /**
     * The same with one more classifier.
     *
     * @param name a short one, such as {@code 5-NN}; an existing classifier of this name is replaced
     * @param classifier with its settings
     * @return a copy
     */
    public Benchmark with(String name, Classifier classifier) {
        Map<String, Classifier> more = new LinkedHashMap<>(classifiers);
        more.put(name, classifier);
        return new Benchmark(more, seed);
    }

    /**
     * Trains every classifier on the training set of every split and evaluates it on the test set.
     *
     * @param protocols name → splits, such as {@link io.github.jukelab.dataset.Splits#protocols}
     * @param vectors of tracks or segments
     * @param dataset their tracks; the intervals resample their artists
     * @param progress called after each protocol
     * @return one result per protocol, in order; the predictions of all splits of a protocol are pooled
     * @throws IllegalArgumentException if there is no classifier, a protocol has no split, a subset has no vector, or a
     *     classifier cannot be trained on a training set
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public List<BenchmarkResult> run(
            Map<String, List<Split>> protocols, FeatureVectors vectors, Dataset dataset, Progress progress) {
        List<BenchmarkResult> results = new ArrayList<>();
        protocols.forEach((protocol, splits) -> {
            Map<String, Predictions> predictions = new LinkedHashMap<>();
            classifiers.forEach((name, classifier) -> predictions.put(name, predictions(classifier, vectors, splits)));
            results.add(new BenchmarkResult(protocol, predictions, dataset.artistGroups(), seed));
            progress.report(results.size(), protocols.size(), protocol);
        });
        return results;
    }

    private static Predictions predictions(Classifier classifier, FeatureVectors vectors, List<Split> splits) {
        List<Predictions> tests = new ArrayList<>();
        for (Split split : splits) {
            Progress.checkInterrupted();
            Model model = classifier.fit(vectors.on(split, Subset.TRAIN));
            tests.add(model.predict(vectors.on(split, Subset.TEST)));
        }
        return Predictions.pooled(tests);
    }

    @Override
    public String toString() {
        return "Benchmark" + classifiers.keySet();
    }
}
