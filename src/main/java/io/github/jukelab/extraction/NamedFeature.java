package io.github.jukelab.extraction;

import io.github.jukelab.audio.Wave;
import java.util.Set;

/** A feature of the catalog. Immutable. */
public final class NamedFeature {

    /** Computes the values of a wave that is already at the requested rate. */
    interface Extractor {
        FeatureArray of(Wave wave, FeatureParameters parameters);
    }

    private final String name;
    private final String description;
    private final Set<FeatureParameter> parameters;
    private final Extractor extractor;

    NamedFeature(String name, String description, Set<FeatureParameter> parameters, Extractor extractor) {
        this.name = name;
        this.description = description;
        this.parameters = parameters;
        this.extractor = extractor;
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
     * The description.
     *
     * @return one line, with the unit
     */
    public String description() {
        return description;
    }

    /**
     * The parameters it takes.
     *
     * @return in a fixed order; other parameters are ignored
     */
    public Set<FeatureParameter> parameters() {
        return parameters;
    }

    /**
     * Computes the feature of a wave.
     *
     * @param wave resampled first if the parameters have a rate and this feature takes one
     * @param values the parameters
     * @return the values, in librosa's shape and number type
     * @throws IllegalArgumentException if the wave is too short for these parameters, or they do not fit together
     */
    public FeatureArray of(Wave wave, FeatureParameters values) {
        boolean resample =
                parameters.contains(FeatureParameter.RATE) && values.rate().isPresent();
        return extractor.of(resample ? wave.resample(values.rate().getAsInt()) : wave, values);
    }

    @Override
    public String toString() {
        return "NamedFeature[" + name + ", takes " + parameters + "]";
    }
}
