package io.github.jukelab.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code jukelab}. */
@Command(
        name = "jukelab",
        description = "Audio classification on the JVM.",
        mixinStandardHelpOptions = true,
        subcommands = {DoctorCommand.class, DataCommand.class, GpuCommand.class})
public final class Jukelab {

    private Jukelab() {}

    /**
     * Runs a command and ends the JVM with its exit code.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Jukelab()).setExecutionExceptionHandler((exception, line, result) -> {
            line.getErr().println("jukelab: " + exception.getMessage());
            return 1;
        });
    }
}
