package io.github.jukelab.embedding;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.feature.FeatureRow;
import io.github.jukelab.feature.FeatureSet;
import io.github.jukelab.signal.Stft;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The values of an {@link Embedding} as features of a whole sound, named {@code musicnn-msd_001} and so on. The embedding
 * is read from its file with the first row.
 *
 * @param embedding which one
 */
public record EmbeddingFeatures(EmbeddingId embedding) implements FeatureSet {

    private static final Pattern NAME = Pattern.compile("^([a-z0-9][a-z0-9-]*)_\\d{3}$");

    /**
     * Those of musicnn, trained on the Million Song Dataset.
     *
     * @return 200 values
     * @throws java.io.UncheckedIOException if this machine does not have its file; the message says what to do
     */
    public static EmbeddingFeatures musicnn() {
        return new EmbeddingFeatures(Embeddings.get(MusicnnPackage.NAME).id());
    }

    /**
     * The values of an embedding that a header names.
     *
     * @param columns such as those of a feature table
     * @return the names from the first value of the first embedding on, as many as there are columns of such names; none
     *     if there is no such column
     */
    public static List<String> named(List<String> columns) {
        List<MatchResult> found = columns.stream()
                .flatMap(column -> NAME.matcher(column).results())
                .toList();
        return found.isEmpty() ? List.of() : names(found.get(0).group(1), found.size());
    }

    @Override
    public List<String> names() {
        return names(embedding.name(), embedding.values());
    }

    private static List<String> names(String embedding, int values) {
        return IntStream.rangeClosed(1, values)
                .mapToObj(i -> String.format(Locale.ROOT, "%s_%03d", embedding, i))
                .toList();
    }

    /** Always {@link Embedding#STFT}. */
    @Override
    public Stft stft() {
        return Embedding.STFT;
    }

    /** Resampled to 16 000 Hz; about 0.3 s for 30 s. */
    @Override
    public FeatureRow row(Wave wave) {
        return row(Embeddings.get(embedding).values(wave));
    }

    @Override
    public FeatureRow row(Recording recording) throws AudioException {
        return row(Embeddings.get(embedding).values(recording));
    }

    private FeatureRow row(float[] values) {
        return FeatureRow.of(
                names(),
                IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray());
    }

    @Override
    public String toString() {
        return "EmbeddingFeatures[" + embedding + "]";
    }
}
