package io.github.jukelab.extraction;

import io.github.jukelab.audio.Wave;
import java.util.Set;

/** A feature that can be asked for by its name. Immutable. */
public final class NamedFeature {

    /** From a wave, at the rate wanted, to the values. */
    interface Extractor {
        FeatureArray of(Wave wave, FeatureParameters parameters);
    }

    private final String name;
    private final String description;
    private final Set<FeatureParameter> parameters;
    private final Extractor recipe;

    NamedFeature(String name, String description, Set<FeatureParameter> parameters, Extractor recipe) {
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
    public Set<FeatureParameter> parameters() {
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
    public FeatureArray of(Wave wave, FeatureParameters values) {
        boolean resample =
                parameters.contains(FeatureParameter.RATE) && values.rate().isPresent();
        return recipe.of(resample ? wave.resample(values.rate().getAsInt()) : wave, values);
    }

    @Override
    public String toString() {
        return "NamedFeature[" + name + ", takes " + parameters + "]";
    }
}
