package io.github.jukelab.cli;

import io.github.jukelab.Reasons;
import io.github.jukelab.network.Network;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** On Ctrl-C, stops the training and saves the best network so far before the program ends. */
final class SaveOnInterrupt implements AutoCloseable {

    /** Saving takes about a second; a program that hangs must still end. */
    private static final int MAX_SECONDS = 30;

    /** Saves a network that was not trained to the end. */
    @FunctionalInterface
    interface Saver {
        void save(Network network) throws IOException;
    }

    private final Path out;
    private final Saver saver;
    private final PrintWriter err;
    private final AtomicBoolean interrupted = new AtomicBoolean();
    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;
    private Optional<Network> network = Optional.empty();

    /** Waits for Ctrl-C until {@link #close}; the calling thread does the training. */
    SaveOnInterrupt(Path out, Saver saver, PrintWriter err) {
        this.out = out;
        this.saver = saver;
        this.err = err;
        Thread trainer = Thread.currentThread();
        this.hook = new Thread(() -> stop(trainer));
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** The network to save. */
    void setNetwork(Network network) {
        this.network = Optional.of(network);
    }

    private void stop(Thread trainer) {
        interrupted.set(true);
        trainer.interrupt();
        try {
            done.await(MAX_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try {
            if (interrupted.get()) {
                Thread.interrupted();
                save();
            } else {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        } finally {
            done.countDown();
        }
    }

    /** Says how it went: the exception that stopped the training hides any other. */
    private void save() {
        Optional<Network> trained = network.filter(it -> !it.history().epochs().isEmpty());
        if (trained.isEmpty()) {
            err.printf(Locale.ROOT, "%njukelab: interrupted before the first epoch ended; nothing was saved%n");
            return;
        }
        try {
            saver.save(trained.get());
            err.printf(
                    Locale.ROOT,
                    "%njukelab: interrupted; the network after %s is in %s; it was not evaluated; the same command goes on%n",
                    trained.get().history(),
                    out);
        } catch (IOException e) {
            err.printf(
                    Locale.ROOT,
                    "%njukelab: interrupted; the network could not be saved in %s: %s%n",
                    out,
                    Reasons.of(e));
        }
    }
}
