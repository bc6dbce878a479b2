package io.github.jukelab.notebook;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What {@code help(…)} says of a type, of methods, or of the words of cells. In a notebook: tables.
 *
 * @param title what it is about, such as {@code Wave}
 * @param text what that is, a sentence; empty if there is nothing to say
 * @param sections its parts, in the order to read them
 */
public record Help(String title, String text, List<Section> sections) {

    /**
     * A table.
     *
     * @param title what its rows have in common; of a method, its call
     * @param text what stands above the rows; of a method, its description
     * @param columns names of the columns: two if rows have no text, else three
     * @param rows at least one
     */
    public record Section(String title, String text, List<String> columns, List<Row> rows) {

        /**
         * Copies the lists.
         *
         * @param title what the rows have in common
         * @param text what stands above them
         * @param columns their names
         * @param rows at least one
         */
        public Section {
            columns = List.copyOf(columns);
            rows = List.copyOf(rows);
        }

        /** The same in lines of plain text, after an empty one. */
        @Override
        public String toString() {
            return "\n" + lines(title, text, rows);
        }
    }

    /**
     * A row of a table.
     *
     * @param name such as {@code Wave.read(String file)}
     * @param type such as {@code Wave}
     * @param text what it does or is; empty if that is not known
     */
    public record Row(String name, String type, String text) {

        /** In one line, indented. */
        @Override
        public String toString() {
            return "  "
                    + Stream.of(name, type, text)
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(" · "));
        }
    }

    /**
     * Copies the sections.
     *
     * @param title what it is about
     * @param text what that is
     * @param sections its parts
     */
    public Help {
        sections = List.copyOf(sections);
    }

    /** The same as in a notebook, in lines of plain text. */
    @Override
    public String toString() {
        return lines(title, text, sections);
    }

    private static String lines(String title, String text, List<?> parts) {
        Stream<String> head = Stream.of(title, text).filter(line -> !line.isEmpty());
        return Stream.concat(head, parts.stream().map(Object::toString)).collect(Collectors.joining("\n"));
    }
}
