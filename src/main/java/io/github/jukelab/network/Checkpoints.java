package io.github.jukelab.network;

import io.github.jukelab.Durations;
import io.github.jukelab.Reasons;
import io.github.jukelab.provenance.Cost;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Where a training keeps what it needs to go on after its program has ended in any way, and when it has to end. The
 * settings of the training are not among it: the result is the same, bit by bit, as without interruption.
 *
 * <p>After an epoch, a training writes a checkpoint: parameters, the best ones, the state of the optimiser, its history.
 * The last three are kept. A training with the same network, settings, examples and threads that was not finished is
 * found by a checksum of all this, and goes on after its last checkpoint. A checkpoint that is damaged is told, and the
 * one before it is used. If none can be written, for instance because the disk is full, that is told, and the training
 * goes on. Writing takes at most a twentieth of the time: if epochs are very short, some have no checkpoint.
 *
 * <p>When a training is finished, its checkpoints are deleted, so that the next one begins anew. Those that nobody has
 * gone on with for 30 days are deleted by the next training.
 *
 * <p>Example: {@code training.fit(network, train, validation, progress, progress::curve, Checkpoints.in(folder))}
 */
public final class Checkpoints {

    /** A checkpoint is written when the time since the one before is at least so many times that of writing it. */
    private static final int PAUSE = 20;

    /** No checkpoints, and no end but that of the training. */
    public static final Checkpoints NONE = new Checkpoints(
            Optional.empty(), text -> {}, Optional.empty(), PAUSE, Begin.RESUMED, Finished.DELETED, new Session());

    private enum Begin {
        RESUMED,
        RESUMED_IF_ANY_TOLD,
        ANEW
    }

    private enum Finished {
        DELETED,
        KEPT
    }

    /** What the trainings with these checkpoints did. */
    private static final class Session {
        private final Set<Path> finished = ConcurrentHashMap.newKeySet();
        private Cost earlier = new Cost(0, 0);
    }

    private final Optional<Path> folder;
    private final Consumer<String> messages;
    private final Optional<BooleanSupplier> end;
    private final int pause;
    private final Begin begin;
    private final Finished whenFinished;
    private final Session session;

    private Checkpoints(
            Optional<Path> folder,
            Consumer<String> messages,
            Optional<BooleanSupplier> end,
            int pause,
            Begin begin,
            Finished whenFinished,
            Session session) {
        this.folder = folder;
        this.messages = messages;
        this.end = end;
        this.pause = pause;
        this.begin = begin;
        this.whenFinished = whenFinished;
        this.session = session;
    }

    /**
     * Checkpoints in a folder.
     *
     * @param folder of all trainings, each of which has a folder of its own in it; created when it is needed
     * @return those of unfinished trainings are used; nothing is told
     */
    public static Checkpoints in(Path folder) {
        return new Checkpoints(
                Optional.of(folder),
                text -> {},
                Optional.empty(),
                PAUSE,
                Begin.RESUMED,
                Finished.DELETED,
                new Session());
    }

    /**
     * The same with someone who is told after which epoch a training goes on, and what is wrong with checkpoints.
     *
     * @param messages takes a line at a time
     * @return a copy
     */
    public Checkpoints withMessages(Consumer<String> messages) {
        return new Checkpoints(folder, messages, end, pause, begin, whenFinished, session);
    }

    /**
     * The same with a time, which begins now. When it is over, the step in progress is finished, and the network gets the
     * parameters of the best epoch so far. The checkpoints stay: the same training goes on with them.
     *
     * @param time for all trainings with these checkpoints together, more than 0
     * @return a copy
     * @throws IllegalArgumentException if the time is not more than 0
     */
    public Checkpoints withTime(Duration time) {
        if (time.isNegative() || time.isZero()) {
            throw new IllegalArgumentException("time must be more than 0, got " + time);
        }
        long later = System.nanoTime() + time.toNanos();
        return endingWhen(() -> System.nanoTime() - later >= 0);
    }

    /**
     * The same with a time as a text.
     *
     * @param time such as {@code 2h}, {@code 90m} or {@code 1h30m}
     * @return a copy
     * @throws IllegalArgumentException if it is not of this form, or 0
     */
    public Checkpoints withTime(String time) {
        return withTime(Durations.of(time));
    }

    Checkpoints endingWhen(BooleanSupplier end) {
        return new Checkpoints(folder, messages, Optional.of(end), pause, begin, whenFinished, session);
    }

    /**
     * The same, but unfinished trainings begin anew.
     *
     * @return a copy
     */
    public Checkpoints anew() {
        return new Checkpoints(folder, messages, end, pause, Begin.ANEW, whenFinished, session);
    }

    /**
     * The same, and it is told if there is no unfinished training to go on with.
     *
     * @return a copy
     */
    public Checkpoints tellingIfNone() {
        return new Checkpoints(folder, messages, end, pause, Begin.RESUMED_IF_ANY_TOLD, whenFinished, session);
    }

    /**
     * The same for a work of several trainings, such as folds: the checkpoints of those that are finished stay until
     * {@link #delete}, so that the work goes on with the first training that is not.
     *
     * @return a copy for one such work, with a cost of its own
     */
    public Checkpoints keptWhenFinished() {
        return new Checkpoints(folder, messages, end, pause, begin, Finished.KEPT, new Session());
    }

    /**
     * The same for a part of a work, which messages name.
     *
     * @param part such as {@code fold 2 of 5}
     * @return a copy; what its trainings did counts for the whole
     */
    public Checkpoints part(String part) {
        return withMessages(text -> messages.accept(part + ": " + text));
    }

    /**
     * Whether the time is over.
     *
     * @return false if there is no limit
     */
    public boolean isTimeOver() {
        return end.isPresent() && end.get().getAsBoolean();
    }

    /**
     * What it cost before this program began: the sum over all trainings that went on.
     *
     * @return zero if none did
     */
    public Cost earlier() {
        synchronized (session) {
            return session.earlier;
        }
    }

    /** Deletes the checkpoints of all trainings that were finished with these. Tells if that is not possible. */
    public void delete() {
        for (Path finished : session.finished) {
            try {
                CheckpointFolder.remove(finished);
            } catch (IOException e) {
                tell(finished + ": old checkpoints cannot be deleted: " + Reasons.of(e));
            }
        }
        session.finished.clear();
    }

    /** The same with a checkpoint after each epoch, however short. */
    Checkpoints afterEachEpoch() {
        return new Checkpoints(folder, messages, end, 0, begin, whenFinished, session);
    }

    int pause() {
        return pause;
    }

    Optional<Path> folder() {
        return folder;
    }

    void tell(String message) {
        messages.accept(message);
    }

    boolean beginsAnew() {
        return begin == Begin.ANEW;
    }

    boolean tellsIfNone() {
        return begin == Begin.RESUMED_IF_ANY_TOLD;
    }

    boolean keepsFinished() {
        return whenFinished == Finished.KEPT;
    }

    void addFinished(Path run) {
        session.finished.add(run);
    }

    void addEarlier(Cost cost) {
        synchronized (session) {
            session.earlier = session.earlier.plus(cost);
        }
    }

    @Override
    public String toString() {
        return "Checkpoints[" + folder.map(Path::toString).orElse("none")
                + (end.isEmpty() ? "" : isTimeOver() ? ", time is over" : ", with a time limit") + "]";
    }
}
