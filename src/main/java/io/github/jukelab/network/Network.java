package io.github.jukelab.network;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.SoundPrediction;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Normalisation;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.input.Shape;
import io.github.jukelab.input.TimeSpan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A network with its labels and, if its input is sound, its preprocessing. {@link Training#fit} changes its weights;
 * all else is fixed. Not thread-safe.
 *
 * <p>Example: {@code Network.of(Architectures.fiveBlocks(128, 129, 10, seed), labels, MelWindows.REPAIRED)}
 *
 * <p>Notebook: 04-mel-windows
 */
public final class Network {

    private static final int BATCH = 64;

    private final MultiLayerNetwork model;
    private final List<String> labels;
    private final Shape shape;
    private final Optional<Preprocessing> preprocessing;
    private final long multiplications;
    private final OutputKind output;
    private History history = new History(List.of());

    private Network(
            MultiLayerNetwork model,
            List<String> labels,
            Shape shape,
            Optional<Preprocessing> preprocessing,
            long multiplications) {
        this.model = model;
        this.labels = labels;
        this.shape = shape;
        this.preprocessing = preprocessing;
        this.multiplications = multiplications;
        this.output = OutputKind.of(model);
    }

    /**
     * An untrained network, its weights drawn with the architecture's seed.
     *
     * @param architecture such as {@code Architectures.fiveBlocks(128, 129, 10, seed)}
     * @param labels one per output, in order, unique
     * @param preprocessing how a sound becomes its input
     * @return the network
     * @throws IllegalArgumentException if the architecture does not accept the preprocessing's shape, the numbers of
     *     outputs and labels differ, or a label repeats
     */
    public static Network of(Architecture architecture, List<String> labels, Preprocessing preprocessing) {
        return of(untrained(architecture), labels, preprocessing.shape(), Optional.of(preprocessing));
    }

    /**
     * An untrained network for examples that are not computed from sound, such as rows of numbers; its weights are
     * drawn with the architecture's seed. It does not standardise examples: do that before, if needed.
     *
     * @param architecture such as {@code Architectures.dense(57, 10, seed)}
     * @param labels one per output, in order, unique
     * @param shape of an example, such as {@code Shape.row(57)}
     * @return the network
     * @throws IllegalArgumentException if the architecture does not accept the shape, the numbers of outputs and labels
     *     differ, or a label repeats
     */
    public static Network of(Architecture architecture, List<String> labels, Shape shape) {
        return of(untrained(architecture), labels, shape, Optional.empty());
    }

    private static MultiLayerNetwork untrained(Architecture architecture) {
        Backend.current();
        MultiLayerNetwork model = new MultiLayerNetwork(architecture.configuration());
        model.init();
        return model;
    }

    static Network of(
            MultiLayerNetwork model, List<String> labels, Shape shape, Optional<Preprocessing> preprocessing) {
        if (new HashSet<>(labels).size() != labels.size()) {
            throw new IllegalArgumentException("labels must be unique, got " + labels);
        }
        List<long[]> outputs = outputs(model, shape);
        long last = outputs.get(outputs.size() - 1)[1];
        if (last != labels.size()) {
            throw new IllegalArgumentException(
                    "there must be one label per output, " + last + ", got " + labels.size());
        }
        PiecewiseConvolution.install(model);
        return new Network(model, List.copyOf(labels), shape, preprocessing, multiplications(model, outputs));
    }

    /** The shape of each layer's output for one example. */
    private static List<long[]> outputs(MultiLayerNetwork model, Shape shape) {
        try (INDArray zeros = Nd4j.zeros(DataType.FLOAT, 1, shape.channels(), shape.height(), shape.width())) {
            return model.feedForward(zeros, false).stream()
                    .skip(1)
                    .map(INDArray::shape)
                    .toList();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "architecture must accept input of shape " + shape + ": " + e.getMessage(), e);
        }
    }

    /** For the forward pass of one example: each weight is used once at every position of its layer's output. */
    private static long multiplications(MultiLayerNetwork model, List<long[]> outputs) {
        return IntStream.range(0, outputs.size())
                .mapToLong(i -> model.getLayer(i).numParams() * positions(outputs.get(i)))
                .sum();
    }

    private static long positions(long[] shape) {
        return Arrays.stream(shape).skip(2).reduce(1, (a, b) -> a * b);
    }

    /**
     * A network from its file.
     *
     * @param file written by {@link #save}
     * @return the network, with predictions that are equal bit by bit
     * @throws NetworkFileException if the file is missing, damaged, or not a network of Jukelab
     */
    public static Network load(Path file) throws NetworkFileException {
        return NetworkFile.read(file);
    }

    /**
     * Writes one zip: DL4J's own entries and {@code jukelab.json} with labels and preprocessing. The file appears only
     * when it is complete. The state of the optimiser is not written: further training of a loaded network resets it.
     *
     * @param file to write; replaced if it exists
     * @throws IOException if it cannot be written
     */
    public void save(Path file) throws IOException {
        NetworkFile.write(this, file);
    }

    /**
     * Predicts for examples.
     *
     * @param examples of the network's shape and labels
     * @return one row per example, in their order
     * @throws IllegalArgumentException if shape or labels are not the network's
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public Predictions predict(Examples examples) {
        return predict(examples, Progress.NONE);
    }

    /**
     * Predicts for examples, in batches of 64.
     *
     * @param examples of the network's shape and labels
     * @param progress told after each batch
     * @return one row per example, in their order
     * @throws IllegalArgumentException if shape or labels are not the network's
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public Predictions predict(Examples examples, Progress progress) {
        requireMatching(examples);
        return Threads.run(multiplications, () -> predictions(examples, progress));
    }

    private Predictions predictions(Examples examples, Progress progress) {
        List<Prediction> rows = new ArrayList<>(examples.size());
        try (Batch batch = new Batch(examples, normalisation())) {
            int[] all = IntStream.range(0, examples.size()).toArray();
            forward(batch, all, Batch.Transform.NONE, (i, values) -> {
                float[] probabilities = output.probabilities(values);
                rows.add(new Prediction(examples.id(i), examples.track(i), examples.label(i), probabilities));
                if ((i + 1) % BATCH == 0 || i + 1 == all.length) {
                    progress.report(i + 1, all.length, "examples");
                }
            });
        }
        return new Predictions(labels, rows);
    }

    /**
     * Predicts for one sound, window by window; the sound's probabilities are the means.
     *
     * @param wave at any rate
     * @return one probability per label, for the sound and for each window with its times
     * @throws IllegalStateException if the network's input is not sound but, for instance, rows of numbers
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public SoundPrediction predict(Wave wave) {
        Preprocessing input = preprocessing.orElseThrow(
                () -> new IllegalStateException("cannot predict for sound: the input is examples of " + shape));
        List<float[]> inputs = input.inputs(wave);
        List<Prediction> rows = predict(Examples.of(
                        labels,
                        IntStream.range(0, inputs.size())
                                .mapToObj(i -> new Example("" + i, "sound", Optional.empty(), shape, inputs.get(i)))))
                .rows();
        return new SoundPrediction(
                labels,
                IntStream.range(0, rows.size())
                        .mapToObj(i -> segment(
                                input.span(i, wave.seconds()), rows.get(i).probabilities()))
                        .toList());
    }

    private static SoundPrediction.Segment segment(TimeSpan span, float[] probabilities) {
        return new SoundPrediction.Segment(span.start(), span.end(), probabilities);
    }

    void forward(Batch batch, int[] rows, Batch.Transform transform, Outputs outputs) {
        for (int from = 0; from < rows.length; from += BATCH) {
            Progress.checkInterrupted();
            batch.fill(rows, from, Math.min(from + BATCH, rows.length), transform);
            try (INDArray output = model.output(batch.features(), false)) {
                float[][] matrix = output.toFloatMatrix();
                for (int i = 0; i < matrix.length; i++) {
                    outputs.take(from + i, matrix[i]);
                }
            }
        }
    }

    /** Takes the outputs of the network, one example after the other. */
    @FunctionalInterface
    interface Outputs {
        void take(int index, float[] output);
    }

    static int argMax(float[] output) {
        int best = 0;
        for (int i = 1; i < output.length; i++) {
            if (output[i] > output[best]) {
                best = i;
            }
        }
        return best;
    }

    void requireMatching(Examples examples) {
        if (!examples.shape().equals(shape()) || !examples.labels().equals(labels)) {
            throw new IllegalArgumentException("examples must be of shape " + shape() + " and labels " + labels
                    + ", got " + examples.shape() + " and " + examples.labels());
        }
    }

    /**
     * The classes.
     *
     * @return in the order of the outputs
     */
    public List<String> labels() {
        return labels;
    }

    /**
     * How a sound becomes its input.
     *
     * @return the settings; empty if its input is not sound but, for instance, rows of numbers
     */
    public Optional<Preprocessing> preprocessing() {
        return preprocessing;
    }

    Normalisation normalisation() {
        return preprocessing.map(Preprocessing::normalisation).orElse(Normalisation.NONE);
    }

    /**
     * The shape of one input.
     *
     * @return channels, height, width
     */
    public Shape shape() {
        return shape;
    }

    /**
     * The number of parameters, including the means and variances of batch normalisation.
     *
     * @return at least 1
     */
    public long parameters() {
        return model.numParams();
    }

    /** Those of the forward pass of one example. */
    long multiplications() {
        return multiplications;
    }

    /**
     * Its layers: the kind, the output's shape and the number of parameters of each.
     *
     * @return first to last
     */
    public List<Layer> layers() {
        List<long[]> outputs = outputs(model, shape);
        return IntStream.range(0, outputs.size())
                .mapToObj(i -> layer(model.getLayer(i), outputs.get(i)))
                .toList();
    }

    private static Layer layer(org.deeplearning4j.nn.api.Layer layer, long[] shape) {
        String name = layer.conf().getLayer().getClass().getSimpleName().replaceFirst("Layer$", "");
        String output = String.join(
                " x ",
                IntStream.range(1, shape.length).mapToObj(i -> "" + shape[i]).toList());
        return new Layer(
                name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT), output, layer.numParams());
    }

    /**
     * The epochs of its latest training, even if that was interrupted.
     *
     * @return empty before the first epoch
     */
    public History history() {
        return history;
    }

    void setHistory(History history) {
        this.history = history;
    }

    double learningRate() {
        return IntStream.range(0, model.getnLayers())
                .filter(i -> model.getLayer(i).numParams() > 0)
                .mapToDouble(model::getLearningRate)
                .findFirst()
                .orElseThrow();
    }

    OutputKind output() {
        return output;
    }

    MultiLayerNetwork model() {
        return model;
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "Network[%s to %d labels, %d parameters]", shape(), labels.size(), parameters());
    }
}
