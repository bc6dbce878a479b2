package io.github.jukelab.bench;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.codec.LoadOptions;
import io.github.jukelab.demo.DemoLimits;
import io.github.jukelab.demo.DemoModel;
import io.github.jukelab.demo.DemoServer;
import io.github.jukelab.model.TrainedModel;
import io.github.jukelab.prediction.FilePredictor;
import io.github.jukelab.recipe.Recipe;
import io.github.jukelab.recipe.Recipes;
import io.github.jukelab.recipe.Variant;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * How long the demo takes for a wav file of 30 s, sent by one and by sixteen clients at a time, and how long the same
 * prediction takes without a server: the 95th of 100 times, in milliseconds, after 100 that warm up. The network is that
 * of {@code small-windows} or of the recipe that the system property {@code recipe} names, with random weights. One
 * client and no server take turns, ten times each, so that both see the same machine. The client costs as little as it
 * can: it holds the file, and writes it in one piece.
 */
public final class DemoBenchmark {

    private static final Recipe RECIPE =
            Recipes.recipe(System.getProperty("recipe", "small-windows"), Variant.REPAIRED);
    private static final List<String> LABELS = List.of("a", "b", "c", "d", "e", "f", "g", "h", "i", "j");
    private static final int WARM_UP = 100;
    private static final int REQUESTS = 100;
    private static final int TURN = 10;
    private static final int CLIENTS = 16;
    private static final int SECONDS = 30;
    private static final double NANOS_PER_MILLI = 1e6;

    private DemoBenchmark() {}

    /**
     * Measures.
     *
     * @param arguments the file for the results
     * @throws Exception if a request is refused
     */
    public static void main(String[] arguments) throws Exception {
        TrainedModel model = RECIPE.network(LABELS, RECIPE.preprocessing(), 1);
        Path file = Files.createTempFile("jukelab-bench", ".wav");
        DemoLimits limits = new DemoLimits(1 << 24, SECONDS, 600, CLIENTS);
        try (DemoServer server = DemoServer.start(List.of(new DemoModel("m", model)), "127.0.0.1", 0, limits)) {
            Files.write(file, Waves.noise(SECONDS * Waves.RATE, 1).toWav());
            FilePredictor predictor = new FilePredictor(model, "", 1);
            Callable<Object> inProcess = () -> predictor.predict("m", file, LoadOptions.WHOLE);
            Callable<Object> request = request(server.address(), file);
            for (int i = 0; i < WARM_UP; i++) {
                inProcess.call();
                request.call();
            }
            double[] alone = new double[REQUESTS];
            double[] one = new double[REQUESTS];
            for (int from = 0; from < REQUESTS; from += TURN) {
                measure(inProcess, alone, from);
                measure(request, one, from);
            }
            double[] many = atATime(request);
            write(Path.of(arguments[0]), alone, one, many);
        } finally {
            Files.delete(file);
        }
    }

    private static Callable<Object> request(URI address, Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        URL predict = address.resolve("/api/predict").toURL();
        return () -> {
            HttpURLConnection connection = (HttpURLConnection) predict.openConnection();
            connection.setDoOutput(true);
            connection.setRequestProperty("Content-Type", "audio/wav");
            connection.setFixedLengthStreamingMode(bytes.length);
            try (OutputStream out = connection.getOutputStream()) {
                out.write(bytes);
            }
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                throw new IOException("the demo answered " + status);
            }
            try (InputStream in = connection.getInputStream()) {
                return in.readAllBytes();
            }
        };
    }

    private static void measure(Callable<Object> work, double[] millis, int from) throws Exception {
        for (int i = from; i < from + TURN; i++) {
            millis[i] = millis(work);
        }
    }

    private static double millis(Callable<Object> work) throws Exception {
        long start = System.nanoTime();
        work.call();
        return (System.nanoTime() - start) / NANOS_PER_MILLI;
    }

    private static double[] atATime(Callable<Object> request) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            List<Future<Double>> times = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                times.add(clients.submit(() -> millis(request)));
            }
            double[] millis = new double[REQUESTS];
            for (int i = 0; i < REQUESTS; i++) {
                millis[i] = times.get(i).get();
            }
            return millis;
        } finally {
            clients.shutdownNow();
        }
    }

    private static double percentile95(double[] millis) {
        double[] sorted = millis.clone();
        Arrays.sort(sorted);
        return sorted[REQUESTS * 95 / 100 - 1];
    }

    private static void write(Path out, double[] alone, double[] one, double[] many) throws IOException {
        List<String> rows = List.of(
                row("demo: prediction without a server, p95", alone),
                row("demo: request of one client, p95", one),
                row("demo: request of 16 clients, p95", many));
        System.out.printf(
                Locale.ROOT, "  demo: one client / without a server  %9.2f%n", percentile95(one) / percentile95(alone));
        AtomicFile.write(out, part -> Files.writeString(part, "[" + String.join(",\n ", rows) + "]\n"));
    }

    private static String row(String name, double[] millis) {
        double minimum = Arrays.stream(millis).min().orElseThrow();
        double p95 = percentile95(millis);
        System.out.printf(Locale.ROOT, "  %-40s %9.2f %9.2f  ms%n", name, minimum, p95);
        return String.format(
                Locale.ROOT,
                "{\"name\": \"%s\", \"unit\": \"ms\", \"minimum\": %.2f, \"p95\": %.2f}",
                name,
                minimum,
                p95);
    }
}
