package io.github.jukelab.dataset;

import io.github.jukelab.Progress;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CancellationException;

/** A file of a folder or an archive cannot be read, but others may be. The message is the reason, in words. */
final class UnreadableException extends IOException {

    private static final long serialVersionUID = 1;

    UnreadableException(String reason) {
        super(reason);
    }

    /** For what was thrown while a file was read. If the thread was interrupted, the import stops. */
    static UnreadableException of(Exception thrown) {
        Progress.checkInterrupted();
        if (thrown instanceof CancellationException cancelled) {
            throw cancelled;
        }
        return thrown instanceof UnreadableException unreadable
                ? unreadable
                : new UnreadableException("cannot be read: " + reason(thrown));
    }

    /** What an exception means, without the name of the file that it is about. */
    static String reason(Exception thrown) {
        if (thrown instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (thrown instanceof FileSystemLoopException) {
            return "a link to a folder that it is in";
        }
        if (thrown instanceof NoSuchFileException) {
            return "no such file";
        }
        String message = thrown instanceof FileSystemException e ? e.getReason() : thrown.getMessage();
        return message == null ? thrown.getClass().getSimpleName() : message;
    }
}
