package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.Subset;
import io.github.jukelab.evaluation.BenchmarkResult;
import io.github.jukelab.evaluation.Predictions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same classifiers with the same settings, to be tried under one protocol after the other. Whatever then differs
 * between two trials is the protocol's doing.
 *
 * <p>Example: {@code Benchmark.of(1).with("5-NN", NearestNeighbours.of(5).standardised())}.
 *
 * <p>Notebook: 07-leakage-lab
 *
 * @param classifiers by name, in the order to show
 * @param seed of the draws for the intervals
 */
public record Benchmark(Map<String, Classifier> classifiers, long seed) {

    /**
     * Copies the map.
     *
     * @param classifiers by name
     * @param seed of the draws
     */
    public Benchmark {
        classifiers = Collections.unmodifiableMap(new LinkedHashMap<>(classifiers));
    }

    /**
     * A benchmark to which classifiers are yet to be added.
     *
     * @param seed of the draws for the intervals
     * @return without classifiers
     */
    public static Benchmark of(long seed) {
        return new Benchmark(Map.of(), seed);
    }

    /**
     * The same with one more classifier.
     *
     * @param name a short one, such as {@code 5-NN}; one of this name that is there already is replaced
     * @param classifier with its settings, which stay the same in all trials
     * @return a copy
     */
    public Benchmark with(String name, Classifier classifier) {
        Map<String, Classifier> more = new LinkedHashMap<>(classifiers);
        more.put(name, classifier);
        return new Benchmark(more, seed);
    }

    /**
     * Every classifier learns from the training set of every split and is asked about its test set.
     *
     * @param protocols name → splits, such as {@link io.github.jukelab.dataset.Splits#protocols}
     * @param samples tracks or segments
     * @param dataset their tracks, whose artists are drawn for the intervals
     * @param progress told about each protocol
     * @return what they said, one trial a protocol, in order; all splits of a protocol together
     * @throws IllegalArgumentException if there is no classifier, a protocol has no split, a subset has no sample, or a
     *     classifier cannot learn from one
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public List<BenchmarkResult> run(
            Map<String, List<Split>> protocols, FeatureVectors samples, Dataset dataset, Progress progress) {
        List<BenchmarkResult> trials = new ArrayList<>();
        protocols.forEach((protocol, splits) -> {
            Map<String, Predictions> said = new LinkedHashMap<>();
            classifiers.forEach((name, classifier) -> said.put(name, predictions(classifier, samples, splits)));
            trials.add(new BenchmarkResult(protocol, said, dataset.artistGroups(), seed));
            progress.report(trials.size(), protocols.size(), protocol);
        });
        return trials;
    }

    private static Predictions predictions(Classifier classifier, FeatureVectors samples, List<Split> splits) {
        List<Predictions> tests = new ArrayList<>();
        for (Split split : splits) {
            Progress.checkInterrupted();
            Model model = classifier.fit(samples.on(split, Subset.TRAIN));
            tests.add(model.predict(samples.on(split, Subset.TEST)));
        }
        return Predictions.pooled(tests);
    }

    @Override
    public String toString() {
        return "Benchmark" + classifiers.keySet();
    }
}
