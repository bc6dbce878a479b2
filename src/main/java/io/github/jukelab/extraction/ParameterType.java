package io.github.jukelab.extraction;

import io.github.jukelab.signal.Reference;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The values that a parameter may have.
 *
 * @param type of the values
 * @param range the values in words, after "must be"
 * @param parse makes a value of its text; empty or a {@link NumberFormatException} for other texts
 * @param valid whether a value of the type is within the range
 */
record ParameterType<T>(Class<T> type, String range, Function<String, Optional<T>> parse, Predicate<T> valid) {

    /** A whole number of which there is at least one. */
    static ParameterType<Integer> count() {
        return whole("1 or more", n -> n >= 1);
    }

    static ParameterType<Integer> whole(String range, Predicate<Integer> valid) {
        return new ParameterType<>(
                Integer.class, "a whole number, " + range, text -> Optional.of(Integer.valueOf(text)), valid);
    }

    static ParameterType<Double> atLeast(int least) {
        return number(least + " or more", x -> x >= least);
    }

    static ParameterType<Double> positive() {
        return number("more than 0", x -> x > 0);
    }

    /** A finite number. */
    static ParameterType<Double> number(String range, Predicate<Double> valid) {
        return new ParameterType<>(
                Double.class,
                "a number, " + range,
                text -> Optional.of(Double.valueOf(text)),
                x -> Double.isFinite(x) && valid.test(x));
    }

    /** A level in decibels, or infinity, whose name is {@code none}. */
    static ParameterType<Double> level() {
        return new ParameterType<>(
                Double.class,
                "a number, 0 or more, or none",
                text -> Optional.of(text.equals("none") ? Double.POSITIVE_INFINITY : Double.parseDouble(text)),
                x -> x >= 0);
    }

    static ParameterType<Reference> reference() {
        return new ParameterType<>(
                Reference.class,
                "a number, more than 0, or max",
                text -> Optional.of(text.equals("max") ? Reference.MAX : Reference.of(Double.parseDouble(text))),
                value -> true);
    }

    /** One number for both parts of a sound, or one for each. */
    static ParameterType<PartPair> pair(String range, Predicate<Double> valid) {
        return new ParameterType<>(
                PartPair.class,
                range + "; or two, separated by a comma, for the harmonic and the percussive part",
                PartPair::parse,
                pair -> valid.test(pair.harmonic()) && valid.test(pair.percussive()));
    }

    static ParameterType<Boolean> flag() {
        return choice(Boolean.class, Map.of("true", true, "false", false));
    }

    /** The constants of an enum, in lower case. */
    static <E extends Enum<E>> ParameterType<E> constants(Class<E> type) {
        Map<String, E> values = new LinkedHashMap<>();
        for (E constant : type.getEnumConstants()) {
            values.put(constant.name().toLowerCase(Locale.ROOT), constant);
        }
        return named(type, values);
    }

    /** Values by their names, shown in alphabetical order. */
    static <T> ParameterType<T> choice(Class<T> type, Map<String, T> values) {
        return named(type, new TreeMap<>(values));
    }

    private static <T> ParameterType<T> named(Class<T> type, Map<String, T> values) {
        return new ParameterType<>(
                type,
                "one of " + String.join(", ", values.keySet()),
                text -> Optional.ofNullable(values.get(text.toLowerCase(Locale.ROOT))),
                values::containsValue);
    }

    /** The value of a text, if it has one within the range. */
    Optional<T> read(String text) {
        try {
            return parse.apply(text).filter(valid);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** A value as this type, if it is one within the range. */
    Optional<T> cast(Object value) {
        return type.isInstance(value) ? Optional.of(type.cast(value)).filter(valid) : Optional.empty();
    }
}
