package io.github.jukelab.onnx;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.embedding.Embedding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An {@link Embedding} as an ONNX file, which {@link Embedding#read} reads and other programs can run. Input {@code
 * patches} (patches, 187, 96): float32, log10(10000 x + 1) of the powers x in mel bands. Outputs: {@code embedding}
 * (patches, values) and {@code tags} (patches, tags), a probability each. Its notes are the name, the tags (one per line),
 * the source, the licence, and the checksum of the weights.
 */
public final class EmbeddingOnnx {

    private EmbeddingOnnx() {}

    /**
     * Writes the file; it appears only when it is complete.
     *
     * @param embedding what to write
     * @param file to write; replaced if it exists, its folder created if missing
     * @throws IOException if it cannot be written
     */
    public static void write(Embedding embedding, Path file) throws IOException {
        byte[] bytes = bytes(embedding);
        AtomicFile.write(file, part -> Files.write(part, bytes));
    }

    private static byte[] bytes(Embedding embedding) {
        Graph graph = new Graph();
        int bands = Embedding.MEL.bands();
        Tensor patches = graph.input("patches", ElementType.FLOAT, "patches", Embedding.PATCH, bands);
        MusicnnNodes.Outputs outputs = MusicnnNodes.of(embedding, patches);
        graph.output("embedding", outputs.embedding(), "patches", embedding.id().values());
        graph.output("tags", outputs.tags(), "patches", embedding.tags().size());
        return ModelGraph.file(graph, notes(embedding), embedding.source() + "\n\n" + embedding.licence());
    }

    private static Map<String, String> notes(Embedding embedding) {
        Map<String, String> notes = new LinkedHashMap<>();
        notes.put("name", embedding.id().name());
        notes.put("tags", String.join("\n", embedding.tags()));
        notes.put("source", embedding.source());
        notes.put("licence", embedding.licence());
        notes.put("weights", embedding.id().checksum());
        return notes;
    }
}
