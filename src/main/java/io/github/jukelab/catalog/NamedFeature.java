package io.github.jukelab.catalog;

import io.github.jukelab.audio.Wave;
import java.util.Set;

/** A feature that can be asked for by its name. Immutable. */
public final class NamedFeature {

    /** From a wave, at the rate wanted, to the values. */
    interface Recipe {
        FeatureArray of(Wave wave, Parameters parameters);
    }

    private final String name;
    private final String description;
    private final Set<Parameter> parameters;
    private final Recipe recipe;

    NamedFeature(String name, String description, Set<Parameter> parameters, Recipe recipe) {
        this.name = name;
        this.description = description;
        this.parameters = parameters;
        this.recipe = recipe;
    }

    /**
     * The name.
     *
     * @return such as {@code spectral_centroid}
     */
    public String name() {
        return name;
    }

    /**
     * What it is.
     *
     * @return one line for a person, with the unit
     */
    public String description() {
        return description;
    }

    /**
     * What can be set.
     *
     * @return in a fixed order; it looks at no other parameter
     */
    public Set<Parameter> parameters() {
        return parameters;
    }

    /**
     * The feature of a wave.
     *
     * @param wave brought to another rate first if the parameters say so and this feature takes a rate
     * @param values of its parameters
     * @return the values, in librosa's shape and number type
     * @throws IllegalArgumentException if the wave is too short for these parameters, or they do not fit together
     */
    public FeatureArray of(Wave wave, Parameters values) {
        boolean resample = parameters.contains(Parameter.RATE) && values.rate().isPresent();
        return recipe.of(resample ? wave.resample(values.rate().getAsInt()) : wave, values);
    }

    @Override
    public String toString() {
        return "NamedFeature[" + name + ", takes " + parameters + "]";
    }
}
