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
 * A network with what it needs to be of use: its labels, and, where its input is sound, how that is prepared. Its weights
 * change by {@link Training#fit}; all else is fixed. Not for several threads at a time.
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
     * An untaught network, its weights drawn by the configuration's seed.
     *
     * @param architecture such as {@code Architectures.fiveBlocks(128, 129, 10, seed)}
     * @param labels one per output, in order, unique
     * @param preprocessing how a sound becomes its input
     * @return the network
     * @throws IllegalArgumentException if the architecture does not take the preprocessing's shape, or its outputs are
     *     not as many as the labels, or a label repeats
     */
    public static Network of(Architecture architecture, List<String> labels, Preprocessing preprocessing) {
        return of(untrained(architecture), labels, preprocessing.shape(), Optional.of(preprocessing));
    }

    /**
     * An untaught network for examples that are no windows of sounds, such as rows of numbers; its weights are drawn by
     * the configuration's seed. It takes examples as they are: whoever standardises them keeps mean and deviation.
     *
     * @param architecture such as {@code Architectures.dense(57, 10, seed)}
     * @param labels one per output, in order, unique
     * @param shape of an example, such as {@code Shape.row(57)}
     * @return the network
     * @throws IllegalArgumentException if the architecture does not take the shape, or its outputs are not as many as the
     *     labels, or a label repeats
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
                    "labels must be as many as the outputs, " + last + ", got " + labels.size());
        }
        PiecewiseConvolution.install(model);
        return new Network(model, List.copyOf(labels), shape, preprocessing, multiplications(model, outputs));
    }

    /** The shape of each layer's output for one example. */
    private static List<long[]> outputs(MultiLayerNetwork model, Shape shape) {
        try (INDArray silence = Nd4j.zeros(DataType.FLOAT, 1, shape.channels(), shape.height(), shape.width())) {
            return model.feedForward(silence, false).stream()
                    .skip(1)
                    .map(INDArray::shape)
                    .toList();
        } catch (RuntimeException e) {
            throw new IllegalArgumentException(
                    "architecture must take input of shape " + shape + ": " + e.getMessage(), e);
        }
    }

    /** For one example, forwards: each weight is used once at every place of its layer's output. */
    private static long multiplications(MultiLayerNetwork model, List<long[]> outputs) {
        return IntStream.range(0, outputs.size())
                .mapToLong(i -> model.getLayer(i).numParams() * places(outputs.get(i)))
                .sum();
    }

    private static long places(long[] shape) {
        return Arrays.stream(shape).skip(2).reduce(1, (a, b) -> a * b);
    }

    /**
     * A network from its file.
     *
     * @param file written by {@link #save}
     * @return the network, with bit-equal answers
     * @throws NetworkFileException if the file is missing, damaged, or not a network of ours
     */
    public static Network load(Path file) throws NetworkFileException {
        return NetworkFile.read(file);
    }

    /**
     * Writes one zip: DL4J's own entries and {@code jukelab.json} with labels and preprocessing. The file appears only
     * when it is whole. Adam's memory is not written: training on from a file starts it anew.
     *
     * @param file where to; an older file is replaced
     * @throws IOException if it cannot be written
     */
    public void save(Path file) throws IOException {
        NetworkFile.write(this, file);
    }

    /**
     * What it says about examples.
     *
     * @param examples of its shape and labels
     * @return one row per example, in their order
     * @throws IllegalArgumentException if shape or labels are not its own
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public Predictions predict(Examples examples) {
        return predict(examples, Progress.NONE);
    }

    /**
     * What it says about examples, 64 at a time.
     *
     * @param examples of its shape and labels
     * @param progress told after each 64
     * @return one row per example, in their order
     * @throws IllegalArgumentException if shape or labels are not its own
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public Predictions predict(Examples examples, Progress progress) {
        requireFit(examples);
        return Threads.suiting(multiplications, () -> predictions(examples, progress));
    }

    private Predictions predictions(Examples examples, Progress progress) {
        List<Prediction> rows = new ArrayList<>(examples.size());
        try (Batch batch = new Batch(examples, normalisation())) {
            int[] all = IntStream.range(0, examples.size()).toArray();
            answer(batch, all, Batch.Transform.NONE, (i, said) -> {
                float[] probabilities = output.probabilities(said);
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
     * @return a probability per label, for the sound and for each window with its times
     * @throws IllegalStateException if the network's input is not sound, but such as rows of numbers
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
        List<TimeSpan> spans = input.spans(wave);
        return new SoundPrediction(
                labels,
                IntStream.range(0, spans.size())
                        .mapToObj(i -> new SoundPrediction.Segment(
                                spans.get(i).start(),
                                spans.get(i).end(),
                                rows.get(i).probabilities()))
                        .toList());
    }

    void answer(Batch batch, int[] rows, Batch.Transform changes, Answers answers) {
        for (int from = 0; from < rows.length; from += BATCH) {
            Progress.checkInterrupted();
            batch.fill(rows, from, Math.min(from + BATCH, rows.length), changes);
            try (INDArray output = model.output(batch.features(), false)) {
                float[][] matrix = output.toFloatMatrix();
                for (int i = 0; i < matrix.length; i++) {
                    answers.take(from + i, matrix[i]);
                }
            }
        }
    }

    /** Takes what the network says, one example after the other. */
    @FunctionalInterface
    interface Answers {
        void take(int place, float[] said);
    }

    static int first(float[] said) {
        int best = 0;
        for (int i = 1; i < said.length; i++) {
            if (said[i] > said[best]) {
                best = i;
            }
        }
        return best;
    }

    void requireFit(Examples examples) {
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
     * @return the settings, with the rate it wants; empty if its input is no sound, but such as rows of numbers
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
     * How many numbers it learns, with the means and variances of batch normalisation.
     *
     * @return at least 1
     */
    public long parameters() {
        return model.numParams();
    }

    /** How many an example costs, forwards. */
    long multiplications() {
        return multiplications;
    }

    /**
     * Its layers, to be read: what each does, what comes out, how many parameters.
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
     * The epochs of its latest training, of an interrupted one too.
     *
     * @return empty before the first
     */
    public History history() {
        return history;
    }

    void remember(History history) {
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
