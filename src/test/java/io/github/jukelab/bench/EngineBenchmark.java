package io.github.jukelab.bench;

import com.sun.management.OperatingSystemMXBean;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.network.Architecture;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Batch;
import io.github.jukelab.network.Batches;
import io.github.jukelab.network.Engine;
import io.github.jukelab.network.EngineException;
import io.github.jukelab.network.Engines;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A training step and inference of the five-block network on noise, by each engine that can be used, in turn: wall and
 * processor time in milliseconds. Arguments: a JSON file to write, the number of rounds, batch sizes.
 */
public final class EngineBenchmark {

    private static final int WARM_UP = 3;

    private static final OperatingSystemMXBean SYSTEM =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    /** One work of one engine, and its times. */
    private record Work(String name, String engine, Runnable work, List<Double> wall, List<Double> processor) {

        Work(String name, String engine, Runnable work) {
            this(name, engine, work, new ArrayList<>(), new ArrayList<>());
        }

        void measure() {
            long start = System.nanoTime();
            long busy = SYSTEM.getProcessCpuTime();
            work.run();
            processor.add((SYSTEM.getProcessCpuTime() - busy) / 1e6);
            wall.add((System.nanoTime() - start) / 1e6);
        }

        String json() {
            return "{\"name\": \"" + name + "\", \"engine\": \"" + engine + "\", \"wall\": " + numbers(wall)
                    + ", \"processor\": " + numbers(processor) + "}";
        }

        private static String numbers(List<Double> values) {
            return values.stream()
                    .map(value -> String.format(Locale.ROOT, "%.2f", value))
                    .collect(Collectors.joining(", ", "[", "]"));
        }
    }

    private EngineBenchmark() {}

    public static void main(String[] arguments) throws IOException {
        int rounds = Integer.parseInt(arguments[1]);
        int[] batches =
                Arrays.stream(arguments).skip(2).mapToInt(Integer::parseInt).toArray();
        List<String> rows = new ArrayList<>();
        for (int batch : batches) {
            measure(batch, rounds).forEach(work -> rows.add(work.json()));
        }
        Files.writeString(Path.of(arguments[0]), "[" + String.join(",\n ", rows) + "]\n");
    }

    private static List<Work> measure(int size, int rounds) {
        Architecture architecture = Architectures.fiveBlocks(MelWindows.AS_PRINTED.shape(), 10, 1);
        Batch batch = Batches.of(TrainingBenchmark.noise(size, architecture.input()));
        Map<String, Engine> engines = engines(architecture);
        List<Work> works = new ArrayList<>();
        engines.forEach((name, engine) ->
                works.add(new Work("training step, batch " + size, name, () -> engine.run(() -> engine.train(batch)))));
        engines.forEach((name, engine) ->
                works.add(new Work("inference, batch " + size, name, () -> engine.run(() -> engine.outputs(batch)))));
        for (int i = 0; i < WARM_UP; i++) {
            works.forEach(each -> each.work.run());
        }
        for (int i = 0; i < rounds; i++) {
            works.forEach(Work::measure);
        }
        engines.values().forEach(Engine::close);
        return works;
    }

    /** With the same parameters. */
    private static Map<String, Engine> engines(Architecture architecture) {
        Map<String, Engine> engines = new LinkedHashMap<>();
        Engine first = Engines.require(Engines.DL4J).create(architecture);
        engines.put(Engines.DL4J, first);
        try {
            Engine other = Engines.require("libtorch").create(architecture);
            other.setParameters(first.parameters());
            engines.put("libtorch", other);
        } catch (EngineException e) {
            System.out.println(e.getMessage());
        }
        return engines;
    }
}
