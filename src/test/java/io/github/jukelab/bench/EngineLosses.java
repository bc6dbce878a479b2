package io.github.jukelab.bench;

import io.github.jukelab.Progress;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetLocator;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.network.Architecture;
import io.github.jukelab.network.Engines;
import io.github.jukelab.network.Layer;
import io.github.jukelab.network.Network;
import io.github.jukelab.network.Training;
import io.github.jukelab.recipe.NetworkLearner;
import io.github.jukelab.recipe.Recipe;
import io.github.jukelab.recipe.Recipes;
import io.github.jukelab.recipe.Variant;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * The training losses of every recipe's network by DL4J and by libtorch, on the synthetic data sets, as a Markdown table:
 * three epochs with the same seed, without dropout; then with it, from the lowest to the highest of three seeds. One column
 * says how far an engine is from itself if every number of the examples is moved to a neighbour, up or down, in 32 bits: the
 * largest difference in three such moves by each engine. What differs so much by rounding alone cannot agree better between
 * two engines.
 * Arguments: names of recipes; all without one.
 */
public final class EngineLosses {

    private static final int EPOCHS = 3;
    private static final int SEEDS = 3;
    private static final int MOVES = 3;
    private static final List<String> ENGINES = List.of(Engines.DL4J, "libtorch");

    private EngineLosses() {}

    public static void main(String[] names) throws IOException {
        DatasetLocator locator = new DatasetLocator(Path.of("."), Map.of());
        System.out.println("| recipe | epoch | DL4J | libtorch | apart | moved | with dropout: DL4J | libtorch |");
        System.out.println("|---|---:|---:|---:|---:|---:|---:|---:|");
        for (Variant variant : Variant.values()) {
            for (Recipe recipe : Recipes.all(variant)) {
                boolean asked = names.length == 0 || List.of(names).contains(recipe.name());
                if (asked && recipe.learner() instanceof NetworkLearner learner) {
                    print(recipe, learner, locator.synthetic(recipe.defaultDataset(), Progress.NONE));
                }
            }
        }
    }

    private static void print(Recipe recipe, NetworkLearner learner, Dataset dataset) throws IOException {
        Examples all = recipe.examples(dataset, Progress.NONE);
        Split split = recipe.split(dataset, all.segments(), 42);
        Examples train = all.only(recipe.order(split.train()));
        Examples few = all.only(recipe.order(split.test().subList(0, 1)));
        Preprocessing fitted = recipe.fitted(all, train);
        boolean drops = architecture(learner, fitted, train, true).layers().stream()
                .anyMatch(layer -> layer instanceof Layer.Dropout);
        List<double[]> exact = ENGINES.stream()
                .map(engine -> losses(learner, fitted, train, few, engine, 42, false))
                .toList();
        double[] moved = new double[EPOCHS];
        for (int move = 1; move <= MOVES; move++) {
            Examples neighbours = moved(train, move);
            for (int engine = 0; engine < ENGINES.size(); engine++) {
                double[] losses = losses(learner, fitted, neighbours, few, ENGINES.get(engine), 42, false);
                double[] own = exact.get(engine);
                Arrays.setAll(moved, i -> Math.max(moved[i], Math.abs(losses[i] - own[i]) / own[i]));
            }
        }
        List<List<double[]>> seeds = ENGINES.stream()
                .map(engine -> LongStream.range(42, 42 + (drops ? SEEDS : 0))
                        .mapToObj(seed -> losses(learner, fitted, train, few, engine, seed, true))
                        .toList())
                .toList();
        for (int i = 0; i < EPOCHS; i++) {
            double dl4j = exact.get(0)[i];
            double libtorch = exact.get(1)[i];
            System.out.printf(
                    Locale.ROOT,
                    "| %s, %s | %d | %.5f | %.5f | %.4f %% | %.4f %% | %s | %s |%n",
                    recipe.name(),
                    recipe.variant(),
                    i + 1,
                    dl4j,
                    libtorch,
                    100 * Math.abs(libtorch - dl4j) / dl4j,
                    100 * moved[i],
                    range(seeds.get(0), i),
                    range(seeds.get(1), i));
        }
    }

    private static Examples moved(Examples examples, int move) {
        SplittableRandom random = new SplittableRandom(move);
        return Examples.of(
                examples.labels(), IntStream.range(0, examples.size()).mapToObj(i -> {
                    float[] values = examples.values(i);
                    for (int k = 0; k < values.length; k++) {
                        values[k] = random.nextBoolean() ? Math.nextUp(values[k]) : Math.nextDown(values[k]);
                    }
                    String label = examples.labels().get(examples.label(i).orElseThrow());
                    return new Example(examples.id(i), examples.track(i), label, examples.shape(), values);
                }));
    }

    private static String range(List<double[]> seeds, int epoch) {
        if (seeds.isEmpty()) {
            return "no dropout";
        }
        var sorted = seeds.stream()
                .flatMapToDouble(losses -> DoubleStream.of(losses[epoch]))
                .sorted()
                .toArray();
        return String.format(Locale.ROOT, "%.4f to %.4f", sorted[0], sorted[sorted.length - 1]);
    }

    private static double[] losses(
            NetworkLearner learner,
            Preprocessing fitted,
            Examples train,
            Examples validation,
            String engine,
            long seed,
            boolean dropout) {
        Architecture architecture = architecture(learner, fitted, train, dropout);
        Training training = learner.training().withEpochs(EPOCHS).withSeed(seed).withEngine(engine);
        History history = training.fit(Network.of(architecture, train.labels(), fitted), train, validation);
        return history.epochs().stream().mapToDouble(Epoch::loss).toArray();
    }

    private static Architecture architecture(
            NetworkLearner learner, Preprocessing fitted, Examples train, boolean dropout) {
        Architecture whole =
                learner.architecture().of(fitted.shape(), train.labels().size(), 42);
        List<Layer> layers = whole.layers().stream()
                .filter(layer -> dropout || !(layer instanceof Layer.Dropout))
                .toList();
        return new Architecture(
                whole.input(),
                whole.classes(),
                whole.seed(),
                whole.initializer(),
                whole.optimizer(),
                layers,
                whole.outputL2(),
                whole.loss());
    }
}
