package io.github.jukelab.cli;

import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs commands on a folder of tracks and captures their output. */
final class Console {

    private final Path tracks;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    Console(Path tracks) {
        this.tracks = tracks;
    }

    int run(Object... arguments) {
        CommandLine line = Jukelab.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    /** Lines on standard output so far. */
    List<String> output() {
        return out.toString().lines().toList();
    }

    /** Lines on standard error so far. */
    List<String> errors() {
        return err.toString().lines().toList();
    }

    /** A file of noise; another length is another seed. */
    Path track(String name, int length) throws IOException {
        Path file = tracks.resolve(name);
        Waves.noise(length, length).write(file);
        return file;
    }

    /** A file that is not a sound file, whatever its name. */
    Path brokenFile(String name) throws IOException {
        Path file = tracks.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "not a sound file");
    }

    /** The file without its last 50 samples: it can be used, but with a warning. */
    static Path cutShort(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        return Files.write(file, Arrays.copyOf(bytes, bytes.length - 100));
    }
}
