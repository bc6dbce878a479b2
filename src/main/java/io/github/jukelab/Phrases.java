package io.github.jukelab;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

/** Parts of sentences: counts with their noun, shares, settings, lists of names. */
public final class Phrases {

    private Phrases() {}

    /**
     * A number with its noun.
     *
     * @param count from 0 up
     * @param noun in the singular, with a regular plural
     * @return such as {@code 1 track}, {@code 20 tracks} or {@code 1,170 segments}
     */
    public static String count(int count, String noun) {
        return String.format(Locale.ROOT, "%,d %s", count, count == 1 ? noun : noun + "s");
    }

    /**
     * A share in per cent, with one decimal.
     *
     * @param share such as an accuracy, in [0, 1]
     * @return such as {@code 85.0 %}
     */
    public static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /**
     * A setting as it is written, without an exponent.
     *
     * @param value finite
     * @return such as {@code 0.001} or {@code 3}
     */
    public static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    /**
     * Names as a list in a sentence.
     *
     * @param names at least one
     * @return such as {@code blues}, {@code blues and rock} or {@code blues, jazz and rock}
     */
    public static String list(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }
}
