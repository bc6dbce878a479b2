package io.github.jukelab.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A tick on an axis: its position from 0 (left, bottom) to 1, and its label. */
record Tick(double at, String label) {

    private static final int DIGITS = 12;

    /** Ticks at multiples of 1, 2 or 5 times a power of ten, about {@code count} of them. */
    static List<Tick> linear(double low, double high, int count) {
        double step = step((high - low) / count);
        return steps(low, high, step).stream()
                .map(value -> new Tick((value - low) / (high - low), label(value, step)))
                .toList();
    }

    /**
     * A tick in the middle of each row; if there are more than {@code max} rows, of every nth row only. Rows named
     * {@code C}, {@code C 2}, {@code C 3} belong together and have one tick.
     */
    static List<Tick> rows(List<String> names, int max) {
        List<Tick> groups = new ArrayList<>();
        int first = 0;
        for (int row = 1; row <= names.size(); row++) {
            if (row == names.size() || !names.get(row).equals(names.get(first) + " " + (row - first + 1))) {
                groups.add(new Tick((first + row) / 2.0 / names.size(), names.get(first)));
                first = row;
            }
        }
        int every = (groups.size() + max - 1) / max;
        return IntStream.range(0, groups.size())
                .filter(group -> group % every == 0)
                .mapToObj(groups::get)
                .toList();
    }

    /** About {@code count} ticks in Hz, for bins spaced evenly or as in a mel bank. */
    static List<Tick> frequencies(double[] bins, int count) {
        double low = bins[0];
        double high = bins[bins.length - 1];
        if (bins.length == 1) {
            return List.of(new Tick(0.5, label(low, 1)));
        }
        double step = step((high - low) / count);
        List<Double> values = even(bins) ? steps(low, high, step) : octaves(high);
        List<Tick> ticks = new ArrayList<>();
        double last = -1;
        for (double value : values) {
            double at = position(value, bins);
            if (value >= low && at - last >= 0.75 / count) {
                ticks.add(new Tick(at, label(value, even(bins) ? step : 1)));
                last = at;
            }
        }
        return ticks;
    }

    static boolean even(double[] bins) {
        double step = (bins[bins.length - 1] - bins[0]) / Math.max(1, bins.length - 1);
        return IntStream.range(0, bins.length)
                .allMatch(i -> Math.abs(bins[i] - bins[0] - i * step) < 0.01 * step + 1e-9);
    }

    private static double step(double min) {
        double power = Math.pow(10, Math.floor(Math.log10(min)));
        double share = min / power * (1 - 1e-9);
        return power * (share <= 1 ? 1 : share <= 2 ? 2 : share <= 5 ? 5 : 10);
    }

    private static List<Double> steps(double low, double high, double step) {
        List<Double> values = new ArrayList<>();
        for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + 1e-9 * step; i++) {
            values.add(i * step);
        }
        return values;
    }

    private static List<Double> octaves(double high) {
        List<Double> values = new ArrayList<>();
        for (double power = 100; power <= high; power *= 10) {
            for (int digit : new int[] {1, 2, 5}) {
                if (digit * power <= high) {
                    values.add(digit * power);
                }
            }
        }
        return values;
    }

    /** The position of a frequency among the bins, all of the same height. */
    private static double position(double frequency, double[] bins) {
        int above = 1;
        while (above < bins.length - 1 && bins[above] < frequency) {
            above++;
        }
        double between = (frequency - bins[above - 1]) / (bins[above] - bins[above - 1]);
        return (above - 1 + between + 0.5) / bins.length;
    }

    /** The format of about {@code count} labels of XChart: as many decimals as their step has; powers if it is long. */
    static String pattern(double low, double high, int count) {
        int decimals = decimals(step((high - low) / count));
        double digits = decimals + Math.log10(Math.max(1, Math.max(-low, high)));
        return digits > DIGITS ? "0.###E0" : decimals == 0 ? "0" : "0." + "0".repeat(decimals);
    }

    private static int decimals(double step) {
        return (int) Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
    }

    private static String label(double value, double step) {
        int decimals = decimals(step);
        boolean zero = Math.abs(value) < step / 1e6; // a sum of steps may miss 0 by a rounding error of either sign
        return String.format(Locale.ROOT, "%." + decimals + "f", zero ? 0.0 : value);
    }
}
