package io.github.jukelab.input;

import io.github.jukelab.TimeSpan;
import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.embedding.Embedding;
import io.github.jukelab.embedding.EmbeddingId;
import io.github.jukelab.embedding.Embeddings;
import java.util.List;
import java.util.function.Consumer;

/**
 * A whole sound as the row of values that an {@link Embedding} gives it. The normalisation should be {@linkplain
 * StandardScaler#byColumn by column}. The weights are not saved with a model but read from a file of this machine; if it
 * is missing or has other weights, {@link #requireReady}, {@link #inputs} and {@link #forEachInput} throw an {@link java.io.UncheckedIOException}
 * that says what to do.
 *
 * <p>Example: {@code EmbeddingInput.of(Embeddings.get("musicnn-msd").id())}
 *
 * @param embedding which one
 * @param normalisation the last step, fitted on the training set
 */
public record EmbeddingInput(EmbeddingId embedding, StandardScaler normalisation) implements Preprocessing {

    /**
     * Checks the normalisation.
     *
     * @param embedding which one
     * @param normalisation the last step
     * @throws IllegalArgumentException if the normalisation is for another number of values
     */
    public EmbeddingInput {
        normalisation.requireFits(Shape.row(embedding.values()));
    }

    /**
     * The values of an embedding.
     *
     * @param embedding which one
     * @return not normalised
     */
    public static EmbeddingInput of(EmbeddingId embedding) {
        return new EmbeddingInput(embedding, StandardScaler.NONE);
    }

    @Override
    public EmbeddingInput withNormalisation(StandardScaler normalisation) {
        return new EmbeddingInput(embedding, normalisation);
    }

    /** Always {@link Embedding#RATE}. */
    @Override
    public int rate() {
        return Embedding.RATE;
    }

    @Override
    public int samples() {
        return Integer.MAX_VALUE;
    }

    /** One row of all values. */
    @Override
    public Shape shape() {
        return Shape.row(embedding.values());
    }

    /** Reads the weights, if that was not done before. */
    @Override
    public void requireReady() {
        Embeddings.get(embedding);
    }

    /** Always true. */
    @Override
    public boolean costly() {
        return true;
    }

    /** One row, not normalised. */
    @Override
    public List<float[]> inputs(Wave wave) {
        return List.of(Embeddings.get(embedding).values(wave));
    }

    @Override
    public void forEachInput(Recording recording, Consumer<float[]> action) throws AudioException {
        action.accept(Embeddings.get(embedding).values(recording));
    }

    @Override
    public TimeSpan span(int index, double seconds) {
        return TimeSpan.of(0, Integer.MAX_VALUE, rate(), seconds);
    }

    @Override
    public String toString() {
        return "EmbeddingInput[" + embedding + "]";
    }
}
