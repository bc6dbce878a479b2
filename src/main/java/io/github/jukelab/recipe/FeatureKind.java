package io.github.jukelab.recipe;

import io.github.jukelab.feature.FeatureSet;
import io.github.jukelab.feature.MelStatistics;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.input.FeatureVectorInput;
import io.github.jukelab.input.MelStatisticsInput;
import io.github.jukelab.input.Preprocessing;
import java.util.Locale;

/** The features of whole sounds that commands and notebooks know by a name. */
public enum FeatureKind {
    /** The 57 columns of the GTZAN feature table, with librosa's defaults. */
    TABLE(Preset.LIBROSA, FeatureVectorInput.of(Preset.LIBROSA)),
    /** {@link MelStatistics#DEFAULT}, 480 columns. */
    MEL_STATISTICS(MelStatistics.DEFAULT, MelStatisticsInput.of(MelStatistics.DEFAULT));

    private final FeatureSet features;
    private final Preprocessing input;

    FeatureKind(FeatureSet features, Preprocessing input) {
        this.features = features;
        this.input = input;
    }

    /**
     * What a table of them has.
     *
     * @return names and computation
     */
    public FeatureSet features() {
        return features;
    }

    /**
     * How a whole sound becomes the input of a model.
     *
     * @return not normalised, at 22 050 Hz
     */
    public Preprocessing input() {
        return input;
    }

    /** As on the command line: {@code table} or {@code mel-statistics}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
