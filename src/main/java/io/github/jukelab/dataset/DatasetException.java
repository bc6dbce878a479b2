package io.github.jukelab.dataset;

import java.io.IOException;
import java.nio.file.Path;

/** A data set that cannot be read at all: the folder or archive and the reason. */
public final class DatasetException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Path path;

    /**
     * An exception with the path and the reason.
     *
     * @param path the folder or archive
     * @param reason what is wrong and what was expected; a short phrase
     */
    public DatasetException(Path path, String reason) {
        super(path + ": " + reason);
        this.path = path;
    }

    /**
     * The path that cannot be read.
     *
     * @return the folder or archive
     */
    public Path place() {
        return path;
    }
}
