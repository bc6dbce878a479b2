package io.github.jukelab.bench;

import io.github.jukelab.Progress;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.Shape;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Backend;
import io.github.jukelab.network.Network;
import io.github.jukelab.network.Training;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Milliseconds of a training step and of inference of the five-block network on noise, per batch size (default: 32 and
 * 128); peak resident memory on Linux; an epoch of the dense network. Arguments: a JSON file to write, then batch
 * sizes.
 */
public final class TrainingBenchmark {

    private static final int STEPS = 10;
    private static final List<String> LABELS =
            IntStream.range(0, 10).mapToObj(i -> "label " + i).toList();

    private TrainingBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int[] batches = arguments.length > 1
                ? Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray()
                : new int[] {32, 128};
        System.out.println(Backend.current());
        List<String> rows = new ArrayList<>();
        for (int batch : batches) {
            measure(batch, rows);
        }
        measureDense(rows);
        if (arguments.length > 0) {
            Files.writeString(Path.of(arguments[0]), "[" + String.join(",\n ", rows) + "]\n");
        }
    }

    private static void measure(int batch, List<String> rows) {
        Network network =
                Network.of(Architectures.fiveBlocks(new Shape(1, 128, 129), 10, 1), LABELS, MelWindows.AS_PRINTED);
        Examples train = noise(batch * STEPS, MelWindows.AS_PRINTED.shape());
        Examples one = train.only(List.of("0"));
        List<Long> ends = new ArrayList<>();
        Progress clock = (done, total, what) -> ends.add(System.nanoTime());
        Training.DEFAULT.withEpochs(1).withBatch(batch).fit(network, train, one, clock, history -> {});
        ends.remove(ends.size() - 1);
        double[] steps = differences(ends);
        double[] inference = new double[STEPS];
        Examples oneBatch =
                train.only(IntStream.range(0, batch).mapToObj(Integer::toString).toList());
        for (int i = 0; i < STEPS; i++) {
            long start = System.nanoTime();
            network.predict(oneBatch);
            inference[i] = (System.nanoTime() - start) / 1e6;
        }
        rows.add(row("training step, batch " + batch, "ms", steps));
        rows.add(row("inference, batch " + batch, "ms", inference));
        rows.add(row("peak memory, batch " + batch, "MB", peakMegabytes()));
    }

    private static void measureDense(List<String> rows) {
        Network network = Network.of(Architectures.dense(Shape.row(57), 10, 1), LABELS);
        Examples train = noise(800, Shape.row(57));
        double[] epochs =
                Training.DEFAULT.withEpochs(30).fit(network, train, train.only(List.of("0"))).epochs().stream()
                        .skip(10)
                        .mapToDouble(epoch -> 1e3 * epoch.seconds())
                        .toArray();
        rows.add(row("dense network, epoch of 800 rows", "ms", epochs));
    }

    static Examples noise(int count, Shape shape) {
        SplittableRandom random = new SplittableRandom(1);
        Stream<Example> examples = IntStream.range(0, count).mapToObj(i -> {
            float[] values = new float[shape.values()];
            for (int k = 0; k < values.length; k++) {
                values[k] = (float) random.nextDouble();
            }
            return new Example("" + i, "" + i, LABELS.get(i % 10), shape, values);
        });
        return Examples.of(LABELS, examples);
    }

    private static double[] differences(List<Long> ends) {
        return IntStream.range(1, ends.size())
                .mapToDouble(i -> (ends.get(i) - ends.get(i - 1)) / 1e6)
                .toArray();
    }

    private static String row(String name, String unit, double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        System.out.printf(Locale.ROOT, "  %-40s %9.2f %9.2f  %s%n", name, sorted[0], median, unit);
        return String.format(
                Locale.ROOT,
                "{\"name\": \"%s\", \"unit\": \"%s\", \"minimum\": %.2f, \"median\": %.2f, \"n\": %d}",
                name,
                unit,
                sorted[0],
                median,
                values.length);
    }

    private static long peakMegabytes() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("VmHWM"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }
}
