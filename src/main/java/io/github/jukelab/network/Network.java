package io.github.jukelab.network;

import io.github.jukelab.Progress;
import io.github.jukelab.Require;
import io.github.jukelab.evaluation.History;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.evaluation.Temperature;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.input.Shape;
import io.github.jukelab.input.StandardScaler;
import io.github.jukelab.model.ModelCard;
import io.github.jukelab.model.ModelFileException;
import io.github.jukelab.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;

/**
 * A network with its labels and, if its input is sound, its preprocessing. {@link Training#fit} changes its weights;
 * all else is fixed. Not thread-safe.
 *
 * <p>Example: {@code Network.of(Architectures.fiveBlocks(MelWindows.REPAIRED.shape(), 10, seed), labels, MelWindows.REPAIRED)}
 *
 * <p>Notebook: 04-mel-windows
 */
public final class Network implements TrainedModel {

    private static final int BATCH = 64;

    private final Architecture architecture;
    private final Dl4jEngine engine;
    private final List<String> labels;
    private final Optional<Preprocessing> preprocessing;
    private Temperature temperature;
    private Optional<ModelCard> card;
    private History history = new History(List.of());
    private Optional<String> start = Optional.empty();

    Network(
            Architecture architecture,
            Dl4jEngine engine,
            List<String> labels,
            Optional<Preprocessing> preprocessing,
            Temperature temperature,
            Optional<ModelCard> card) {
        this.temperature = temperature;
        this.card = card;
        this.architecture = architecture;
        this.engine = engine;
        this.labels = List.copyOf(labels);
        this.preprocessing = preprocessing;
    }

    /**
     * An untrained network, its weights drawn with the architecture's seed.
     *
     * @param architecture such as {@code Architectures.fiveBlocks(preprocessing.shape(), 10, seed)}
     * @param labels one per output, in order, unique
     * @param preprocessing how a sound becomes its input
     * @return the network
     * @throws IllegalArgumentException if the architecture is not for the preprocessing's shape, the numbers of
     *     outputs and labels differ, or a label repeats, is blank or has a control character
     */
    public static Network of(Architecture architecture, List<String> labels, Preprocessing preprocessing) {
        return of(architecture, labels, Optional.of(preprocessing));
    }

    /**
     * An untrained network for examples that are not computed from sound, such as rows of numbers; its weights are
     * drawn with the architecture's seed. It does not standardise examples: do that before, if needed.
     *
     * @param architecture such as {@code Architectures.dense(Shape.row(57), 10, seed)}
     * @param labels one per output, in order, unique
     * @return the network
     * @throws IllegalArgumentException if the numbers of outputs and labels differ, or a label repeats, is blank or has a control character
     */
    public static Network of(Architecture architecture, List<String> labels) {
        return of(architecture, labels, Optional.empty());
    }

    private static Network of(Architecture architecture, List<String> labels, Optional<Preprocessing> preprocessing) {
        check(architecture, labels, preprocessing);
        return new Network(
                architecture, Dl4jEngine.of(architecture), labels, preprocessing, Temperature.NONE, Optional.empty());
    }

    static void check(Architecture architecture, List<String> labels, Optional<Preprocessing> preprocessing) {
        Require.labels(labels);
        if (architecture.classes() != labels.size()) {
            throw new IllegalArgumentException(
                    "there must be one label per output, " + architecture.classes() + ", got " + labels.size());
        }
        preprocessing.map(Preprocessing::shape).ifPresent(shape -> {
            if (!shape.equals(architecture.input())) {
                throw new IllegalArgumentException("architecture must be for the preprocessing's shape, " + shape
                        + ", got one for " + architecture.input());
            }
        });
    }

    /**
     * A network from its file, which may come from anyone: nothing of it is run, and all that it says is checked before
     * it is used.
     *
     * @param file written by {@link #save}
     * @return the network, with predictions that are equal bit by bit
     * @throws ModelFileException if the file is missing, damaged, not a network of Jukelab, or has what no network can
     *     have, such as a weight that is not finite; the message has file and reason
     */
    public static Network load(Path file) throws ModelFileException {
        return NetworkFile.read(file);
    }

    /**
     * Whether a file is one of a network, not of another kind of model, by its entries.
     *
     * @param file any file
     * @return whether {@link #load} is the way to read it
     * @throws IOException if the file cannot be read
     */
    public static boolean isNetwork(Path file) throws IOException {
        return NetworkFile.isNetwork(file);
    }

    /**
     * Writes the network with its labels and preprocessing, and its {@link #card}, to one file, which appears only when
     * it is complete.
     *
     * <p>The zip has DL4J's own entries too. The state of the optimiser is not written: further training of a loaded
     * network resets it.
     */
    @Override
    public void save(Path file) throws IOException {
        NetworkFile.write(this, card, file);
    }

    @Override
    public void save(Path file, ModelCard card) throws IOException {
        NetworkFile.write(this, Optional.of(card), file);
    }

    @Override
    public Optional<ModelCard> card() {
        return card;
    }

    @Override
    public Temperature temperature() {
        return temperature;
    }

    /** The copy has the same weights: training one changes the other. */
    @Override
    public Network withTemperature(Temperature temperature) {
        Network copy = new Network(architecture, engine, labels, preprocessing, temperature, card);
        copy.history = history;
        copy.start = start;
        return copy;
    }

    @Override
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
        examples.requireMatching(shape(), labels);
        return engine.run(() -> predictions(examples, progress));
    }

    private Predictions predictions(Examples examples, Progress progress) {
        List<Prediction> rows = new ArrayList<>(examples.size());
        int[] all = IntStream.range(0, examples.size()).toArray();
        forward(engine, examples, all, Batch.Transform.NONE, (i, output) -> {
            float[] probabilities = architecture.loss().probabilities(output);
            rows.add(new Prediction(examples.id(i), examples.track(i), examples.label(i), probabilities));
            if ((i + 1) % BATCH == 0 || i + 1 == all.length) {
                progress.report(i + 1, all.length, "examples");
            }
        });
        return new Predictions(labels, rows);
    }

    /** By this network's engine, or by that of a training. */
    void forward(Engine computing, Examples examples, int[] rows, Batch.Transform transform, Outputs outputs) {
        Batch batch = new Batch(examples, normalisation(), Math.min(BATCH, rows.length));
        for (int from = 0; from < rows.length; from += BATCH) {
            Progress.checkInterrupted();
            batch.fill(rows, from, Math.min(from + BATCH, rows.length), transform);
            float[][] matrix = computing.outputs(batch);
            for (int i = 0; i < matrix.length; i++) {
                outputs.take(from + i, matrix[i]);
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

    @Override
    public List<String> labels() {
        return labels;
    }

    @Override
    public Optional<Preprocessing> preprocessing() {
        return preprocessing;
    }

    StandardScaler normalisation() {
        return preprocessing.map(Preprocessing::normalisation).orElse(StandardScaler.NONE);
    }

    /**
     * The shape of one input.
     *
     * @return channels, height, width
     */
    public Shape shape() {
        return architecture.input();
    }

    /**
     * The number of parameters, including the means and variances of batch normalisation.
     *
     * @return at least 1
     */
    public long parameters() {
        return architecture.parameters();
    }

    /**
     * Its layers.
     *
     * @return the value that it was made of
     */
    public Architecture architecture() {
        return architecture;
    }

    /**
     * A copy of its weights, as Keras' {@code get_weights} of each layer.
     *
     * @return for each layer of the architecture, and last for the outputs, its arrays: of a convolution kernels [filter,
     *     channel, row, column] and biases, of a dense layer weights [input, unit] and biases, of a batch normalisation
     *     gamma, beta, means and variances; none for other layers
     */
    public List<List<float[]>> weights() {
        return engine.weights();
    }

    /**
     * The finished epochs of its latest training, even if that was interrupted or failed.
     *
     * @return empty before the first epoch
     */
    public History history() {
        return history;
    }

    /** Training has changed the weights, so that a card and a temperature that came with them no longer hold. */
    void setHistory(History history) {
        card = Optional.empty();
        temperature = Temperature.NONE;
        start = Optional.empty();
        this.history = history;
    }

    /** The fingerprint of where the training began that left the network unfinished, with a checkpoint. */
    Optional<String> start() {
        return start;
    }

    void setStart(Optional<String> start) {
        this.start = start;
    }

    Engine engine() {
        return engine;
    }

    MultiLayerNetwork model() {
        return engine.model();
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT, "Network[%s to %d labels, %d parameters]", shape(), labels.size(), parameters());
    }
}
