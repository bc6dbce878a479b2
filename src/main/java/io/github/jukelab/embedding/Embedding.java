package io.github.jukelab.embedding;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.signal.FrameReader;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Spectrogram;
import io.github.jukelab.signal.Stft;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A network that was trained on other music, musicnn, and what it makes of a sound: a row of values, the means over
 * patches of 3 s of the layer before its last; and how probable each tag is that it was trained for. Immutable.
 *
 * <p>Equal to the values of its authors' package to 1e-3, but in float throughout: theirs overflow on loud sounds. About
 * 0.3 s for 30 s of sound, on one core.
 *
 * <p>Example: {@code Embedding.read(Path.of("data/embeddings/musicnn-msd.onnx")).tags(wave)}
 */
public final class Embedding {

    /** To which sounds are resampled, in Hz. */
    public static final int RATE = 16_000;

    /** Frames of 32 ms every 16 ms, with zeros beyond the ends. */
    public static final Stft STFT = Stft.of(512).withHop(256);

    /** The bands of the network's input, from 0 to 8000 Hz. */
    public static final MelBank MEL = MelBank.of(Musicnn.BANDS, RATE);

    /** Frames of a patch; what is left after the last whole patch of a sound is not used. */
    public static final int PATCH = Musicnn.FRAMES;

    /** Powers are multiplied by it, and increased by 1, before the logarithm. */
    public static final double COMPRESSION = 10_000;

    private final EmbeddingId id;
    private final Weights weights;
    private final List<String> tags;
    private final String licence;
    private final String source;
    private final Musicnn network;

    private Embedding(
            EmbeddingId id, Weights weights, List<String> tags, String licence, String source, Musicnn network) {
        this.id = id;
        this.weights = weights;
        this.tags = tags;
        this.licence = licence;
        this.source = source;
        this.network = network;
    }

    /**
     * An embedding of some weights.
     *
     * @param name such as {@code musicnn-msd}
     * @param weights of musicnn; others are left out
     * @param tags what the network was trained to say, in the order of its outputs
     * @param licence its text
     * @param source where the weights are from, a sentence
     * @return the embedding
     * @throws IllegalArgumentException if weights are missing, do not fit together, or are for another number of tags
     */
    public static Embedding of(String name, Weights weights, List<String> tags, String licence, String source) {
        Weights used = weights.only(Musicnn.names());
        Musicnn network = new Musicnn(used);
        if (tags.size() != network.tagCount()) {
            throw new IllegalArgumentException(
                    "the network has " + network.tagCount() + " tags, got the names of " + tags.size());
        }
        EmbeddingId id = new EmbeddingId(name, used.checksum(), network.embeddingSize());
        return new Embedding(id, used, List.copyOf(tags), licence, source, network);
    }

    /**
     * Reads an embedding.
     *
     * @param file the ONNX file that {@code make embeddings} wrote
     * @return the embedding
     * @throws IOException if it cannot be read, is of something else or damaged; the message names it
     */
    public static Embedding read(Path file) throws IOException {
        return EmbeddingFile.read(file);
    }

    /**
     * Name, checksum and number of values.
     *
     * @return what a model stores of it
     */
    public EmbeddingId id() {
        return id;
    }

    /**
     * The weights.
     *
     * @return all that the network has
     */
    public Weights weights() {
        return weights;
    }

    /**
     * The tags that the network was trained for.
     *
     * @return in the order of its outputs
     */
    public List<String> tags() {
        return tags;
    }

    /**
     * Under which terms the weights may be used.
     *
     * @return the text of the licence
     */
    public String licence() {
        return licence;
    }

    /**
     * Where the weights are from.
     *
     * @return a sentence
     */
    public String source() {
        return source;
    }

    /**
     * The values of a sound.
     *
     * @param wave at any rate; one shorter than a patch is repeated until it fills one
     * @return {@code id().values()} values
     * @throws IllegalArgumentException if a sample is too large for spectra
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public float[] values(Wave wave) {
        return inMemory(wave, this::values);
    }

    /**
     * The values of a recording of any length, in memory that does not grow with it.
     *
     * @param recording at any rate; one shorter than a patch is repeated until it fills one
     * @return {@code id().values()} values
     * @throws AudioException if it cannot be read
     * @throws IllegalArgumentException if a sample is too large for spectra, or there are more than 2147483647 samples
     *     at 16 000 Hz (37 hours)
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public float[] values(Recording recording) throws AudioException {
        Mean mean = new Mean(id.values());
        forEachPatch(recording, patch -> mean.add(network.run(patch).embedding()));
        return mean.values();
    }

    /**
     * How probable the network finds each of its tags.
     *
     * @param wave at any rate; one shorter than a patch is repeated until it fills one
     * @return tag → mean probability over the patches, the most probable first
     * @throws IllegalArgumentException if a sample is too large for spectra
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public Map<String, Float> tags(Wave wave) {
        float[] probabilities = inMemory(wave, recording -> {
            Mean mean = new Mean(tags.size());
            forEachPatch(recording, patch -> mean.add(network.run(patch).tags()));
            return mean.values();
        });
        Map<String, Float> sorted = new LinkedHashMap<>();
        IntStream.range(0, tags.size())
                .boxed()
                .sorted(Comparator.comparing(i -> -probabilities[i]))
                .forEach(i -> sorted.put(tags.get(i), probabilities[i]));
        return sorted;
    }

    /** Computes something of a recording. */
    @FunctionalInterface
    private interface Computation {
        float[] of(Recording recording) throws AudioException;
    }

    private static float[] inMemory(Wave wave, Computation reading) {
        try {
            return reading.of(Recording.of(wave));
        } catch (AudioException e) {
            throw new IllegalStateException("a wave in memory can be read", e);
        }
    }

    private static void forEachPatch(Recording recording, Consumer<float[]> action) throws AudioException {
        try (FrameReader reader = FrameReader.of(recording.resample(RATE), STFT.framing())) {
            int patches = Math.max(1, reader.total() / PATCH);
            for (int i = 0; i < patches; i++) {
                action.accept(patch(MEL.apply(Spectrogram.of(reader.next(PATCH)))));
            }
        }
    }

    /** Compressed powers (frame, band); of fewer frames than a patch has, they are repeated. */
    private static float[] patch(Spectrogram powers) {
        int frames = powers.frames();
        float[] values = powers.values();
        float[] patch = new float[PATCH * Musicnn.BANDS];
        for (int frame = 0; frame < PATCH; frame++) {
            for (int band = 0; band < Musicnn.BANDS; band++) {
                float power = values[band * frames + frame % frames];
                patch[frame * Musicnn.BANDS + band] = (float) Math.log10(COMPRESSION * power + 1);
            }
        }
        return patch;
    }

    /** The mean of rows, summed in double. */
    private static final class Mean {

        private final double[] sums;
        private int count;

        Mean(int size) {
            sums = new double[size];
        }

        void add(float[] row) {
            count++;
            for (int i = 0; i < sums.length; i++) {
                sums[i] += row[i];
            }
        }

        float[] values() {
            float[] values = new float[sums.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (float) (sums[i] / count);
            }
            return values;
        }
    }

    @Override
    public String toString() {
        return "Embedding[" + id + ", " + tags.size() + " tags]";
    }
}
