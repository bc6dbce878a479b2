package io.github.jukelab.notebook;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Numbers in a readable form. */
final class Numbers {

    private static final int MAX_VALUES = 5;
    private static final MathContext FOUR_DIGITS = new MathContext(4);

    private Numbers() {}

    /** Four significant digits, one decimal from 1000 on, an exponent below 1e-4 and from 1e7; integers as they are. */
    static String format(double value) {
        if (!Double.isFinite(value)) {
            return String.valueOf(value);
        }
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.valueOf((long) value);
        }
        double size = Math.abs(value);
        if (size < 1e-4 || size >= 1e7) {
            return String.format(Locale.ROOT, "%.3e", value);
        }
        if (size >= 1000) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
        return new BigDecimal(value).round(FOUR_DIGITS).stripTrailingZeros().toPlainString();
    }

    static String describe(double[] values) {
        return describe("double", Arrays.stream(values));
    }

    static String describe(float[] values) {
        return describe("float", IntStream.range(0, values.length).mapToDouble(i -> values[i]));
    }

    private static String describe(String type, DoubleStream stream) {
        double[] values = stream.toArray();
        DoubleSummaryStatistics summary = Arrays.stream(values).summaryStatistics();
        String head = Arrays.stream(values)
                .limit(MAX_VALUES)
                .mapToObj(Numbers::format)
                .collect(Collectors.joining(", ", "{", values.length > MAX_VALUES ? ", …}" : "}"));
        return values.length <= MAX_VALUES
                ? String.format("%s[%d] %s", type, values.length, head)
                : String.format(
                        "%s[%d] %s from %s to %s, mean %s",
                        type,
                        values.length,
                        head,
                        format(summary.getMin()),
                        format(summary.getMax()),
                        format(summary.getAverage()));
    }
}
