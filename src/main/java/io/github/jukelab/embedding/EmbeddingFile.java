package io.github.jukelab.embedding;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads weights and notes of an embedding from its ONNX file; the nodes are for other programs. The numbers of fields are
 * those of {@code onnx.proto}.
 */
final class EmbeddingFile {

    private static final int FLOAT = 1;

    private EmbeddingFile() {}

    static Embedding read(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        try {
            return embedding(Fields.of(ByteBuffer.wrap(bytes)));
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": not an embedding, or a damaged one: " + e.getMessage(), e);
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException e) {
            throw new IOException(file + ": not an embedding, or a damaged one", e);
        }
    }

    private static Embedding embedding(Fields model) {
        Map<String, String> notes = new LinkedHashMap<>();
        for (ByteBuffer note : model.messages(14)) {
            Fields text = Fields.of(note);
            notes.put(text.text(1), text.text(2));
        }
        Weights.Builder weights = new Weights.Builder();
        for (ByteBuffer tensor : Fields.of(model.message(7)).messages(5)) {
            add(Fields.of(tensor), weights);
        }
        Embedding embedding = Embedding.of(
                note(notes, "name"),
                weights.build(),
                List.of(note(notes, "tags").split("\n")),
                note(notes, "licence"),
                note(notes, "source"));
        if (!embedding.id().checksum().equals(note(notes, "weights"))) {
            throw new IllegalArgumentException("the checksum of its weights differs");
        }
        return embedding;
    }

    private static String note(Map<String, String> notes, String key) {
        if (!notes.containsKey(key)) {
            throw new IllegalArgumentException("it has no note '" + key + "'");
        }
        return notes.get(key);
    }

    private static void add(Fields tensor, Weights.Builder weights) {
        if (tensor.number(2) == FLOAT) {
            List<Integer> shape =
                    tensor.numbers(1).stream().map(Math::toIntExact).toList();
            weights.add(tensor.text(8), shape, Weights.floats(tensor.message(9)));
        }
    }
}
