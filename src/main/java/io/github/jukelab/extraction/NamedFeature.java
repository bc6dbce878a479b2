package io.github.jukelab.extraction;

import io.github.jukelab.audio.Wave;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A feature of the catalog. Immutable. */
public final class NamedFeature {

    /** Computes the values of a wave that is already at the requested rate. */
    interface Extractor {
        /** All parameters of the feature are set, except those whose default depends on others or on the wave. */
        FeatureArray of(Wave wave, FeatureParameters parameters);
    }

    private final String name;
    private final String description;
    private final List<FeatureParameter<?>> parameters;
    private final Extractor extractor;

    NamedFeature(String name, String description, List<FeatureParameter<?>> parameters, Extractor extractor) {
        this.name = name;
        this.description = description;
        this.parameters = List.copyOf(parameters);
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
     * The parameters it takes, with its defaults.
     *
     * @return in a fixed order
     */
    public List<FeatureParameter<?>> parameters() {
        return parameters;
    }

    /**
     * A parameter it takes.
     *
     * @param name such as {@code n_fft}
     * @return empty if it takes none of this name
     */
    public Optional<FeatureParameter<?>> parameter(String name) {
        return parameters.stream()
                .filter(parameter -> parameter.name().equals(name))
                .findFirst();
    }

    /**
     * Checks parameters before the work.
     *
     * @param values what is not set has the default of this feature
     * @throws IllegalArgumentException if the feature does not take one of them (the message names those it takes), a value
     *     is that of another parameter with the same name, or values do not fit together
     */
    public void check(FeatureParameters values) {
        for (String set : values.names()) {
            values.find(parameter(set).orElseThrow(() -> new IllegalArgumentException(refusal(set))));
        }
        Fits.check(all(values));
    }

    /**
     * Says that a parameter is not taken, and which are.
     *
     * @param parameter the name of the parameter
     * @return such as {@code tempo does not take n_mels; it takes rate, hop_length}
     */
    public String refusal(String parameter) {
        String taken = parameters.stream().map(FeatureParameter::name).collect(Collectors.joining(", "));
        return name + " does not take " + parameter + "; it takes " + taken;
    }

    private FeatureParameters all(FeatureParameters values) {
        return values.orElse(FeatureParameters.defaults(parameters));
    }

    /**
     * Computes the feature of a wave.
     *
     * @param wave resampled first if the parameters have a rate
     * @param values what is not set has the default of this feature
     * @return the values, in librosa's shape and number type
     * @throws IllegalArgumentException as {@link #check}, or if the wave is too short for these parameters
     */
    public FeatureArray of(Wave wave, FeatureParameters values) {
        check(values);
        FeatureParameters all = all(values);
        return extractor.of(all.find(FeatureParameter.RATE).map(wave::resample).orElse(wave), all);
    }

    @Override
    public String toString() {
        return "NamedFeature[" + name + ", takes " + parameters + "]";
    }
}
