package io.github.jukelab.embedding;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The embeddings of this machine: files in a folder, {@code data/embeddings} of the project, which {@code make embeddings}
 * writes. Each is read once.
 *
 * <p>What is missing or damaged is an {@link UncheckedIOException}, because it is no fault of the sound that is read: it
 * ends a run over many files.
 */
public final class Embeddings {

    private static final AtomicReference<Path> FOLDER = new AtomicReference<>(Path.of("data/embeddings"));
    private static final Map<Path, Embedding> READ = new HashMap<>();

    private Embeddings() {}

    /**
     * Looks for embeddings in the folder of a project. The command line and the notebook kernel call this; a program that
     * uses Jukelab as a library may. Without it, the folder is {@code data/embeddings} of the working directory.
     *
     * @param home the project's folder
     */
    public static void useInThisProgram(Path home) {
        FOLDER.set(home.resolve("data/embeddings"));
    }

    /**
     * The file of an embedding.
     *
     * @param name such as {@link MusicnnPackage#NAME}
     * @return a path, at which there may be no file
     */
    public static Path file(String name) {
        return FOLDER.get().resolve(name + ".onnx");
    }

    /**
     * An embedding.
     *
     * @param name such as {@link MusicnnPackage#NAME}
     * @return read from its file
     * @throws UncheckedIOException if there is none, or it cannot be read; the message says what to do
     */
    public static Embedding get(String name) {
        try {
            return read(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /**
     * An embedding, if this machine has it.
     *
     * @param name such as {@link MusicnnPackage#NAME}
     * @return read from its file; empty if there is none
     * @throws UncheckedIOException if the file cannot be read
     */
    public static Optional<Embedding> find(String name) {
        return Files.exists(file(name)) ? Optional.of(get(name)) : Optional.empty();
    }

    /**
     * The embedding that a model was trained on.
     *
     * @param id which one
     * @return the embedding with these weights
     * @throws UncheckedIOException if it is missing, cannot be read or has other weights; the message says what to do
     */
    public static Embedding get(EmbeddingId id) {
        Embedding embedding = get(id.name());
        if (!embedding.id().equals(id)) {
            String message = "the model needs the embedding " + id + ", but " + file(id.name()) + " has "
                    + embedding.id() + ": remove it, and 'make embeddings' writes it anew";
            throw new UncheckedIOException(message, new IOException(message));
        }
        return embedding;
    }

    private static Embedding read(Path file) throws IOException {
        synchronized (READ) {
            if (!READ.containsKey(file)) {
                if (!Files.exists(file)) {
                    throw new FileNotFoundException(
                            "there is no embedding " + file + ": 'make embeddings' writes it, once, from the network");
                }
                READ.put(file, Embedding.read(file));
            }
            return READ.get(file);
        }
    }
}
