package io.github.jukelab.archive;

import io.github.jukelab.Progress;
import io.github.jukelab.Reasons;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;

/** A file of a folder or an archive cannot be read, but others may be. The message is the reason, in words. */
public final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1;

    /**
     * An exception with a reason.
     *
     * @param reason in words
     */
    public UnreadableException(String reason) {
        super(reason);
    }

    /**
     * For what was thrown while a file was read.
     *
     * @param thrown anything
     * @return itself, if it is one
     * @throws CancellationException if the thread was interrupted
     */
    public static UnreadableException of(Exception thrown) {
        Progress.checkInterrupted();
        if (thrown instanceof CancellationException cancelled) {
            throw cancelled;
        }
        return thrown instanceof UnreadableException unreadable
                ? unreadable
                : new UnreadableException("cannot be read: " + reason(thrown));
    }

    /**
     * What an exception means, without the name of the file that it is about.
     *
     * @param thrown anything
     * @return a short phrase
     */
    public static String reason(Exception thrown) {
        if (thrown instanceof IOException e) {
            return Reasons.of(e);
        }
        return Optional.ofNullable(thrown.getMessage()).orElse(thrown.getClass().getSimpleName());
    }
}
