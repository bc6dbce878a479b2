package io.github.jukelab.spark;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.jukelab.Progress;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * A model in ONNX Runtime, the one class that knows that library. Several threads may predict at a time. Each computes in
 * its own thread alone, so that as many cores are busy as Spark has tasks.
 */
final class OnnxSession implements Closeable {

    private static final String SAMPLES = "samples";
    private static final String PROBABILITIES = "probabilities";

    /** By checksum. A JVM has one session of a model for all its tasks, and keeps it. */
    private static final Map<String, OnnxSession> SHARED = new ConcurrentHashMap<>();

    private final OrtEnvironment environment;
    private final OrtSession session;

    private OnnxSession(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    /**
     * Opens a model.
     *
     * @param model the bytes of its file
     * @throws IOException if it is no model, or the library does not run here
     */
    static OnnxSession open(byte[] model) throws IOException {
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            // A plan of memory would be kept for each length that a sound can have.
            options.setMemoryPatternOptimization(false);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            return new OnnxSession(environment, environment.createSession(model, options));
        } catch (OrtException e) {
            throw new IOException("ONNX Runtime cannot read it: " + e.getMessage(), e);
        } catch (LinkageError | IllegalStateException e) {
            throw new IOException("ONNX Runtime does not run on this machine: " + e, e);
        }
    }

    /**
     * The session of this JVM for a model; opened for the first task.
     *
     * @param checksum of the model
     * @param model the bytes of its file
     * @throws UncheckedIOException if it cannot be opened, for which no sound is to blame
     */
    static OnnxSession shared(String checksum, Supplier<byte[]> model) {
        return SHARED.computeIfAbsent(checksum, key -> {
            try {
                return open(model.get());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * The labels that the file names.
     *
     * @throws IOException if it names none, or does not take a sound
     */
    List<String> labels() throws IOException {
        try {
            return List.of(new ObjectMapper().readValue(note("labels"), String[].class));
        } catch (JsonProcessingException e) {
            throw new IOException("its labels are no list: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * The rate that the file names, in Hz.
     *
     * @throws IOException if it names none, or does not take a sound
     */
    int rate() throws IOException {
        String rate = note("rate");
        if (!rate.matches("[1-9]\\d{0,8}")) {
            throw new IOException("its rate must be a whole number, got '" + rate + "'");
        }
        return Integer.parseInt(rate);
    }

    private String note(String key) throws IOException {
        if (!session.getInputNames().equals(Set.of(SAMPLES))
                || !session.getOutputNames().contains(PROBABILITIES)) {
            throw new IOException("takes " + session.getInputNames() + " and gives " + session.getOutputNames()
                    + ": Spark needs a model of 'jukelab export' that takes sound");
        }
        try {
            String note = session.getMetadata().getCustomMetadata().get(key);
            if (note == null) {
                throw new IOException("does not tell its " + key + ", as models of 'jukelab export' do");
            }
            return note;
        } catch (OrtException e) {
            throw new IOException("ONNX Runtime cannot read what it tells: " + e.getMessage(), e);
        }
    }

    /**
     * Predicts for a sound.
     *
     * @param samples at the model's rate, at least one
     * @return one per label
     * @throws IllegalArgumentException if the model fails for this sound
     * @throws java.util.concurrent.CancellationException if the thread was interrupted before
     */
    float[] probabilities(float[] samples) {
        Progress.checkInterrupted();
        long[] shape = {samples.length};
        try (OnnxTensor input = OnnxTensor.createTensor(environment, FloatBuffer.wrap(samples), shape);
                OrtSession.Result result = session.run(Map.of(SAMPLES, input), Set.of(PROBABILITIES))) {
            return (float[]) result.get(0).getValue();
        } catch (OrtException e) {
            throw new IllegalArgumentException("ONNX Runtime: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public String toString() {
        return "OnnxSession";
    }
}
