package io.github.jukelab;

import java.util.Locale;

/**
 * Makes text of foreign origin, such as the name of a file, safe to print: a terminal obeys control characters, and
 * others change the order of what stands beside them or begin a new line.
 */
public final class Printable {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private Printable() {}

    /**
     * The text in one line. Each character that controls instead of showing something becomes an escape: a backslash, u
     * and its number in hexadecimal digits. These are control and format characters, ends of lines and paragraphs, and
     * halves of surrogate pairs. The two joiners of Indic scripts and emoji stay.
     *
     * @param text any text
     * @return the same text if it has no such character
     */
    public static String of(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            if (controls(character)) {
                String form = character > Character.MAX_VALUE ? "\\u{%x}" : "\\u%04x";
                printable.append(String.format(Locale.ROOT, form, character));
            } else {
                printable.appendCodePoint(character);
            }
        });
        return printable.toString();
    }

    private static boolean controls(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            case Character.FORMAT -> character != ZERO_WIDTH_NON_JOINER && character != ZERO_WIDTH_JOINER;
            default -> false;
        };
    }
}
