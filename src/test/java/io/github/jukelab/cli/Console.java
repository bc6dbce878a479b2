package io.github.jukelab.cli;

import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine;

/** Runs commands in a folder with songs, and hears what they say. */
final class Console {

    private final Path songs;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    Console(Path songs) {
        this.songs = songs;
    }

    int run(Object... arguments) {
        CommandLine line = Jukelab.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(Stream.of(arguments).map(Object::toString).toArray(String[]::new));
    }

    /** Lines on standard output so far. */
    List<String> said() {
        return out.toString().lines().toList();
    }

    /** Lines on standard error so far. */
    List<String> complained() {
        return err.toString().lines().toList();
    }

    /** Noise; other lengths give other noise. */
    Path song(String name, int length) throws IOException {
        Path file = songs.resolve(name);
        Waves.noise(length, length).write(file);
        return file;
    }

    Path noSong(String name) throws IOException {
        Files.createDirectories(songs);
        return Files.writeString(songs.resolve(name), "no sound, whatever the name says");
    }
}
