package io.github.jukelab.cli;

import io.github.jukelab.Printable;
import io.github.jukelab.Progress;
import io.github.jukelab.network.Checkpoints;
import io.github.jukelab.recipe.RunListener;
import java.io.PrintWriter;
import java.util.Optional;

/** Prints titles and progress of a run, and what becomes of its checkpoints. */
class RunConsole implements RunListener {

    private final PrintWriter err;
    private final Checkpoints checkpoints;
    private Optional<TerminalProgress> shown = Optional.empty();

    RunConsole(PrintWriter err, Checkpoints checkpoints) {
        this.err = err;
        this.checkpoints = checkpoints.withMessages(this::print);
    }

    private void print(String message) {
        shown.ifPresent(TerminalProgress::endLine);
        err.println("jukelab: " + Printable.of(message));
    }

    @Override
    public Progress progress(String title) {
        err.println(Printable.of(title));
        shown = Optional.of(new TerminalProgress(err));
        return shown.get();
    }

    @Override
    public final Checkpoints checkpoints() {
        return checkpoints;
    }
}
