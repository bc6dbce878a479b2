package io.github.jukelab.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Runs an ONNX file with onnxruntime; where that has no native library, such as on Intel Macs, the test is skipped. */
final class OnnxSession implements AutoCloseable {

    private final OrtEnvironment environment;
    private final OrtSession session;

    private OnnxSession(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
    }

    static OnnxSession of(Path file) throws OrtException {
        OrtEnvironment environment = environment();
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            return new OnnxSession(environment, environment.createSession(file.toString(), options));
        }
    }

    private static OrtEnvironment environment() {
        try {
            return OrtEnvironment.getEnvironment();
        } catch (LinkageError | IllegalStateException e) {
            return Assumptions.abort("onnxruntime does not run here: " + e);
        }
    }

    /** What the file gives: probabilities of the sound, and of each segment. */
    record Answer(float[] probabilities, float[][] segments) {}

    Answer run(String input, float[] values, long... sizes) throws OrtException {
        try (OnnxTensor tensor = OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), sizes);
                OrtSession.Result result = session.run(Map.of(input, tensor))) {
            return new Answer((float[]) value(result, "probabilities"), (float[][]) value(result, "segments"));
        }
    }

    private static Object value(OrtSession.Result result, String name) throws OrtException {
        return result.get(name).orElseThrow().getValue();
    }

    Map<String, String> notes() throws OrtException {
        return session.getMetadata().getCustomMetadata();
    }

    String description() throws OrtException {
        return session.getMetadata().getDescription();
    }

    @Override
    public void close() throws OrtException {
        session.close();
    }
}
