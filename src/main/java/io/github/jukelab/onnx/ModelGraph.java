package io.github.jukelab.onnx;

import io.github.jukelab.classic.ClassicalModel;
import io.github.jukelab.embedding.Embedding;
import io.github.jukelab.embedding.Embeddings;
import io.github.jukelab.evaluation.Temperature;
import io.github.jukelab.input.EmbeddingInput;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.input.Shape;
import io.github.jukelab.input.StandardScaler;
import io.github.jukelab.model.ModelCard;
import io.github.jukelab.model.TrainedModel;
import io.github.jukelab.network.Network;
import io.github.jukelab.provenance.Build;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A model as a graph with its input and outputs, and all that the file tells of it.
 *
 * @param model a network or a classical model
 * @param shape of one of its inputs
 */
record ModelGraph(TrainedModel model, Shape shape) {

    private static final int IR_VERSION = 8;
    private static final int OPERATORS = 18;

    /** How every file begins: the version of the format and the producer. */
    static Message beginning() {
        return new Message().number(1, IR_VERSION).text(2, "jukelab");
    }

    boolean takesSound() {
        return sound().isPresent();
    }

    private Optional<SoundInput> sound() {
        return model.preprocessing().flatMap(SoundInput::of);
    }

    /** What it takes, a sentence. */
    String input() {
        return model.preprocessing()
                .filter(input -> takesSound())
                .map(input -> "Input \"samples\": a sound of any length, float32, mono, at " + input.rate() + " Hz.")
                .orElseGet(() -> "Input \"input\": the model's tensors, float32 (segments, " + sizes()
                        + "), before normalisation.");
    }

    private String sizes() {
        return isRow() ? "" + shape.width() : shape.channels() + ", " + shape.height() + ", " + shape.width();
    }

    private boolean isRow() {
        return shape.channels() == 1 && shape.height() == 1;
    }

    String outputs() {
        return String.format(
                Locale.ROOT,
                "Outputs: \"probabilities\" (%1$d), one per label, the means of \"segments\" (segments, %1$d)%2$s.",
                model.labels().size(),
                model.temperature().value() == 1 ? "" : ", with the temperature of the model applied");
    }

    /** What it does not do, a sentence. */
    String missing() {
        return model.preprocessing()
                .map(input -> SoundInput.obstacle(input)
                        .map(reason -> "Not in the file: the way from sound to these tensors, since " + reason + ".")
                        .orElse("Not in the file: decoding, mixing to mono and resampling."))
                .orElse("Not in the file: the way from sound to these tensors, which the model does not know.");
    }

    byte[] bytes() {
        Graph graph = new Graph();
        Tensor examples = takesSound()
                ? sound().orElseThrow().of(graph.input("samples", ElementType.FLOAT, "number"))
                : tensors(graph);
        Tensor input = normalised(examples.reshaped(-1, shape.channels(), shape.height(), shape.width()));
        Tensor segments = model instanceof Network network
                ? NetworkNodes.probabilities(network, input)
                : ((ClassicalModel) model).accept(rows(input));
        int labels = model.labels().size();
        graph.output("probabilities", calibrated(segments.mean(0)), labels);
        graph.output("segments", segments, "segments", labels);
        return file(graph, new ModelNotes(this).notes(), terms());
    }

    /** With the temperature of the model, as by {@link Temperature#apply(double[])}. */
    private Tensor calibrated(Tensor means) {
        double temperature = model.temperature().value();
        return temperature == 1
                ? means
                : means.cast(ElementType.DOUBLE)
                        .plus(Temperature.FLOOR)
                        .apply("Log")
                        .divided(temperature)
                        .apply("Softmax", Map.of("axis", 0))
                        .cast(ElementType.FLOAT);
    }

    /**
     * A graph as a file.
     *
     * @param notes texts with keys
     */
    static byte[] file(Graph graph, Map<String, String> notes, String description) {
        Message file = beginning()
                .text(3, Build.current().version())
                .text(6, description)
                .message(7, graph.message("jukelab"))
                .message(8, new Message().text(1, "").number(2, OPERATORS));
        notes.forEach(
                (key, value) -> file.message(14, new Message().text(1, key).text(2, value)));
        return file.toByteArray();
    }

    private Tensor tensors(Graph graph) {
        return isRow()
                ? graph.input("input", ElementType.FLOAT, "segments", shape.width())
                : graph.input("input", ElementType.FLOAT, "segments", shape.channels(), shape.height(), shape.width());
    }

    private Tensor normalised(Tensor examples) {
        StandardScaler scaler =
                model.preprocessing().map(Preprocessing::normalisation).orElse(StandardScaler.NONE);
        int number = scaler.means().size();
        int[] columns = number == 1 ? new int[0] : new int[] {number};
        int[] sizes = scaler.span() == 1 ? columns : new int[] {shape.channels(), shape.height(), 1};
        Graph graph = examples.graph();
        Tensor shifts = graph.constant(ElementType.FLOAT, numbers(scaler.means()), sizes);
        double[] scales = numbers(
                scaler.deviations().stream().map(deviation -> 1 / deviation).toList());
        return examples.minus(shifts).times(graph.constant(ElementType.FLOAT, scales, sizes));
    }

    private static double[] numbers(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private ClassicalNodes rows(Tensor input) {
        Tensor values = input.reshaped(-1, shape.values()).cast(ElementType.DOUBLE);
        return new ClassicalNodes(values, model.labels().size());
    }

    /** Terms of the training data and of an embedding within the file; they hold for the file, too. */
    private String terms() {
        return dataTerms() + embeddingTerms();
    }

    private String embeddingTerms() {
        if (model.preprocessing().orElse(null) instanceof EmbeddingInput input) {
            Embedding embedding = Embeddings.get(input.embedding());
            return "\n\n" + embedding.source() + "\n\n" + embedding.licence();
        }
        return "";
    }

    private String dataTerms() {
        return model.card()
                .map(ModelCard::training)
                .map(data ->
                        "Trained on: " + data.title() + "\nTerms: " + data.licence() + "\nTo cite: " + data.citation())
                .orElse("What it was trained on is not known.");
    }
}
