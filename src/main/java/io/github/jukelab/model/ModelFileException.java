package io.github.jukelab.model;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A file has no readable model; the message is {@code <file>: <reason>}. What the reason quotes from the file is cut
 * to a readable length, and its control characters are replaced.
 */
public final class ModelFileException extends IOException {

    private static final long serialVersionUID = 1;
    private static final int LONGEST = 400;

    /**
     * With a reason and a cause.
     *
     * @param file the file
     * @param reason what is wrong with it
     * @param cause what reading failed with
     */
    public ModelFileException(Path file, String reason, Throwable cause) {
        super(file + ": " + printable(reason), cause);
    }

    /**
     * With a reason.
     *
     * @param file the file
     * @param reason what is wrong with it
     */
    public ModelFileException(Path file, String reason) {
        super(file + ": " + printable(reason));
    }

    private static String printable(String reason) {
        String cut = reason.length() > LONGEST ? reason.substring(0, LONGEST) + "…" : reason;
        return cut.replaceAll("\\p{Cc}", "?");
    }
}
