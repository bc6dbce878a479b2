package io.github.jukelab.cli;

import io.github.jukelab.Durations;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.input.ClassWeight;
import io.github.jukelab.recipe.FeatureKind;
import io.github.jukelab.recipe.SplitRule;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.TypeConversionException;

/** Makes values of the text of arguments, or says which values there are. */
final class Converters {

    private Converters() {}

    /** Adds them to a command line and its commands. */
    static CommandLine register(CommandLine line) {
        return line.registerConverter(Path.class, Converters::path)
                .registerConverter(Preset.class, Converters::preset)
                .registerConverter(FeatureKind.class, name -> choice(FeatureKind.values(), name))
                .registerConverter(SplitRule.class, Converters::splitRule)
                .registerConverter(ClassWeight.class, name -> choice(ClassWeight.values(), name))
                .registerConverter(PredictCommand.Format.class, name -> choice(PredictCommand.Format.values(), name))
                .registerConverter(PredictCommand.Per.class, name -> choice(PredictCommand.Per.values(), name))
                .registerConverter(Duration.class, Converters::duration)
                .registerConverter(int.class, Converters::integer)
                .registerConverter(Integer.class, Converters::integer)
                .registerConverter(long.class, Converters::wholeNumber)
                .registerConverter(double.class, Converters::number)
                .registerConverter(Double.class, Converters::number);
    }

    /** An empty one is most often a variable of the shell that was not set; it would name the current folder. */
    private static Path path(String text) {
        if (text.isEmpty()) {
            throw new TypeConversionException("must name a file or folder, got an empty text");
        }
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new TypeConversionException("must name a file or folder, got " + text + ": " + e.getReason());
        }
    }

    private static Duration duration(String text) {
        try {
            return Durations.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static Preset preset(String name) {
        try {
            return Preset.of(name);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    private static <E extends Enum<E>> E choice(E[] values, String name) {
        return Arrays.stream(values)
                .filter(value -> value.toString().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "must be one of " + Arrays.toString(values).toLowerCase(Locale.ROOT) + ", got " + name));
    }

    private static int integer(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw notANumber("a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE, text);
        }
    }

    private static long wholeNumber(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw notANumber("a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE, text);
        }
    }

    private static double number(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw notANumber("a number", text);
        }
    }

    private static TypeConversionException notANumber(String expected, String text) {
        return new TypeConversionException("must be " + expected + ", got '" + text + "'");
    }

    private static SplitRule splitRule(String name) {
        if (name.equals("song")) {
            throw new TypeConversionException("'song' is now 'track'");
        }
        return Arrays.stream(SplitRule.values())
                .filter(rule -> rule.toString().equals(name)
                        || rule == SplitRule.ARTIST && rule.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "must be one of " + Arrays.toString(SplitRule.values()) + ", got " + name));
    }
}
