package io.github.jukelab.network;

import io.github.jukelab.Progress;
import io.github.jukelab.Sha256;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Shape;
import io.github.jukelab.input.StandardScaler;
import io.github.jukelab.provenance.Fingerprint;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.security.MessageDigest;
import java.util.List;
import java.util.stream.IntStream;

/** A checksum of all that decides the bits of a training: trainings with the same one give the same network. */
final class RunFingerprint {

    /** Raised by hand when the same training gives other bits than before: older checkpoints are then not used. */
    private static final int VERSION = 1;

    private static final int CHUNK = 1 << 14;

    /** @param labels of each example, as indexes */
    private record Data(Shape shape, List<Integer> labels, String values) {}

    private record Start(String parameters, String memory, int steps, double learningRate) {}

    private record Settings(
            int version,
            String engine,
            Architecture architecture,
            Training training,
            StandardScaler normalisation,
            Data train,
            Data validation) {}

    private RunFingerprint() {}

    /** The fingerprint of where a network begins: its parameters and the state of its optimiser. */
    static String start(Engine engine) {
        Engine.State state = engine.state();
        return Fingerprint.of(new Start(
                checksum(engine.parameters()), checksum(state.memory()), state.steps(), engine.learningRate()));
    }

    /**
     * The fingerprint of all but the start. All values of the examples are read once, which takes a small part of the
     * time of an epoch.
     *
     * @throws IllegalArgumentException if a setting, such as an augmentation, is no value but a function
     */
    static String settings(Training training, Network network, Examples train, Examples validation) {
        return Fingerprint.of(new Settings(
                VERSION,
                engine(training),
                network.architecture(),
                training.withDefaultEngine(),
                network.normalisation(),
                data(train),
                data(validation)));
    }

    /** The fingerprint of a training, 16 hexadecimal digits. */
    static String of(String settings, String start) {
        return Fingerprint.of(List.of(settings, start));
    }

    /** All that rounds: engine, device and number of threads. */
    private static String engine(Training training) {
        Backend backend = Backend.current();
        return String.join(
                ", ",
                Engines.description(training.engine()),
                DeviceChoice.of(training.engineName()).name(),
                backend.name(),
                backend.used().name(),
                backend.oneDnn() + "",
                backend.threads() + "");
    }

    private static Data data(Examples examples) {
        List<Integer> labels = IntStream.range(0, examples.size())
                .mapToObj(i -> examples.label(i).orElseThrow())
                .toList();
        return new Data(examples.shape(), labels, checksum(examples));
    }

    private static String checksum(Examples examples) {
        float[] values = new float[examples.shape().values()];
        return Sha256.of(digest -> {
            for (int i = 0; i < examples.size(); i++) {
                Progress.checkInterrupted();
                examples.read(i, values);
                update(digest, values);
            }
        });
    }

    private static String checksum(float[] values) {
        return Sha256.of(digest -> update(digest, values));
    }

    private static void update(MessageDigest digest, float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Math.min(values.length, CHUNK) * Float.BYTES);
        FloatBuffer floats = bytes.asFloatBuffer();
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(values.length - from, CHUNK);
            floats.clear().put(values, from, count);
            digest.update(bytes.array(), 0, count * Float.BYTES);
        }
    }
}
