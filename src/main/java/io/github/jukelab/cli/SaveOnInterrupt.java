package io.github.jukelab.cli;

import io.github.jukelab.network.Network;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Ctrl-C in a training: the training is stopped, and the best network so far is written before the program ends. */
final class SaveOnInterrupt implements AutoCloseable {

    /** Writing takes about a second; a program that hangs should end all the same. */
    private static final int PATIENCE = 30;

    private final Path out;
    private final PrintWriter err;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;
    private Optional<Network> network = Optional.empty();

    /** Watches over what the calling thread does until {@link #close}. */
    SaveOnInterrupt(Path out, PrintWriter err) {
        this.out = out;
        this.err = err;
        Thread working = Thread.currentThread();
        this.hook = new Thread(() -> stop(working));
        Runtime.getRuntime().addShutdownHook(hook);
    }

    void keep(Network network) {
        this.network = Optional.of(network);
    }

    private void stop(Thread working) {
        asked.set(true);
        working.interrupt();
        try {
            done.await(PATIENCE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        try {
            if (asked.get()) {
                Thread.interrupted();
                save();
            } else {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        } finally {
            done.countDown();
        }
    }

    private void save() throws IOException {
        Optional<Network> taught = network.filter(it -> !it.history().epochs().isEmpty());
        if (taught.isEmpty()) {
            err.printf("%njukelab: interrupted before the first epoch ended; nothing was written%n");
            return;
        }
        taught.get().save(out);
        err.printf(
                "%njukelab: interrupted; the network after %s is in %s, not judged%n",
                taught.get().history(), out);
    }
}
