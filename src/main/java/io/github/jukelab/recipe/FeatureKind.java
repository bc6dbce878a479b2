package io.github.jukelab.recipe;

import io.github.jukelab.embedding.EmbeddingFeatures;
import io.github.jukelab.feature.FeatureSet;
import io.github.jukelab.feature.JoinedFeatures;
import io.github.jukelab.feature.MelStatistics;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.input.EmbeddingInput;
import io.github.jukelab.input.FeatureVectorInput;
import io.github.jukelab.input.JoinedInput;
import io.github.jukelab.input.MelStatisticsInput;
import io.github.jukelab.input.Preprocessing;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** The features of whole sounds that commands and notebooks know by a name. */
public enum FeatureKind {
    /** The 57 columns of the GTZAN feature table, with librosa's defaults. */
    TABLE {
        @Override
        public FeatureSet features() {
            return Preset.LIBROSA;
        }

        @Override
        public Preprocessing input() {
            return FeatureVectorInput.of(Preset.LIBROSA);
        }
    },
    /** {@link MelStatistics#DEFAULT}, 480 columns. */
    MEL_STATISTICS {
        @Override
        public FeatureSet features() {
            return MelStatistics.DEFAULT;
        }

        @Override
        public Preprocessing input() {
            return MelStatisticsInput.of(MelStatistics.DEFAULT);
        }
    },
    /** {@link EmbeddingFeatures#musicnn}, 200 columns; needs a file that {@code make embeddings} writes. */
    EMBEDDING {
        @Override
        public FeatureSet features() {
            return EmbeddingFeatures.musicnn();
        }

        @Override
        public Preprocessing input() {
            return EmbeddingInput.of(EmbeddingFeatures.musicnn().embedding());
        }
    };

    /**
     * What a table of them has.
     *
     * @return names and computation
     * @throws java.io.UncheckedIOException if they need a file that this machine does not have
     */
    public abstract FeatureSet features();

    /**
     * How a whole sound becomes the input of a model.
     *
     * @return not normalised
     * @throws java.io.UncheckedIOException if they need a file that this machine does not have
     */
    public abstract Preprocessing input();

    /**
     * What a table of several kinds has, side by side.
     *
     * @param kinds at least one, in any order; each counts once
     * @return names and computation
     * @throws IllegalArgumentException if there is none
     * @throws java.io.UncheckedIOException if they need a file that this machine does not have
     */
    public static FeatureSet features(Collection<FeatureKind> kinds) {
        List<FeatureSet> parts =
                kinds.stream().distinct().sorted().map(FeatureKind::features).toList();
        return parts.size() == 1 ? parts.get(0) : new JoinedFeatures(parts);
    }

    /**
     * How a whole sound becomes the input of a model by several kinds, side by side.
     *
     * @param kinds at least one, in any order; each counts once
     * @return not normalised
     * @throws IllegalArgumentException if there is none
     * @throws java.io.UncheckedIOException if they need a file that this machine does not have
     */
    public static Preprocessing input(Collection<FeatureKind> kinds) {
        List<Preprocessing> parts =
                kinds.stream().distinct().sorted().map(FeatureKind::input).toList();
        return parts.size() == 1 ? parts.get(0) : JoinedInput.of(parts);
    }

    /** As on the command line: {@code table}, {@code mel-statistics} or {@code embedding}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
