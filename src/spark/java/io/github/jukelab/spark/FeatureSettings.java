package io.github.jukelab.spark;

import io.github.jukelab.extraction.FeatureExtraction;
import io.github.jukelab.feature.FeatureSet;
import io.github.jukelab.feature.MelStatistics;
import io.github.jukelab.feature.Preset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A table of features, a column for each.
 *
 * @param features which features
 * @param preset of {@link Features#TABLE}; null for others
 * @param segment length of a segment in seconds; null for whole tracks
 * @param rate to which each track is resampled first, in Hz
 */
record FeatureSettings(Features features, Preset preset, Double segment, int rate) implements TableSettings {

    /** The features that the command knows by a name. */
    enum Features {
        /** The 57 columns of the GTZAN feature table. */
        TABLE,
        /** {@link MelStatistics#DEFAULT}, 480 columns. */
        MEL_STATISTICS;

        /** As on the command line. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Checks that the values fit together. */
    FeatureSettings {
        if (preset != null && features != Features.TABLE) {
            throw new IllegalArgumentException("--preset is for --features table, not for " + features);
        }
    }

    @Override
    public String name() {
        return "features";
    }

    @Override
    public FeatureExtraction extraction() {
        FeatureSet set =
                features == Features.TABLE ? Optional.ofNullable(preset).orElse(Preset.LIBROSA) : MelStatistics.DEFAULT;
        FeatureExtraction tracks = FeatureExtraction.of(set).withRate(rate).withThreads(1);
        return segment == null ? tracks : tracks.withSegments(segment);
    }

    @Override
    public StructType columns() {
        StructType columns = new StructType();
        for (String feature : extraction().features().names()) {
            columns = columns.add(feature, DataTypes.DoubleType);
        }
        return columns;
    }

    @Override
    public List<Object> values(List<Double> computed) {
        return List.copyOf(computed);
    }
}
