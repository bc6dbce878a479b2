package io.github.jukelab.libtorch;

import io.github.jukelab.evaluation.Epoch;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Shape;
import io.github.jukelab.network.Architecture;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Backend;
import io.github.jukelab.network.Batch;
import io.github.jukelab.network.Batches;
import io.github.jukelab.network.Engine;
import io.github.jukelab.network.Engines;
import io.github.jukelab.network.Network;
import io.github.jukelab.network.Optimizer;
import io.github.jukelab.network.Training;
import io.github.jukelab.provenance.Build;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.bytedeco.pytorch.global.torch;

/**
 * What {@code tools/gpu_check.py} runs: libtorch on a card, or on the CPU, beside DL4J on the CPU. Prints one line for each
 * finding: {@code version NAME VALUE}, {@code check NAME DIFFERENCE LIMIT} or {@code time NAME VALUE}.
 */
final class CudaCheck {

    private static final Shape WINDOW = new Shape(1, 128, 129);
    private static final int ARTICLE_WINDOWS = 27_300;

    /** Of each measurement, in ns, so that the whole takes less than four minutes on two cores, too. */
    private static final long LIMIT = 8_000_000_000L;

    private static final int MIN_STEPS = 2;
    private static final int MAX_STEPS = 100;

    private final String device;

    private CudaCheck(String device) {
        this.device = device;
    }

    /**
     * Prints the findings.
     *
     * @param arguments {@code cpu} or {@code cuda:0}
     */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        new CudaCheck(arguments[0]).run();
    }

    private void run() {
        load();
        networks().forEach(this::compare);
        compareEpochs();
        compareBits();
        for (int batch : new int[] {32, 128, 512}) {
            time(batch);
        }
        timeEpoch();
    }

    private void load() {
        long start = System.nanoTime();
        Optional<String> obstacle = Libtorch.obstacle();
        if (obstacle.isEmpty() && device.equals(Cuda.FIRST)) {
            obstacle = Cuda.obstacle();
        }
        obstacle.ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        print("time", "load_s", seconds(start));
        print("version", "jukelab", Build.current());
        print("version", "java", System.getProperty("java.runtime.version"));
        print("version", "libtorch", Libtorch.version());
        print("version", "cards", torch.cuda_device_count());
        print("version", "cpu", Backend.current());
    }

    private static void print(String kind, String name, Object... values) {
        System.out.println(kind + " " + name + " "
                + String.join(" ", Arrays.stream(values).map(String::valueOf).toList()));
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }

    /** Those of all articles, as small as they can be made. */
    private static Map<String, Architecture> networks() {
        Map<String, Architecture> networks = new LinkedHashMap<>();
        networks.put("fiveBlocks", Architectures.fiveBlocks(WINDOW, 10, 1));
        networks.put("small", Architectures.small(new Shape(1, 64, 130), 10, 1));
        networks.put("dense", Architectures.dense(Shape.row(57), 10, 1));
        networks.put("averagePools", Architectures.averagePools(new Shape(3, 64, 64), 10, 1));
        networks.put("averagePoolsAsPrinted", Architectures.averagePoolsAsPrinted(new Shape(3, 64, 64), 10, 1));
        networks.put("wideKernels", Architectures.wideKernels(new Shape(1, 32, 32), 2, 1));
        networks.put("wideKernelsAsPrinted", Architectures.wideKernelsAsPrinted(new Shape(1, 32, 32), 2, 1));
        networks.put("threeConvolutions", Architectures.threeConvolutions(new Shape(1, 40, 50), 2, 1));
        return networks;
    }

    private void compare(String name, Architecture network) {
        Architecture architecture = Noise.withoutDropout(network).withOptimizer(new Optimizer.Sgd(1, 0.9, 0));
        Batch batch = Batches.of(Noise.examples(architecture, 16, 1));
        try (Engine cpu = Engines.require(Engines.DL4J).create(architecture);
                Engine engine = new LibtorchEngine(architecture, device)) {
            engine.setParameters(cpu.parameters());
            print("check", "outputs_" + name, difference(flat(cpu.outputs(batch)), flat(engine.outputs(batch))), 1e-4);
            cpu.train(batch);
            engine.train(batch);
            // after one step at rate 1 the memory of momentum is the gradient
            double gradients = difference(cpu.state().memory(), engine.state().memory());
            print("check", "gradients_" + name, gradients, 1e-2);
        }
    }

    private static float[] flat(float[][] rows) {
        float[] all = new float[rows.length * rows[0].length];
        IntStream.range(0, rows.length)
                .forEach(i -> System.arraycopy(rows[i], 0, all, i * rows[0].length, rows[0].length));
        return all;
    }

    /**
     * The length of the difference, as a share of the length of the vector. Single numbers would not do: where the two
     * largest values of a max-pool are nearly equal, rounding decides which of them gets the gradient.
     */
    private static double difference(float[] expected, float[] actual) {
        return length(i -> expected[i] - actual[i], expected.length) / length(i -> expected[i], expected.length);
    }

    private static double length(IntToDoubleFunction value, int count) {
        return Math.sqrt(IntStream.range(0, count)
                .mapToDouble(value)
                .map(number -> number * number)
                .sum());
    }

    /** Three epochs without dropout, by the training itself. */
    private void compareEpochs() {
        Architecture architecture = Noise.withoutDropout(Architectures.fiveBlocks(new Shape(1, 64, 65), 10, 1));
        History cpu = trained(architecture, Engines.DL4J);
        History history = trained(architecture, "libtorch");
        for (int i = 0; i < 3; i++) {
            Epoch expected = cpu.epochs().get(i);
            double loss = Math.abs(history.epochs().get(i).loss() / expected.loss() - 1);
            print("check", "loss_of_epoch_" + expected.number(), loss, 2e-3);
        }
    }

    private static History trained(Architecture architecture, String engine) {
        Examples examples = Noise.examples(architecture, 128, 1);
        Network network = Network.of(architecture, Noise.labels(architecture));
        return Training.DEFAULT.withEpochs(3).withBatch(32).withEngine(engine).fit(network, examples, examples);
    }

    /** The same seed twice, with dropout. */
    private void compareBits() {
        Architecture architecture = Architectures.fiveBlocks(WINDOW, 10, 1);
        Batch batch = Batches.of(Noise.examples(architecture, 32, 1));
        try (Engine start = Engines.require(Engines.DL4J).create(architecture);
                Engine first = new LibtorchEngine(architecture, device);
                Engine second = new LibtorchEngine(architecture, device)) {
            for (Engine engine : new Engine[] {first, second}) {
                engine.setParameters(start.parameters());
                engine.setSeed(7);
                IntStream.range(0, 3).forEach(i -> engine.train(batch));
            }
            print("check", "same_seed", difference(first.parameters(), second.parameters()), 0);
        }
    }

    private void time(int size) {
        double[] steps = steps(size, MAX_STEPS);
        print("time", "step_" + size + "_ms", 1e3 * median(steps));
        print("time", "step_" + size + "_count", steps.length);
    }

    /** Of article 004: all its windows once, in its batches. Where that takes too long, as many as are measured tell. */
    private void timeEpoch() {
        int batch = Training.ARTICLE_004.batch();
        int all = (ARTICLE_WINDOWS + batch - 1) / batch;
        double[] steps = steps(batch, all);
        print("time", "article_004_epoch_s", DoubleStream.of(steps).sum() * all / steps.length);
        print("time", "article_004_steps", all);
        print("time", "article_004_measured_steps", steps.length);
    }

    /** The seconds of each step, from the batch in the heap to the new weights. */
    private double[] steps(int size, int count) {
        Architecture architecture = Architectures.fiveBlocks(WINDOW, 10, 1);
        Batch batch = Batches.of(Noise.examples(architecture, size, 1));
        try (Engine engine = new LibtorchEngine(architecture, device)) {
            return engine.run(() -> {
                engine.train(batch);
                double[] seconds = new double[count];
                long start = System.nanoTime();
                int done = 0;
                while (done < count && (done < MIN_STEPS || System.nanoTime() - start < LIMIT)) {
                    long before = System.nanoTime();
                    engine.train(batch);
                    seconds[done++] = seconds(before);
                }
                return Arrays.copyOf(seconds, done);
            });
        }
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }
}
