package io.github.jukelab.notebook;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * One output in several formats; the front end shows the richest one that it supports.
 *
 * @param data MIME type to content; PNG content is base64
 * @param alternativeText what a picture shows, in words; empty if the bundle has no picture
 */
public record MimeBundle(Map<String, String> data, String alternativeText) {

    /** MIME type of HTML. */
    public static final String HTML = "text/html";

    /** MIME type of a PNG picture. */
    public static final String PNG = "image/png";

    /** MIME type of plain text. */
    public static final String TEXT = "text/plain";

    /**
     * Copies the map.
     *
     * @param data MIME type to content
     * @param alternativeText what a picture shows
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
        return new MimeBundle(Map.of(TEXT, text), "");
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
        return new MimeBundle(data, "");
    }

    /**
     * A picture, with its alternative text as the plain text.
     *
     * @param base64 the PNG file in base64
     * @param alternativeText what it shows, in words
     * @return the bundle
     */
    public static MimeBundle png(String base64, String alternativeText) {
        return new MimeBundle(Map.of(PNG, base64, TEXT, alternativeText), alternativeText);
    }

    /**
     * Passes all formats, and the alternative text of a picture, to the output of a kernel.
     *
     * @param content takes a MIME type and its content
     * @param metadata takes a MIME type and what is known about its content
     */
    void writeTo(BiConsumer<String, Object> content, BiConsumer<String, Object> metadata) {
        data.forEach(content);
        if (!alternativeText.isEmpty()) {
            metadata.accept(PNG, Map.of("alt", alternativeText));
        }
    }
}
