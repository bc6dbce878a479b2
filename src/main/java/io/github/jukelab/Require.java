package io.github.jukelab;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Checks of arguments: each throws an {@link IllegalArgumentException} that names the value and what was given. */
public final class Require {

    private Require() {}

    /**
     * A number of things.
     *
     * @param name what the message calls it
     * @param minimum the smallest allowed value
     * @param value what was given
     * @throws IllegalArgumentException if it is smaller
     */
    public static void atLeast(String name, int minimum, int value) {
        if (value < minimum) {
            throw new IllegalArgumentException(name + " must be at least " + minimum + ", got " + value);
        }
    }

    /**
     * A quantity.
     *
     * @param name what the message calls it
     * @param value what was given
     * @throws IllegalArgumentException if it is not positive or not finite
     */
    public static void positive(String name, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(name + " must be positive and finite, got " + value);
        }
    }

    /**
     * The name of something that there is.
     *
     * @param name what the message calls it
     * @param known all names
     * @param value what was given
     * @return its index
     * @throws IllegalArgumentException if it is not among them; the message lists them, the most similar at its end
     */
    public static int oneOf(String name, List<String> known, String value) {
        int index = known.indexOf(value);
        if (index < 0) {
            throw new IllegalArgumentException(
                    name + " must be one of " + known + ", got " + value + Suggestions.text(known, value));
        }
        return index;
    }

    /**
     * Names of things that differ.
     *
     * @param name what the message calls them
     * @param values what was given
     * @throws IllegalArgumentException if one of them is there twice
     */
    public static void unique(String name, Collection<String> values) {
        Set<String> seen = new HashSet<>();
        for (String value : values) {
            if (!seen.add(value)) {
                throw new IllegalArgumentException(name + " must be unique, got " + value + " twice");
            }
        }
    }

    /**
     * The labels of a model.
     *
     * @param labels what was given
     * @throws IllegalArgumentException if there is none, or one is blank, has a control character or is there twice
     */
    public static void labels(Collection<String> labels) {
        if (labels.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one label, got none");
        }
        for (String label : labels) {
            if (label.isBlank() || label.chars().anyMatch(Character::isISOControl)) {
                throw new IllegalArgumentException(
                        "a label must be text without control characters, got \"" + label + "\"");
            }
        }
        unique("labels", labels);
    }
}
