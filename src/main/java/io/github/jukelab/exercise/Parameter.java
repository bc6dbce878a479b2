package io.github.jukelab.exercise;

import java.lang.reflect.Array;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One value that a check takes.
 *
 * @param name as in {@code check("00.1", name)}
 * @param kind what it must be, such as {@code a number}
 * @param reader gives the value, or nothing if it is of another kind; never gets null
 * @param <T> type of the value
 */
record Parameter<T>(String name, String kind, Function<Object, Optional<T>> reader) {

    /** A value of a type of ours. */
    static <T> Parameter<T> of(String name, Class<T> type) {
        String article = "AEIOU".indexOf(type.getSimpleName().charAt(0)) < 0 ? "a " : "an ";
        return new Parameter<>(name, article + type.getSimpleName(), value -> Optional.of(value)
                .filter(type::isInstance)
                .map(type::cast));
    }

    /** A finite number. */
    static Parameter<Double> number(String name) {
        return new Parameter<>(name, "a number", Parameter::finite);
    }

    /** A number from 0 to 1. */
    static Parameter<Double> share(String name) {
        return new Parameter<>(name, "a number from 0 to 1, not percent", value -> finite(value)
                .filter(share -> 0 <= share && share <= 1));
    }

    /** Text that is not blank, without spaces around it. */
    static Parameter<String> text(String name) {
        return new Parameter<>(name, "a text in quotes", Parameter::notBlank);
    }

    /** At least one finite number: an array or a list. */
    static Parameter<double[]> numbers(String name) {
        return new Parameter<>(name, "numbers, such as new double[] {1, 2}", value -> all(
                        items(value), Parameter::finite)
                .map(numbers -> numbers.stream().mapToDouble(number -> number).toArray()));
    }

    /** At least one text: a list, a set, or one text with commas between them. */
    static Parameter<List<String>> texts(String name) {
        return new Parameter<>(
                name,
                "texts, such as List.of(\"a\", \"b\")",
                value -> all(
                        value instanceof String text ? List.of(text.split(",")) : items(value), Parameter::notBlank));
    }

    private static Optional<String> notBlank(Object value) {
        return value instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }

    private static Optional<Double> finite(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue())
                ? Optional.of(number.doubleValue())
                : Optional.empty();
    }

    /** The elements of an array or a collection; none of another value. */
    private static List<?> items(Object value) {
        if (value instanceof Collection<?> collection) {
            return collection.stream().toList();
        }
        return value.getClass().isArray()
                ? IntStream.range(0, Array.getLength(value))
                        .mapToObj(i -> Array.get(value, i))
                        .toList()
                : List.of();
    }

    /** Nothing if there is none, or one cannot be used. */
    private static <T> Optional<List<T>> all(List<?> items, Function<Object, Optional<T>> reader) {
        List<T> values =
                items.stream().flatMap(item -> reader.apply(item).stream()).toList();
        return Optional.of(values).filter(all -> !all.isEmpty() && all.size() == items.size());
    }

    T read(Object value) {
        return Optional.ofNullable(value)
                .flatMap(reader)
                .orElseThrow(() -> new UnusableValueException(name + " is " + described(value)));
    }

    private static String described(Object value) {
        if (value == null || value instanceof Number) {
            return String.valueOf(value);
        }
        return value instanceof String text
                ? "the text \"" + text + "\""
                : "of the type " + value.getClass().getSimpleName();
    }
}
