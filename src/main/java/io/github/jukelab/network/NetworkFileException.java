package io.github.jukelab.network;

import java.io.IOException;
import java.nio.file.Path;

/** A file that was to hold a network does not; the message is {@code <file>: <reason>}. */
public final class NetworkFileException extends IOException {

    private static final long serialVersionUID = 1;

    /**
     * Says which file and why.
     *
     * @param file the file
     * @param reason what is wrong with it
     * @param cause what was met while reading
     */
    public NetworkFileException(Path file, String reason, Throwable cause) {
        super(file + ": " + reason, cause);
    }

    /**
     * Says which file and why.
     *
     * @param file the file
     * @param reason what is wrong with it
     */
    public NetworkFileException(Path file, String reason) {
        super(file + ": " + reason);
    }
}
