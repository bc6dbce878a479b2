package io.github.jukelab.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class WorkersTest {

    @Test
    void givesResultsAndFailures() throws Exception {
        try (Workers workers = new Workers(1)) {
            assertThat(workers.run(() -> 42, 10)).isEqualTo(42);
            assertThatThrownBy(() -> workers.run(
                            () -> {
                                throw new IllegalStateException("broken");
                            },
                            10))
                    .isInstanceOf(ExecutionException.class)
                    .hasRootCauseMessage("broken");
        }
    }

    /** When the call returns, the work has ended: its file can be removed. */
    @Test
    void interruptsWorkThatTakesTooLong() throws Exception {
        AtomicBoolean ended = new AtomicBoolean();
        try (Workers workers = new Workers(1)) {
            assertThatThrownBy(() -> workers.run(
                            () -> {
                                try {
                                    Thread.sleep(60_000);
                                } finally {
                                    ended.set(true);
                                }
                                return 0;
                            },
                            1))
                    .hasMessage("The prediction took longer than the limit of 1 seconds.");
            assertThat(ended).isTrue();
        }
    }

    @Test
    void dropsWorkThatWaitsTooLong() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch running = new CountDownLatch(1);
        try (Workers workers = new Workers(1)) {
            Thread first = new Thread(() -> {
                try {
                    workers.run(
                            () -> {
                                running.countDown();
                                release.await();
                                return 0;
                            },
                            60);
                } catch (ExecutionException | RequestFailure e) {
                    throw new AssertionError(e);
                }
            });
            first.start();
            running.await();
            assertThat(workers.running()).isEqualTo(1);
            assertThatThrownBy(() -> workers.run(() -> 1, 1)).hasMessageContaining("took longer");
            assertThat(workers.waiting()).isZero();
            release.countDown();
            first.join();
        }
    }

    @Test
    void refusesWorkAfterItsEnd() {
        Workers workers = new Workers(1);
        workers.close();
        assertThatThrownBy(() -> workers.run(() -> 1, 1)).hasMessageContaining("busy");
    }
}
