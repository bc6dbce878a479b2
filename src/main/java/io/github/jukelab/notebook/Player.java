package io.github.jukelab.notebook;

import io.github.jukelab.HtmlMedia;
import io.github.jukelab.HtmlText;
import io.github.jukelab.audio.Wave;
import java.util.Locale;

/** A wave as an audio player with the outline of the sound. */
final class Player {

    /** Sound makes notebooks large: of a longer wave, an excerpt is played, and the caption says which. */
    static final double SECONDS = 5;

    private Player() {}

    static MimeBundle of(Wave wave) {
        return MimeBundle.html(html(wave, wave.toString(), SECONDS), wave.toString());
    }

    /** Outline of a wave, and player of at most {@code seconds} from its middle. */
    static String html(Wave wave, String title, double seconds) {
        int length = (int) Math.min(wave.length(), Math.round(seconds * wave.rate()));
        int from = (wave.length() - length) / 2;
        int to = from + length;
        String excerpt = length == wave.length()
                ? ""
                : String.format(
                        Locale.ROOT,
                        ", excerpt from %.1f to %.1f s",
                        (double) from / wave.rate(),
                        (double) to / wave.rate());
        String sound = HtmlMedia.data("audio/wav", wave.slice(from, to).toWav());
        return "<figure style=\"margin:0.3em 0;max-width:300px\"><figcaption>" + HtmlText.escape(title + excerpt)
                + "</figcaption>" + Outline.html(wave, from, to) + "<br>" + HtmlMedia.player(sound, title + excerpt)
                + "</figure>";
    }
}
