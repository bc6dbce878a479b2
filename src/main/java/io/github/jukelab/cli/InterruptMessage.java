package io.github.jukelab.cli;

import java.io.PrintWriter;
import java.util.concurrent.atomic.AtomicBoolean;

/** Prints a message if Ctrl-C ends the program during some work: it can come at any time, so a shutdown hook prints it. */
final class InterruptMessage implements AutoCloseable {

    private final AtomicBoolean finished = new AtomicBoolean();

    /** Waits for Ctrl-C until {@link #close}. */
    InterruptMessage(TerminalProgress progress, PrintWriter err, String message) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            if (!finished.get()) {
                progress.endLine();
                err.println("jukelab: " + message);
            }
        }));
    }

    @Override
    public void close() {
        finished.set(true);
    }
}
