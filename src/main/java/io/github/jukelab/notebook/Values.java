package io.github.jukelab.notebook;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Any value as readable text of limited length: of an array type, size and first elements; nothing like [B@1f2e. */
final class Values {

    private static final int MAX_ELEMENTS = 5;
    private static final int MAX_ITEMS = 100;
    private static final int MAX_LENGTH = 20_000;

    private Values() {}

    static String describe(Object value) {
        if (value.getClass().isArray()) {
            return array(value);
        }
        if (value instanceof Collection<?> items) {
            return cut(collection(items));
        }
        return cut(text(value));
    }

    private static String array(Object array) {
        int length = Array.getLength(array);
        String text = shape(array) + " " + head(array);
        Class<?> type = array.getClass().getComponentType();
        boolean number = type.isPrimitive() && type != boolean.class && type != char.class;
        return number && length > MAX_ELEMENTS ? text + summary(array) : text;
    }

    /** Type and size, such as {@code float[1025][]}. */
    private static String shape(Object array) {
        return array.getClass().getSimpleName().replaceFirst("\\[]", "[" + Array.getLength(array) + "]");
    }

    private static String head(Object array) {
        int length = Array.getLength(array);
        List<String> parts = new ArrayList<>(IntStream.range(0, Math.min(length, MAX_ELEMENTS))
                .mapToObj(i -> element(Array.get(array, i)))
                .toList());
        if (length > MAX_ELEMENTS) {
            parts.add("…");
        }
        return "{" + String.join(", ", parts) + "}";
    }

    private static String summary(Object array) {
        DoubleSummaryStatistics summary = IntStream.range(0, Array.getLength(array))
                .mapToDouble(i -> Array.getDouble(array, i))
                .summaryStatistics();
        return String.format(
                Locale.ROOT,
                " from %s to %s, mean %s",
                Numbers.format(summary.getMin()),
                Numbers.format(summary.getMax()),
                Numbers.format(summary.getAverage()));
    }

    /** An element of an array or a collection, in a few words. */
    private static String element(Object value) {
        if (value == null) {
            return "null";
        }
        if (value.getClass().isArray()) {
            return shape(value);
        }
        return value instanceof Double || value instanceof Float
                ? Numbers.format(((Number) value).doubleValue())
                : text(value);
    }

    /** As {@link Collection#toString} does, but of a long one only the first {@value #MAX_ITEMS} and the size. */
    private static String collection(Collection<?> items) {
        List<String> parts = new ArrayList<>();
        for (Iterator<?> all = items.iterator(); all.hasNext() && parts.size() < MAX_ITEMS; ) {
            Object item = all.next();
            parts.add(item != null && item.getClass().isArray() ? shape(item) : String.valueOf(item));
        }
        boolean more = items.size() > MAX_ITEMS;
        return "[" + String.join(", ", parts) + (more ? ", … " + items.size() + " in all]" : "]");
    }

    /** The text of the value; of a type without one, its name. */
    private static String text(Object value) {
        String text = String.valueOf(value);
        String identity = value.getClass().getName() + "@" + Integer.toHexString(value.hashCode());
        return text.equals(identity) ? name(value.getClass()) : text;
    }

    private static String name(Class<?> type) {
        return type.isSynthetic() || type.isHidden() ? "a lambda expression" : type.getSimpleName();
    }

    private static String cut(String text) {
        return text.length() <= MAX_LENGTH
                ? text
                : text.substring(0, MAX_LENGTH) + "… (" + text.length() + " characters in all)";
    }
}
