package io.github.jukelab;

/** Text of foreign origin, such as the name of a file, within HTML. */
public final class HtmlText {

    private HtmlText() {}

    /**
     * The text with its markup disarmed.
     *
     * @param text any text
     * @return the same as content of an element, or as value of an attribute in double quotes
     */
    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
