package io.github.jukelab;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

/** Stretches of time as people write them. */
public final class Durations {

    private static final Pattern FORM = Pattern.compile("(?=.)(\\d{1,6}h)?(\\d{1,6}m)?(\\d{1,6}s)?");

    private Durations() {}

    /**
     * Reads a stretch of time.
     *
     * @param text hours, minutes and seconds, such as {@code 2h}, {@code 90m}, {@code 45s} or {@code 1h30m}
     * @return more than 0
     * @throws IllegalArgumentException if it is not of this form, or 0
     */
    public static Duration of(String text) {
        Duration time =
                FORM.matcher(text).matches() ? Duration.parse("PT" + text.toUpperCase(Locale.ROOT)) : Duration.ZERO;
        if (time.isZero()) {
            throw new IllegalArgumentException("must be a time such as 2h, 90m, 45s or 1h30m, got '" + text + "'");
        }
        return time;
    }
}
