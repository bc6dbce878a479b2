package io.github.jukelab.spark;

import io.github.jukelab.Sha256;
import io.github.jukelab.extraction.FeatureExtraction;
import io.github.jukelab.feature.FeatureSet;
import io.github.jukelab.feature.MelStatistics;
import io.github.jukelab.feature.Preset;
import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;

/**
 * What the values of a table depend on, as it is sent to executors.
 *
 * @param features which features
 * @param preset of {@link Features#TABLE}; null for others
 * @param segment length of a segment in seconds; null for whole tracks
 * @param rate to which each track is resampled first, in Hz
 */
record TableSettings(Features features, Preset preset, Double segment, int rate) implements Serializable {

    private static final int DIGITS = 12;

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
    TableSettings {
        if (preset != null && features != Features.TABLE) {
            throw new IllegalArgumentException("--preset is for --features table, not for " + features);
        }
    }

    /** One track is computed per task, so the number of threads does not matter. */
    FeatureExtraction extraction() {
        FeatureSet set =
                features == Features.TABLE ? Optional.ofNullable(preset).orElse(Preset.LIBROSA) : MelStatistics.DEFAULT;
        FeatureExtraction tracks = FeatureExtraction.of(set).withRate(rate).withThreads(1);
        return segment == null ? tracks : tracks.withSegments(segment);
    }

    /** Equal for equal settings: the name of the folder of their rows ends with it. */
    String fingerprint() {
        return Sha256.of(extraction().settings()).substring(0, DIGITS);
    }
}
