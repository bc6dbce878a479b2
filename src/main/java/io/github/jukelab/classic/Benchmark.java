package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import io.github.jukelab.corpus.Side;
import io.github.jukelab.corpus.Split;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same classifiers with the same settings, to be tried under one protocol after the other. Whatever then differs
 * between two trials is the protocol's doing.
 *
 * <p>Example: {@code Benchmark.of(corpus.artistGroups(), 1).with("5-NN", NearestNeighbours.of(5).standardised())}.
 *
 * <p>Notebook: 07-leakage-lab
 *
 * @param classifiers by name, in the order to show
 * @param groups the group of each song, by track: what is drawn for the intervals; a song that is not in it is a group
 *     by itself
 * @param seed of those draws
 */
public record Benchmark(Map<String, Classifier> classifiers, Map<String, String> groups, long seed) {

    /**
     * Copies the maps.
     *
     * @param classifiers by name
     * @param groups the group of each song
     * @param seed of the draws
     */
    public Benchmark {
        classifiers = Collections.unmodifiableMap(new LinkedHashMap<>(classifiers));
        groups = Map.copyOf(groups);
    }

    /**
     * A benchmark to which classifiers are yet to be added.
     *
     * @param groups the group of each song, by track, such as {@link io.github.jukelab.corpus.Corpus#artistGroups()}
     * @param seed of the draws for the intervals
     * @return without classifiers
     */
    public static Benchmark of(Map<String, String> groups, long seed) {
        return new Benchmark(Map.of(), groups, seed);
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
        return new Benchmark(more, groups, seed);
    }

    /**
     * Every classifier learns from the training side of every split and is asked about its test side.
     *
     * @param protocol how the splits were made, a few words
     * @param samples songs or pieces
     * @param splits at least one
     * @param progress told about each classifier and split
     * @return what they said, all splits together
     * @throws IllegalArgumentException if there is no classifier or no split, a side has no sample, or a classifier
     *     cannot learn from one
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public Trial under(String protocol, Samples samples, List<Split> splits, Progress progress) {
        Map<String, Predictions> said = new LinkedHashMap<>();
        for (String name : classifiers.keySet()) {
            List<Predictions> tests = new ArrayList<>();
            for (Split split : splits) {
                Progress.checkInterrupted();
                Model model = classifiers.get(name).fit(samples.on(split, Side.TRAIN));
                tests.add(model.predict(samples.on(split, Side.TEST)));
                long done = (long) said.size() * splits.size() + tests.size();
                progress.report(done, (long) classifiers.size() * splits.size(), name + ", " + split.name());
            }
            said.put(name, Predictions.pooled(tests));
        }
        return new Trial(protocol, said, groups, seed);
    }

    @Override
    public String toString() {
        return "Benchmark" + classifiers.keySet();
    }
}
