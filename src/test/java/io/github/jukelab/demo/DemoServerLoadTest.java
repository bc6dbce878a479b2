package io.github.jukelab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.signal.Waves;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many requests at a time. */
class DemoServerLoadTest {

    private static final int CLIENTS = 16;
    private static final int REQUESTS = 200;

    @TempDir
    Path folder;

    private Map<Integer, Integer> statuses(DemoClient demo, byte[] sound) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        Map<Integer, Integer> statuses = new TreeMap<>();
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            Callable<Integer> request = () -> demo.predict(sound).status();
            for (int i = 0; i < REQUESTS; i++) {
                answers.add(clients.submit(request));
            }
            for (Future<Integer> answer : answers) {
                statuses.merge(answer.get(), 1, Integer::sum);
            }
        } finally {
            clients.shutdownNow();
        }
        return statuses;
    }

    @Test
    void manyRequestsOfOneClient() throws Exception {
        try (DemoClient demo = DemoClient.start(folder)) {
            Map<Integer, Integer> statuses =
                    statuses(demo, Waves.noise(Waves.RATE, 1).toWav());
            assertThat(statuses.keySet()).isSubsetOf(200, 429, 503);
            assertThat(statuses).containsKey(200);
            demo.awaitIdle();
        }
        assertThat(folder).isEmptyDirectory();
    }

    /** As many as there are clients: only the queue may refuse. */
    @Test
    void manyRequestsOfManyClients() throws Exception {
        DemoLimits limits = new DemoLimits(1 << 20, 60, 60, CLIENTS);
        try (DemoClient demo = DemoClient.start(folder, limits)) {
            Map<Integer, Integer> statuses =
                    statuses(demo, Waves.noise(Waves.RATE, 1).toWav());
            assertThat(statuses.keySet()).isSubsetOf(200, 503);
            assertThat(statuses).containsKey(200);
            demo.awaitIdle();
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void closesWhileItWorks() throws Exception {
        DemoClient demo = DemoClient.start(folder);
        ExecutorService clients = Executors.newFixedThreadPool(4);
        try {
            byte[] sound = Waves.noise(60 * Waves.RATE, 1).toWav();
            for (int i = 0; i < 4; i++) {
                clients.submit(() -> demo.predict(sound));
            }
            for (int i = 0; i < 100 && demo.uploads().isEmpty(); i++) {
                Thread.sleep(20);
            }
        } finally {
            demo.close();
            clients.shutdownNow();
        }
        assertThat(folder).isEmptyDirectory();
    }
}
