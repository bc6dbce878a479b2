package io.github.jukelab.image;

import java.io.IOException;
import java.nio.file.Path;

/** A picture file cannot be read or written. The message is {@code <file>: <reason>}. */
public final class PictureException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Path file;

    /**
     * Names the file and the reason.
     *
     * @param file the file
     * @param reason why, for a person to read
     */
    public PictureException(Path file, String reason) {
        super(file + ": " + reason);
        this.file = file;
    }

    /**
     * The file.
     *
     * @return its path, as given
     */
    public Path file() {
        return file;
    }
}
