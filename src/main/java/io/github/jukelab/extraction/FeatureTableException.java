package io.github.jukelab.extraction;

import java.io.IOException;
import java.nio.file.Path;

/** A feature table is invalid. The message is {@code <file>, line <line>, column <column>: <reason>}. */
public final class FeatureTableException extends IOException {

    private static final long serialVersionUID = 1;

    private final String file;
    private final int line;
    private final String column;

    /**
     * An exception with position and reason.
     *
     * @param file the table
     * @param line of the file, from 1 for the header
     * @param column its name
     * @param reason what was expected and what was found; a short phrase
     */
    public FeatureTableException(Path file, int line, String column, String reason) {
        super(file + ", line " + line + ", column " + column + ": " + reason);
        this.file = file.toString();
        this.line = line;
        this.column = column;
    }

    /**
     * The table.
     *
     * @return its path, as given
     */
    public Path file() {
        return Path.of(file);
    }

    /**
     * The line.
     *
     * @return from 1 for the header
     */
    public int line() {
        return line;
    }

    /**
     * The column.
     *
     * @return its name
     */
    public String column() {
        return column;
    }
}
