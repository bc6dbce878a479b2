package io.github.jukelab.archive;

import java.io.IOException;
import java.nio.file.Path;

/** An archive or folder of which nothing, or nothing more, can be read. */
public final class ArchiveException extends IOException {

    private static final long serialVersionUID = 1;

    private final String reason;

    ArchiveException(Path archive, String reason) {
        super(archive + ": " + reason);
        this.reason = reason;
    }

    /**
     * What is wrong.
     *
     * @return a short phrase, without the name of the archive
     */
    public String reason() {
        return reason;
    }
}
