package io.github.jukelab.exercise;

import java.util.Locale;

/**
 * What a check says about an answer.
 *
 * @param right whether the answer is right
 * @param text one line: {@code Right: …} says why, {@code Not yet: …} what to look at, {@code No answer yet: …} what to
 *     pass
 */
public record Verdict(boolean right, String text) {

    /**
     * A verdict by a condition.
     *
     * @param right whether the answer is right
     * @param why it is right, in a few words; shown only if it is
     * @param lookAt what to look at, without the answer; shown only if it is not right
     */
    static Verdict of(boolean right, String why, String lookAt) {
        return right ? new Verdict(true, "Right: " + why) : notYet(lookAt);
    }

    /** The words of a verdict, with values in them. */
    static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    static Verdict notYet(String lookAt) {
        return new Verdict(false, "Not yet: " + lookAt);
    }

    static Verdict noAnswer(String usage) {
        return new Verdict(false, "No answer yet: " + usage);
    }

    /** The line. */
    @Override
    public String toString() {
        return text;
    }
}
