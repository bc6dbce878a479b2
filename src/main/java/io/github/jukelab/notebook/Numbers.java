package io.github.jukelab.notebook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers in a readable form. */
final class Numbers {

    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private static final int DIGITS = 4;

    /** Smaller values would be shown with fewer than one digit where the largest has four. */
    private static final double WIDEST = 1000;

    private static final double LARGEST = 1e7;

    /** A value that is not there. */
    static final String MISSING = "–";

    private Numbers() {}

    /** A whole number, its thousands separated: {@code 2,495,114}. */
    static String thousands(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /**
     * The numbers of a column of a table: all with the same number of decimals, so that the largest has four digits, and
     * thousands are separated. If they span more than three orders of magnitude, each has a form of its own.
     */
    static List<String> column(List<OptionalDouble> values) {
        double[] present =
                values.stream().flatMapToDouble(OptionalDouble::stream).toArray();
        double[] sizes =
                Arrays.stream(present).map(Math::abs).filter(size -> size > 0).toArray();
        double max = Arrays.stream(sizes).max().orElse(0);
        double min = Arrays.stream(sizes).min().orElse(0);
        boolean whole = Arrays.stream(present).allMatch(value -> value == Math.rint(value));
        boolean alike = Arrays.stream(present).allMatch(Double::isFinite)
                && (whole || max <= WIDEST * min && max < LARGEST && min >= 1e-4);
        int decimals = alike ? decimals(present, max) : 0;
        return values.stream()
                .map(value -> value.isEmpty()
                        ? MISSING
                        : alike ? fixed(value.getAsDouble(), decimals) : separated(value.getAsDouble()))
                .toList();
    }

    /** As many as the largest has with four digits, or fewer if no value needs them. */
    private static int decimals(double[] values, double max) {
        int most = max >= WIDEST ? 1 : DIGITS - 1 - (int) Math.floor(Math.log10(Math.max(max, 1e-4)));
        int needed = Arrays.stream(values)
                .mapToInt(value -> rounded(value).stripTrailingZeros().scale())
                .max()
                .orElse(0);
        return Math.max(0, Math.min(most, needed));
    }

    private static BigDecimal rounded(double value) {
        BigDecimal exact = new BigDecimal(value);
        return Math.abs(value) >= WIDEST ? exact.setScale(1, RoundingMode.HALF_UP) : exact.round(FOUR_DIGITS);
    }

    /** No zero has a sign. */
    private static String fixed(double value, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", value).replaceFirst("^-(0(\\.0*)?)$", "$1");
    }

    private static String separated(double value) {
        boolean plain = Double.isFinite(value) && Math.abs(value) < LARGEST && Math.abs(value) >= WIDEST;
        return plain ? fixed(value, value == Math.rint(value) ? 0 : 1) : format(value);
    }

    /** Four significant digits, one decimal from 1000 on, an exponent below 1e-4 and from 1e7; integers as they are. */
    static String format(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.valueOf((long) value);
        }
        double size = Math.abs(value);
        if (size < 1e-4 || size >= LARGEST) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        if (size >= 1000) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
        return new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
    }
}
