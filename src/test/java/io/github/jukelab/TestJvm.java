package io.github.jukelab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Runs a program of the tests in a JVM of its own, for what belongs to a whole process. */
public final class TestJvm {

    private TestJvm() {}

    /**
     * Runs a program to its end.
     *
     * @param options of the JVM, such as {@code -Xmx64m}
     * @param program a class with a main method
     * @param arguments of the program
     * @return all that it printed, errors too
     */
    public static String run(List<String> options, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        Process process = start(options, program, arguments);
        String output = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).as(output).isZero();
        return output.trim();
    }

    /**
     * Starts a program.
     *
     * @param options of the JVM
     * @param program a class with a main method
     * @param arguments of the program
     * @return its output has its errors, too
     */
    public static Process start(List<String> options, Class<?> program, String... arguments) throws IOException {
        Stream<String> java = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Stream<String> main = Stream.of("-cp", System.getProperty("java.class.path"), program.getName());
        return new ProcessBuilder(Stream.of(java, options.stream(), main, Stream.of(arguments))
                        .flatMap(part -> part)
                        .toList())
                .redirectErrorStream(true)
                .start();
    }
}
