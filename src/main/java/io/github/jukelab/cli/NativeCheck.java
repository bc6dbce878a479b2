package io.github.jukelab.cli;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.input.Example;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.Shape;
import io.github.jukelab.network.Architectures;
import io.github.jukelab.network.Backend;
import io.github.jukelab.network.Network;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** What the doctor asks of native libraries. A program of its own, because one that does not fit ends its JVM. */
enum NativeCheck {
    /** ND4J and OpenBLAS: a small network predicts. */
    BACKEND {
        @Override
        String finding() {
            List<String> labels = List.of("a", "b");
            Shape shape = new Shape(1, 16, 16);
            Network network = Network.of(Architectures.small(shape, labels.size(), 1), labels);
            network.predict(Examples.of(labels, List.of(new Example("1", "1", "a", shape, new float[shape.values()]))));
            Backend backend = Backend.current();
            if (backend.oneDnn()) {
                return backend.toString();
            }
            if (ChildJvm.classPath().contains("onednn")) {
                throw new IllegalStateException(
                        backend + ": oneDNN is there, but not used; training is about five times slower");
            }
            return backend + ": training is slower than with oneDNN, which ND4J has for x86-64 with AVX2";
        }
    },
    /** FFmpeg: a compressed sound is written and read. */
    DECODER {
        @Override
        String finding() throws IOException {
            Path file = Files.createTempFile("jukelab", ".mp3");
            try {
                Files.write(file, Wave.sine(440, 1, 22_050).toMp3());
                return "FFmpeg writes and reads mp3: " + Wave.read(file);
            } finally {
                Files.delete(file);
            }
        }
    };

    /** What was found if all is well. */
    abstract String finding() throws IOException;

    /** The line of the report, whatever happens to the JVM that finds out. */
    DoctorCheck check() {
        String subject = name().toLowerCase(Locale.ROOT);
        ChildJvm child = ChildJvm.run(NativeCheck.class, name());
        return child.answer()
                .map(finding -> DoctorCheck.ok(subject, finding))
                .orElseGet(() -> DoctorCheck.fail(subject, child.reason()));
    }

    /**
     * Prints the finding for {@link ChildJvm}.
     *
     * @param arguments the name of a constant
     * @throws IOException if the check fails so
     */
    public static void main(String[] arguments) throws IOException {
        Locale.setDefault(Locale.ROOT);
        ChildJvm.answer(valueOf(arguments[0]).finding());
    }
}
