package io.github.jukelab.extraction;

import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Values of {@link FeatureParameter}s by their names. What is not set has the default of the feature. Immutable.
 *
 * <pre>{@code
 * FeatureParameters.LIBROSA.with(FeatureParameter.N_MELS, 40).with(FeatureParameter.FMAX, 8000.0)
 * }</pre>
 */
public final class FeatureParameters {

    /** Nothing is set: the defaults of librosa 0.11's features. */
    public static final FeatureParameters LIBROSA = new FeatureParameters(Map.of());

    private final Map<String, Object> values;

    private FeatureParameters(Map<String, Object> values) {
        this.values = values;
    }

    /** The defaults of some parameters. */
    static FeatureParameters defaults(Collection<FeatureParameter<?>> parameters) {
        Map<String, Object> values = new TreeMap<>();
        parameters.forEach(
                parameter -> parameter.defaultValue().ifPresent(value -> values.put(parameter.name(), value)));
        return new FeatureParameters(values);
    }

    /**
     * The same with another value of a parameter.
     *
     * @param parameter which
     * @param value within its range
     * @param <T> the type of its values
     * @return the parameters
     * @throws IllegalArgumentException if the value is out of range
     */
    public <T> FeatureParameters with(FeatureParameter<T> parameter, T value) {
        return with(parameter.name(), parameter.checked(value));
    }

    /**
     * The same with another value of a parameter, given as text.
     *
     * @param parameter which
     * @param text a value within its range
     * @return the parameters
     * @throws IllegalArgumentException if the text is no value within the range
     */
    public FeatureParameters withText(FeatureParameter<?> parameter, String text) {
        return with(parameter.name(), parameter.parse(text));
    }

    private FeatureParameters with(String name, Object value) {
        Map<String, Object> changed = new TreeMap<>(values);
        changed.put(name, value);
        return new FeatureParameters(changed);
    }

    /** These values, and others where these are not set. */
    FeatureParameters orElse(FeatureParameters others) {
        Map<String, Object> all = new TreeMap<>(others.values);
        all.putAll(values);
        return new FeatureParameters(all);
    }

    /**
     * The names of what is set.
     *
     * @return in alphabetical order
     */
    public Set<String> names() {
        return Collections.unmodifiableSet(values.keySet());
    }

    /**
     * The value of a parameter.
     *
     * @param parameter which
     * @param <T> the type of its values
     * @return empty if it is not set
     * @throws IllegalArgumentException if the value set under this name is of another parameter
     */
    public <T> Optional<T> find(FeatureParameter<T> parameter) {
        return Optional.ofNullable(values.get(parameter.name())).map(parameter::checked);
    }

    /** The value of a parameter that is set. */
    <T> T get(FeatureParameter<T> parameter) {
        return find(parameter).orElseThrow();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FeatureParameters o && values.equals(o.values);
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }

    @Override
    public String toString() {
        return "FeatureParameters" + values;
    }
}
