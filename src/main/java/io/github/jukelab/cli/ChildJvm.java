package io.github.jukelab.cli;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What became of a program in a JVM of its own, with the class path and the options of this one.
 *
 * @param exit its exit code
 * @param output all that it printed
 */
record ChildJvm(int exit, String output) {

    private static final int SECONDS = 120;
    private static final int ENDED_BY_US = -1;
    private static final String ANSWER = "answer: ";

    /** A crash is told by {@link #reason}: no report in the current folder, no core. JavaCPP says what it cannot load. */
    private static final List<String> OPTIONS = List.of(
            "-XX:-CreateCoredumpOnCrash",
            "-XX:ErrorFile=" + (File.separatorChar == '/' ? "/dev/null" : "NUL"),
            "-Dorg.bytedeco.javacpp.logger=",
            "-Dorg.bytedeco.javacpp.logger.debug=true");

    /** Of {@code libm.so.6: version `GLIBC_2.35' not found}. */
    private static final Pattern OLD_LIBRARY =
            Pattern.compile("version [`']((?:GLIBC|GLIBCXX|CXXABI)_[0-9.]+)' not found");

    /** Of {@code libva.so.2: cannot open shared object file}. */
    private static final Pattern MISSING_LIBRARY = Pattern.compile("(\\S+): cannot open shared object file");

    /** Of {@code #  SIGSEGV (0xb) at pc=}. */
    private static final Pattern SIGNAL = Pattern.compile("(?m)^# +(SIG[A-Z]+) ");

    private static final Pattern EXCEPTION = Pattern.compile("(?m)^(?:Exception in thread \\S+|Caused by:) (.+)$");

    /**
     * Runs a program to its end, or for two minutes.
     *
     * @throws IllegalStateException if it cannot be started
     */
    static ChildJvm run(Class<?> program, String... arguments) {
        try {
            Path output = Files.createTempFile("jukelab", ".txt");
            try {
                Process process = new ProcessBuilder(command(program, arguments))
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                int exit = process.waitFor(SECONDS, TimeUnit.SECONDS) ? process.exitValue() : ENDED_BY_US;
                process.destroyForcibly().waitFor();
                return new ChildJvm(exit, Files.readString(output));
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new IllegalStateException("no JVM could be started: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted");
        }
    }

    private static List<String> command(Class<?> program, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(OPTIONS);
        command.addAll(List.of("-cp", classPath(), program.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    static String classPath() {
        return System.getProperty("java.class.path");
    }

    /** Called by the program to say that all is well. */
    static void answer(String text) {
        System.out.println(ANSWER + text);
    }

    /** What the program answered, if it came to that and ended well. */
    Optional<String> answer() {
        return exit == 0
                ? output.lines()
                        .filter(line -> line.startsWith(ANSWER))
                        .map(line -> line.substring(ANSWER.length()))
                        .findFirst()
                : Optional.empty();
    }

    /** Why there is no answer, and what to do about it where that is known. */
    String reason() {
        if (exit == ENDED_BY_US) {
            return "no answer within " + SECONDS + " seconds";
        }
        Optional<String> signal = first(SIGNAL);
        if (signal.isPresent()) {
            return signal.get().equals("SIGILL") && classPath().contains("-avx2")
                    ? "this processor has no AVX2, which this ND4J needs: run rm -r target/lib, then make setup, which takes the plain one"
                    : "the JVM died of " + signal.get() + " in a native library";
        }
        Optional<String> version = first(OLD_LIBRARY);
        if (version.isPresent()) {
            return "a native library needs " + version.get() + ", which this system is too old for: see make doctor";
        }
        Optional<String> library = first(MISSING_LIBRARY);
        if (library.isPresent()) {
            return "a native library needs " + library.get() + ", which is not installed: see make doctor";
        }
        return first(EXCEPTION).orElse("the JVM ended with exit code " + exit);
    }

    private Optional<String> first(Pattern pattern) {
        Matcher matcher = pattern.matcher(output);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }
}
