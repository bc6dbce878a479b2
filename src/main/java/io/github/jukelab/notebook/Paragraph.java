package io.github.jukelab.notebook;

/**
 * Sentences about a value, shown as a paragraph below a cell.
 *
 * @param text one or a few sentences
 */
public record Paragraph(String text) {

    /** The sentences. */
    @Override
    public String toString() {
        return text;
    }
}
