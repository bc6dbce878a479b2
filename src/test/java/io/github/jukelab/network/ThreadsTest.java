package io.github.jukelab.network;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

class ThreadsTest {

    private record Used(int openMp, int openBlas) {
        static Used now() {
            return new Used(
                    NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads(),
                    Nd4j.factory().blas().getMaxThreads());
        }

        void set() {
            NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(openMp);
            Nd4j.factory().blas().setMaxThreads(openBlas);
        }
    }

    /** For another thread; only a fault takes so long. */
    private static final int LIMIT = 30;

    private static final Used TWO = new Used(2, 2);
    private static final Used ONE = new Used(1, 1);

    private Used before;

    @BeforeEach
    void setTwo() {
        Backend.current();
        before = Used.now();
        TWO.set();
    }

    @AfterEach
    void reset() {
        before.set();
    }

    @Test
    void aSmallNetworkUsesOneThreadAndResetsTheNumber() {
        List<Used> used = new ArrayList<>();
        Network network = Rows.dense(1);
        Examples rows = Rows.examples(9, 1);
        Training.DEFAULT.withEpochs(1).fit(network, rows, rows, Progress.NONE, history -> {
            network.predict(rows);
            used.add(Used.now());
        });
        network.predict(rows, (done, total, what) -> used.add(Used.now()));

        assertThat(used).containsExactly(ONE, ONE);
        assertThat(Used.now()).isEqualTo(TWO);
    }

    @Test
    void resetsTheNumberAfterAnError() {
        Examples rows = Rows.examples(9, 1);
        assertThatThrownBy(() -> Training.DEFAULT.fit(Rows.dense(1), rows, rows, Progress.NONE, history -> {
                    throw new IllegalStateException("stop");
                }))
                .hasMessage("stop");

        assertThat(Used.now()).isEqualTo(TWO);
    }

    @Test
    void aLargeNetworkUsesAllThreads() {
        List<Used> used = new ArrayList<>();
        Network network =
                Network.of(Architectures.fiveBlocks(new Shape(1, 32, 32), 3, 1), Textures.LABELS, Textures.tiny(32));
        network.predict(Textures.examples(3, 32, 1), (done, total, what) -> used.add(Used.now()));

        assertThat(used).containsExactly(TWO);
    }

    @Test
    void countsMultiplicationsAtEveryPosition() {
        assertThat(Rows.dense(1).architecture().multiplications())
                .isEqualTo(7 * 512 + 513 * 256 + 257 * 128 + 129 * 64 + 65 * 3);
        Network small = Network.of(Architectures.small(new Shape(1, 8, 8), 3, 1), Textures.LABELS, Textures.TINY);
        assertThat(small.architecture().multiplications())
                .isEqualTo((416 + 64) * 16 + 4_640 * 16 + 128 * 4 + 18_496 * 4 + 256 + 73_856 + 512 + 387);
    }

    @Test
    void resetsTheNumberAfterConcurrentRuns() throws InterruptedException, ExecutionException, TimeoutException {
        ExecutorService two = Executors.newFixedThreadPool(2);
        CountDownLatch both = new CountDownLatch(2);
        CountDownLatch firstIsDone = new CountDownLatch(1);
        try {
            Future<?> first = two.submit(() -> Threads.run(1, () -> arrive(both)));
            Future<Integer> second = two.submit(() -> Threads.run(1, () -> {
                arrive(both);
                wait(firstIsDone);
                return Nd4j.factory().blas().getMaxThreads();
            }));
            first.get(LIMIT, SECONDS);
            firstIsDone.countDown();
            assertThat(second.get(LIMIT, SECONDS)).isEqualTo(1);
        } finally {
            two.shutdownNow();
        }
        assertThat(Nd4j.factory().blas().getMaxThreads()).isEqualTo(2);
    }

    private static boolean arrive(CountDownLatch both) {
        both.countDown();
        wait(both);
        return true;
    }

    private static void wait(CountDownLatch latch) {
        try {
            assertThat(latch.await(LIMIT, SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
