package io.github.jukelab.report;

import io.github.jukelab.HtmlMedia;
import io.github.jukelab.HtmlText;
import java.util.List;
import java.util.Locale;

/**
 * A prediction and the sound it is for.
 *
 * @param id of the example
 * @param actual its true label
 * @param predicted the label that was predicted
 * @param probability of the predicted label
 * @param actualProbability of the true label
 * @param sound its address, see {@link HtmlMedia#data}; empty if there is none
 * @param note which part of its track the sound is, or why there is none
 */
record Clip(
        String id,
        String actual,
        String predicted,
        double probability,
        double actualProbability,
        String sound,
        String note) {

    boolean hasSound() {
        return !sound.isEmpty();
    }

    /** Id, true label, predicted label and their probabilities, the predicted one's first. */
    List<String> texts() {
        return List.of(id, actual, predicted, number(probability), number(actualProbability));
    }

    private static String number(double probability) {
        return String.format(Locale.ROOT, "%.2f", probability);
    }

    /** Such as {@code jazz 0.83, blues 0.10}; of a correct prediction one of them. */
    private String probabilities() {
        String first = predicted + " " + number(probability);
        return predicted.equals(actual) ? first : first + ", " + actual + " " + number(actualProbability);
    }

    /** Id, probabilities and player. */
    String figure() {
        return "<figure style=\"margin:0.3em 0\"><figcaption>" + HtmlText.escape(id) + "<br>"
                + HtmlText.escape(probabilities()) + "</figcaption>" + player() + "</figure>";
    }

    /** The player with its part of the track, or the reason why there is none. */
    String player() {
        String note = HtmlText.escape(note());
        if (!hasSound()) {
            return "<em>" + note + "</em>";
        }
        String name = id + ", true label " + actual + ", predicted " + predicted;
        return HtmlMedia.player(sound, name) + "<br><small>" + note + "</small>";
    }
}
