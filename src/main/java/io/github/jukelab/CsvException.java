package io.github.jukelab;

import java.io.IOException;

/**
 * A table is invalid. The message is {@code <file>, line <line>, column <column>: <reason>}, without the column if no
 * single one is at fault.
 */
public final class CsvException extends IOException {

    private static final long serialVersionUID = 1;

    private final String place;
    private final String reason;

    /** An empty column is none. */
    CsvException(String file, int line, String column, String reason) {
        super(file + ", " + place(line, column) + ": " + reason);
        this.place = place(line, column);
        this.reason = reason;
    }

    private static String place(int line, String column) {
        return "line " + line + (column.isEmpty() ? "" : ", column " + column);
    }

    /**
     * The message without the file.
     *
     * @return {@code line <line>, column <column>: <reason>}
     */
    public String reason() {
        return place + ": " + reason;
    }
}
