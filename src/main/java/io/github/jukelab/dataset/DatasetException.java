package io.github.jukelab.dataset;

import java.io.IOException;
import java.nio.file.Path;

/** A data set that cannot be read at all: the folder or archive and the reason. */
public final class DatasetException extends IOException {

    private static final long serialVersionUID = 1;

    private final transient Path place;

    /**
     * Names the place and the reason.
     *
     * @param place the folder or archive
     * @param reason what is wrong and what was expected, a phrase
     */
    public DatasetException(Path place, String reason) {
        super(place + ": " + reason);
        this.place = place;
    }

    /**
     * Where the trouble is.
     *
     * @return the folder or archive
     */
    public Path place() {
        return place;
    }
}
