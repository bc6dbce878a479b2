package io.github.jukelab.onnx;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.classic.ClassicalModel;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.model.TrainedModel;
import io.github.jukelab.network.Network;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * A model as a file that other programs can run: ONNX, with the operators of version 18. If its input can be computed
 * in ONNX, the file takes the samples of a sound; else it takes the model's tensors.
 *
 * <p>Input {@code samples} (number of samples): float32, at least one, mono, at the model's rate; decoding, mixing to
 * mono and resampling are not in the file. Or else {@code input} (segments, ...): float32, what
 * {@link Preprocessing#inputs} gives, before normalisation. Outputs: {@code segments} (segments, labels), the
 * probabilities of each segment, and {@code probabilities} (labels), their means. All segments of a sound are computed at
 * once, so memory grows with its length.
 *
 * <p>Probabilities are equal to those of {@link TrainedModel#predict} to 1e-5. But a percentile of mel statistics may be
 * one step of 1/128 dB off, which moves them by up to 1e-3; and those of an SVM or of nearest neighbours are shares of
 * votes: if a vote is nearly a draw, it may go the other way.
 *
 * <p>Example: {@code OnnxFile.of(network).write(Path.of("model.onnx"))}
 *
 * @see <a href="https://onnx.ai/onnx/operators">ONNX: operators</a>
 */
public final class OnnxFile {

    private final ModelGraph graph;

    private OnnxFile(ModelGraph graph) {
        this.graph = graph;
    }

    /**
     * The file of a model.
     *
     * @param model a network or a classical model; {@link #write} writes it as it is then
     * @return not written yet
     * @throws IllegalArgumentException if it is a model of another kind
     */
    public static OnnxFile of(TrainedModel model) {
        if (model instanceof Network network) {
            return new OnnxFile(new ModelGraph(model, network.shape()));
        }
        if (model instanceof ClassicalModel classical) {
            return new OnnxFile(new ModelGraph(
                    model, classical.preprocessing().orElseThrow().shape()));
        }
        throw new IllegalArgumentException("model must be a network or a classical model, got " + model);
    }

    /**
     * Whether a file is one that {@link #write} has written, by its beginning.
     *
     * @param file any file
     * @return whether it is
     * @throws IOException if the file cannot be read
     */
    public static boolean isOnnx(Path file) throws IOException {
        byte[] beginning = ModelGraph.beginning().toByteArray();
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(beginning.length), beginning);
        }
    }

    /**
     * Whether its input is sound.
     *
     * @return false if it is the model's tensors
     */
    public boolean takesSound() {
        return graph.takesSound();
    }

    /**
     * What it takes and gives, and what is not in it.
     *
     * @return sentences
     */
    public List<String> description() {
        return List.of(graph.input(), graph.outputs(), graph.missing());
    }

    /**
     * Writes the file; it appears only when it is complete.
     *
     * @param file to write; replaced if it exists
     * @return its size in bytes
     * @throws IOException if it cannot be written
     */
    public int write(Path file) throws IOException {
        byte[] bytes = graph.bytes();
        AtomicFile.write(file, part -> Files.write(part, bytes));
        return bytes.length;
    }

    @Override
    public String toString() {
        return "OnnxFile[" + graph.input() + "]";
    }
}
