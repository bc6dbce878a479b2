package io.github.jukelab.provenance;

import io.github.jukelab.Sha256;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** A short checksum of settings, for comparison: equal settings have equal fingerprints. */
public final class Fingerprint {

    private static final int DIGITS = 16;

    private Fingerprint() {}

    /**
     * The fingerprint of some settings. An empty {@link Optional} does not count: a setting that is added later leaves
     * the fingerprints of all that do not use it.
     *
     * @param settings records of numbers, texts, enums, lists and other records; what they show as text does not matter
     * @return 16 hexadecimal digits; they change with every value, and with the name of every record and component
     * @throws IllegalArgumentException if there is anything else, such as a function
     */
    public static String of(Object settings) {
        return Sha256.of(text(settings)).substring(0, DIGITS);
    }

    private static String text(Object value) {
        if (value instanceof Record settings) {
            return text(settings);
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(Fingerprint::text).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Optional<?> present) {
            return text(present.orElseThrow());
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof OptionalDouble
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof String) {
            return value.toString();
        }
        throw new IllegalArgumentException("settings must be values, got " + value);
    }

    private static String text(Record settings) {
        StringBuilder text = new StringBuilder(settings.getClass().getSimpleName()).append('(');
        for (RecordComponent component : settings.getClass().getRecordComponents()) {
            Object value = value(settings, component);
            if (!value.equals(Optional.empty())) {
                text.append(component.getName()).append('=').append(text(value)).append(' ');
            }
        }
        return text.append(')').toString();
    }

    private static Object value(Record settings, RecordComponent component) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(settings);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("every record has accessors", e);
        }
    }
}
