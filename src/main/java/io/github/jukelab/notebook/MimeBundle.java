package io.github.jukelab.notebook;

import io.github.jukelab.HtmlMedia;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One output in several formats; the front end shows the richest one that it supports.
 *
 * @param data MIME type to content
 */
public record MimeBundle(Map<String, String> data) {

    /** MIME type of HTML. */
    public static final String HTML = "text/html";

    /** MIME type of plain text. */
    public static final String TEXT = "text/plain";

    /**
     * Copies the map.
     *
     * @param data MIME type to content
     */
    public MimeBundle {
        data = Map.copyOf(data);
    }

    /**
     * Plain text alone.
     *
     * @param text the text
     * @return the bundle
     */
    public static MimeBundle text(String text) {
        return new MimeBundle(Map.of(TEXT, text));
    }

    /**
     * HTML, with plain text for front ends that do not show HTML.
     *
     * @param html a fragment without script
     * @param text the same in plain text
     * @return the bundle
     */
    public static MimeBundle html(String html, String text) {
        Map<String, String> data = new LinkedHashMap<>();
        data.put(HTML, html);
        data.put(TEXT, text);
        return new MimeBundle(data);
    }

    /**
     * A picture, as HTML: front ends give their own picture formats no words. The words are the plain text, too.
     *
     * @param png the file
     * @param words what it shows
     * @return the bundle
     */
    public static MimeBundle picture(byte[] png, String words) {
        return html(HtmlMedia.picture(png, words), words);
    }
}
