package io.github.jukelab.input;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.github.jukelab.Require;
import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import java.util.List;
import java.util.function.Consumer;

/**
 * A whole sound as one row of several kinds of features, side by side. The normalisation should be {@linkplain
 * StandardScaler#byColumn by column}.
 *
 * <p>Example: {@code JoinedInput.of(List.of(MelStatisticsInput.of(MelStatistics.DEFAULT), EmbeddingInput.of(id)))}
 *
 * @param parts at least two, each of whole sounds and not normalised
 * @param normalisation the last step, fitted on the training set
 */
public record JoinedInput(
        @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, include = JsonTypeInfo.As.WRAPPER_OBJECT)
        @JsonSubTypes({
            @JsonSubTypes.Type(value = FeatureVectorInput.class, name = "FeatureRows"),
            @JsonSubTypes.Type(value = MelStatisticsInput.class, name = "MelStatistics"),
            @JsonSubTypes.Type(value = EmbeddingInput.class, name = "Embedding")
        })
        List<Preprocessing> parts,

        StandardScaler normalisation)
        implements Preprocessing {

    /**
     * Checks the parts.
     *
     * @param parts at least two
     * @param normalisation the last step
     * @throws IllegalArgumentException if there are fewer, one of them is not of whole sounds or is normalised, or the
     *     normalisation is for another number of values
     */
    public JoinedInput {
        parts = List.copyOf(parts);
        Require.atLeast("parts", 2, parts.size());
        for (Preprocessing part : parts) {
            if (!isWhole(part) || !part.normalisation().equals(StandardScaler.NONE)) {
                throw new IllegalArgumentException(
                        "what is joined must be features of whole sounds that are not normalised, got " + part);
            }
        }
        normalisation.requireFits(shape(parts));
    }

    private static boolean isWhole(Preprocessing part) {
        return part instanceof EmbeddingInput
                || part instanceof MelStatisticsInput statistics && statistics.window() == MelStatisticsInput.WHOLE
                || part instanceof FeatureVectorInput table && table.segment() == FeatureVectorInput.WHOLE;
    }

    /**
     * Several kinds of features.
     *
     * @param parts at least two, each of whole sounds and not normalised
     * @return not normalised
     * @throws IllegalArgumentException if there are fewer, or one of them is not of whole sounds or is normalised
     */
    public static JoinedInput of(List<Preprocessing> parts) {
        return new JoinedInput(parts, StandardScaler.NONE);
    }

    @Override
    public JoinedInput withNormalisation(StandardScaler normalisation) {
        return new JoinedInput(parts, normalisation);
    }

    /** The highest of the parts' rates; each part resamples by itself. */
    @Override
    public int rate() {
        return parts.stream().mapToInt(Preprocessing::rate).max().orElseThrow();
    }

    @Override
    public int samples() {
        return Integer.MAX_VALUE;
    }

    /** One row with the values of all parts. */
    @Override
    public Shape shape() {
        return shape(parts);
    }

    private static Shape shape(List<Preprocessing> parts) {
        return Shape.row(parts.stream().mapToInt(part -> part.shape().values()).sum());
    }

    /** All parts are checked. */
    @Override
    public void requireReady() {
        parts.forEach(Preprocessing::requireReady);
    }

    /** If a part is. */
    @Override
    public boolean costly() {
        return parts.stream().anyMatch(Preprocessing::costly);
    }

    /** One row, not normalised. */
    @Override
    public List<float[]> inputs(Wave wave) {
        Row row = new Row();
        parts.forEach(part -> part.inputs(wave).forEach(row));
        return List.of(row.values);
    }

    /** The recording is read for each part. */
    @Override
    public void forEachInput(Recording recording, Consumer<float[]> action) throws AudioException {
        Row row = new Row();
        for (Preprocessing part : parts) {
            part.forEachInput(recording, row);
        }
        action.accept(row.values);
    }

    /** Puts the values of the parts one behind the other. */
    private final class Row implements Consumer<float[]> {

        private final float[] values = new float[shape().values()];
        private int filled;

        @Override
        public void accept(float[] part) {
            System.arraycopy(part, 0, values, filled, part.length);
            filled += part.length;
        }
    }

    @Override
    public TimeSpan span(int index, double seconds) {
        return TimeSpan.of(0, Integer.MAX_VALUE, rate(), seconds);
    }

    @Override
    public String toString() {
        return "JoinedInput" + parts;
    }
}
