package io.github.jukelab.model;

import java.io.IOException;
import java.nio.file.Path;

/** A file has no readable model; the message is {@code <file>: <reason>}. */
public final class ModelFileException extends IOException {

    private static final long serialVersionUID = 1;

    /**
     * With a reason and a cause.
     *
     * @param file the file
     * @param reason what is wrong with it
     * @param cause what reading failed with
     */
    public ModelFileException(Path file, String reason, Throwable cause) {
        super(file + ": " + reason, cause);
    }

    /**
     * With a reason.
     *
     * @param file the file
     * @param reason what is wrong with it
     */
    public ModelFileException(Path file, String reason) {
        super(file + ": " + reason);
    }
}
