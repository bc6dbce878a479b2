package io.github.jukelab;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/** A table's text, whose rows have a greatest length: without one, an unclosed quote would fill the memory. */
final class RowLimit extends FilterReader {

    /** In characters; some 700 columns of the longest numbers have 20,000. */
    static final int MAX = 1_000_000;

    /** A row is too long. */
    static final class TooLongException extends IOException {

        private static final long serialVersionUID = 1;
    }

    private int length;

    RowLimit(Reader text) {
        super(text);
    }

    /** The next characters are those of another row, but for the ones that were read in advance. */
    void nextRow() {
        length = 0;
    }

    @Override
    public int read() throws IOException {
        return count(super.read(), 1);
    }

    @Override
    public int read(char[] buffer, int offset, int size) throws IOException {
        int read = super.read(buffer, offset, size);
        return count(read, read);
    }

    private int count(int result, int characters) throws IOException {
        length += Math.max(0, characters);
        if (length > MAX) {
            throw new TooLongException();
        }
        return result;
    }
}
