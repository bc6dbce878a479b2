package io.github.jukelab.network;

import io.github.jukelab.Progress;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.input.Examples;
import io.github.jukelab.provenance.Cost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/** One training with its checkpoints. Whatever is wrong with these is told, and the training goes on. */
final class CheckpointedRun implements AutoCloseable {

    /**
     * An open folder.
     *
     * @param start the fingerprint of where the training began
     */
    private record Opened(String start, CheckpointFolder folder, Optional<Checkpoint> latest) {}

    private final Checkpoints checkpoints;
    private final Network network;
    private final Cost.Stopwatch stopwatch = Cost.start();

    private Optional<Opened> opened = Optional.empty();
    private long due = System.nanoTime();
    private boolean failing;
    private boolean resumable;
    private boolean finished;

    private CheckpointedRun(Checkpoints checkpoints, Network network) {
        this.checkpoints = checkpoints;
        this.network = network;
    }

    /** Finds the checkpoints of a training; those of another one are never used. */
    static CheckpointedRun open(
            Checkpoints checkpoints, Training training, Network network, Examples train, Examples validation) {
        CheckpointedRun run = new CheckpointedRun(checkpoints, network);
        if (checkpoints.folder().isPresent()) {
            run.open(checkpoints.folder().get(), training, train, validation);
        }
        return run;
    }

    private void open(Path all, Training training, Examples train, Examples validation) {
        Progress.checkInterrupted();
        try {
            String settings = RunFingerprint.settings(training, network, train, validation);
            opened = find(all, settings);
            if (opened.isEmpty()) {
                checkpoints.tell("the same training is running already: this one keeps no checkpoints");
            }
        } catch (IllegalArgumentException e) { // an augmentation that is a function
            checkpoints.tell("no checkpoints are kept, as the training cannot be recognised: " + e.getMessage());
        } catch (IOException e) {
            checkpoints.tell("no checkpoints are kept: " + e.getMessage());
        }
        opened.ifPresent(run -> tellBegin(run.latest(), training));
    }

    /** If the network was left by an unfinished training, that one; otherwise one that began where the network is. */
    private Optional<Opened> find(Path all, String settings) throws IOException {
        Optional<String> left = network.start().filter(start -> !checkpoints.beginsAnew());
        if (left.isPresent()) {
            Optional<Opened> unfinished = open(all, settings, left.get());
            if (unfinished.isEmpty() || unfinished.get().latest().isPresent()) {
                return unfinished;
            }
            remove(unfinished.get().folder());
        }
        return open(all, settings, RunFingerprint.start(network.engine()));
    }

    private Optional<Opened> open(Path all, String settings, String start) throws IOException {
        Optional<CheckpointFolder> folder = CheckpointFolder.open(all, RunFingerprint.of(settings, start));
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (checkpoints.beginsAnew()) {
                folder.get().clear();
            }
            int parameters = (int) network.parameters();
            Optional<Checkpoint> latest = folder.get().latest(parameters, checkpoints::tell);
            return Optional.of(new Opened(start, folder.get(), latest));
        } catch (IOException e) {
            folder.get().close();
            throw e;
        }
    }

    private void tellBegin(Optional<Checkpoint> latest, Training training) {
        resumable = latest.isPresent();
        if (latest.isPresent()) {
            checkpoints.addEarlier(latest.get().cost());
            boolean done = training.isFinished(new History(latest.get().epochs()));
            checkpoints.tell(
                    done
                            ? "was finished after epoch " + latest.get().epoch() + ", and is not trained again"
                            : "resumed after epoch " + latest.get().epoch() + " of " + training.epochs());
        } else if (checkpoints.tellsIfNone()) {
            checkpoints.tell("there is no unfinished training to resume: it begins with epoch 1");
        }
    }

    /** What the training goes on with. */
    Optional<Checkpoint> latest() {
        return opened.flatMap(Opened::latest);
    }

    boolean isTimeOver() {
        return checkpoints.isTimeOver();
    }

    /**
     * Writes a checkpoint if it is time for one.
     *
     * @param last whether the training is finished
     * @param checkpoint takes the cost so far
     */
    void epochEnded(boolean last, Function<Cost, Checkpoint> checkpoint) {
        boolean wanted = last ? checkpoints.keepsFinished() : System.nanoTime() - due >= 0;
        if (wanted && opened.isPresent()) {
            long begun = System.nanoTime();
            write(opened.get().folder(), checkpoint.apply(cost()));
            long now = System.nanoTime();
            due = now + checkpoints.pause() * (now - begun);
        }
    }

    private Cost cost() {
        Cost now = stopwatch.elapsed();
        return latest().map(Checkpoint::cost).map(now::plus).orElse(now);
    }

    /** Told once until it works again: a full disk may be full for hours. */
    private void write(CheckpointFolder folder, Checkpoint checkpoint) {
        try {
            folder.write(checkpoint);
            resumable = true;
            failing = false;
        } catch (IOException e) {
            if (!failing && !Thread.currentThread().isInterrupted()) {
                checkpoints.tell(e.getMessage() + "; the training goes on, and tries again after the next epochs");
                failing = true;
            }
        }
    }

    /** The training is not to go on. */
    void finish() {
        finished = true;
    }

    @Override
    public void close() {
        network.setStart(opened.map(Opened::start).filter(start -> resumable && !finished));
        try {
            if (opened.isPresent()) {
                close(opened.get().folder());
            }
        } catch (IOException e) {
            checkpoints.tell("old checkpoints cannot be deleted: " + e.getMessage());
        }
    }

    private void close(CheckpointFolder folder) throws IOException {
        if (finished && checkpoints.keepsFinished()) {
            checkpoints.addFinished(folder.path());
            folder.close();
        } else if (finished || !resumable) {
            remove(folder);
        } else {
            folder.close();
        }
    }

    private static void remove(CheckpointFolder folder) throws IOException {
        folder.close();
        CheckpointFolder.remove(folder.path());
    }

    @Override
    public String toString() {
        return "CheckpointedRun[" + opened.map(run -> run.folder().toString()).orElse("no checkpoints") + "]";
    }
}
