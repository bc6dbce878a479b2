package io.github.jukelab.extraction;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far values may differ from librosa's, parsed from the text in the fixtures' manifest: {@code abs 1e-3 dB}, {@code
 * rel 1e-5}, {@code max|a-b| <= 1e-6 * max|b|}, {@code exact}, {@code exact bin in >= 99.9% of frames, else one bin}.
 */
final class Tolerance {

    private static final String NUMBER = "(\\d[\\d.e+-]*)";
    private static final Pattern ABSOLUTE = Pattern.compile("(?:abs|exact) " + NUMBER);
    private static final Pattern RELATIVE = Pattern.compile("rel " + NUMBER);
    private static final Pattern ABOVE = Pattern.compile("where b > " + NUMBER + "\\*max");
    private static final Pattern OF_MAXIMUM = Pattern.compile("max\\|a-b\\| <= " + NUMBER + " \\* max\\|b\\|");

    /** Hz from bin to bin in the clips. */
    private static final double BIN = 22_050 / 2048.0;

    private final String text;

    private Tolerance(String text) {
        // For the second rolloff the manifest only says "same".
        this.text = text.equals("same") ? "exact bin in >= 99.9% of frames, else one bin" : text;
    }

    static Tolerance of(String text) {
        return new Tolerance(text);
    }

    /** A description of the values out of tolerance; empty if there are none. */
    Optional<String> violation(double[] actual, double[] expected) {
        List<String> far = new ArrayList<>();
        double maximum = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        int unequal = 0;
        for (int i = 0; i < expected.length; i++) {
            if (!(Math.abs(actual[i] - expected[i]) <= allowed(Math.abs(expected[i]), maximum))) {
                far.add(i + ": " + actual[i] + " for " + expected[i]);
            }
            unequal += actual[i] == expected[i] ? 0 : 1;
        }
        boolean few = far.size() <= allowedOutliers() * expected.length;
        boolean mostlyExact = !text.contains("99.9%") || unequal <= Math.max(1, expected.length / 1000);
        return few && mostlyExact
                ? Optional.empty()
                : Optional.of(far.size() + " of " + expected.length + " differ by more than: " + text + "; " + unequal
                        + " differ; first " + far.stream().limit(3).toList());
    }

    /** Quantised chroma may round to either side. */
    private double allowedOutliers() {
        return text.contains("except") ? 0.01 : 0;
    }

    private double allowed(double expected, double maximum) {
        if (text.contains("one bin")) {
            return BIN;
        }
        double all = number(OF_MAXIMUM) * maximum;
        double relative = number(RELATIVE) * expected;
        boolean both = text.contains(" and rel ");
        if (both) {
            return expected > number(ABOVE) * maximum ? Math.min(all, relative) : all;
        }
        return text.contains(" or abs ") ? Math.max(relative, number(ABSOLUTE)) : number(ABSOLUTE) + relative + all;
    }

    private double number(Pattern pattern) {
        Matcher found = pattern.matcher(text);
        return found.find() ? Double.parseDouble(found.group(1)) : 0;
    }

    /** The tolerance of one value of a table: the part of the text with its name, else the first part. */
    Tolerance forValue(String name) {
        String[] parts = text.split("; ");
        return Arrays.stream(parts)
                .filter(part -> part.contains(name))
                .findFirst()
                .map(Tolerance::new)
                .orElseGet(() -> new Tolerance(parts[0]));
    }

    @Override
    public String toString() {
        return text;
    }
}
