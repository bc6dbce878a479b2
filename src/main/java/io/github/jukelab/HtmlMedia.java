package io.github.jukelab;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Pictures and sounds within HTML, their files included, with words for those who cannot see or do not listen. JupyterLab
 * removes much from the outputs of a notebook that it does not trust; what carries the meaning here is not removed.
 */
public final class HtmlMedia {

    private static final int CORNER = 6;

    /**
     * On a dark page the sheet of a picture is grey, not white. In a notebook that is not trusted it stays white.
     */
    private static final String SHEET =
            "width:fit-content;isolation:isolate;border-radius:" + CORNER + "px;background:light-dark(#fff,#c4c4c4)";

    private static final String ON_SHEET =
            "display:block;max-width:100%;border-radius:" + CORNER + "px;mix-blend-mode:multiply";

    private HtmlMedia() {}

    /**
     * A picture on a white sheet, at most as wide as the page.
     *
     * @param png the file
     * @param words what it shows
     * @return an element
     */
    public static String picture(byte[] png, String words) {
        return "<div style=\"" + SHEET + "\">" + image("image/png", png, words, ON_SHEET) + "</div>";
    }

    /**
     * A drawing without a ground of its own.
     *
     * @param svg an SVG document
     * @param words what it shows
     * @return an element
     */
    public static String drawing(String svg, String words) {
        return image("image/svg+xml", svg.getBytes(StandardCharsets.UTF_8), words, "max-width:100%");
    }

    private static String image(String mimeType, byte[] file, String words, String style) {
        return "<img alt=\"" + HtmlText.escape(words) + "\" style=\"" + style + "\" src=\"" + data(mimeType, file)
                + "\">";
    }

    /**
     * A player. It is prepared when it is played: until then the Tab key stops at it two or three times, in place of
     * six.
     *
     * @param data the sound, see {@link #data}
     * @param name what it plays
     * @return an element
     */
    public static String player(String data, String name) {
        String escaped = HtmlText.escape(name);
        return "<audio controls preload=\"none\" controlslist=\"nodownload noplaybackrate noremoteplayback\""
                + " style=\"width:300px;max-width:100%;height:2.5em\" title=\"" + escaped + "\" aria-label=\"" + escaped
                + "\" src=\"" + data + "\"></audio>";
    }

    /**
     * A file as an address that contains it.
     *
     * @param mimeType of the file, such as {@code audio/wav}
     * @param file its bytes
     * @return the address
     */
    public static String data(String mimeType, byte[] file) {
        return "data:" + mimeType + ";base64," + Base64.getEncoder().encodeToString(file);
    }
}
