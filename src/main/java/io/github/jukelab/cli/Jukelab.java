package io.github.jukelab.cli;

import io.github.jukelab.Printable;
import io.github.jukelab.Reasons;
import io.github.jukelab.dataset.DatasetLocator;
import io.github.jukelab.embedding.Embeddings;
import io.github.jukelab.input.ExampleCache;
import io.github.jukelab.provenance.Build;
import java.io.File;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command {@code jukelab}. */
@Command(
        name = "jukelab",
        description = "Audio classification on the JVM.",
        mixinStandardHelpOptions = true,
        versionProvider = Jukelab.Version.class,
        scope = ScopeType.INHERIT)
public final class Jukelab {

    /** Every command; a new one needs no other line. */
    private static final List<CommandGroup> COMMANDS = List.of(
            CommandGroup.of("Before a training", CheckCommand.class),
            CommandGroup.of("Features of sound files", TableCommand.class, ExtractCommand.class),
            CommandGroup.of(
                    "Models",
                    TrainCommand.class,
                    PredictCommand.class,
                    ModelCommand.class,
                    ExportCommand.class,
                    EvaluateCommand.class,
                    CompareCommand.class,
                    LearningCurveCommand.class,
                    ResultsCommand.class),
            CommandGroup.of("In a browser", DemoCommand.class),
            CommandGroup.of(
                    "This machine", DataCommand.class, EmbeddingsCommand.class, DoctorCommand.class, GpuCommand.class));

    /** What {@code --version} prints, also after a command. */
    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] {"jukelab " + Build.current()};
        }
    }

    private Jukelab() {}

    /**
     * Runs a command and ends the JVM with its exit code. Numbers and messages do not depend on the country: the locale
     * of the JVM, which libraries use, is {@link Locale#ROOT}.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        Locale.setDefault(Locale.ROOT);
        ExampleCache.useInThisProgram(Jukelab::exampleCache);
        Embeddings.useInThisProgram(home());
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return Converters.register(CommandGroup.add(COMMANDS, new CommandLine(new Jukelab())))
                .setExpandAtFiles(false)
                .setParameterExceptionHandler(Jukelab::wrongArguments)
                .setExecutionExceptionHandler((exception, line, result) -> {
                    line.getErr().println("jukelab: " + Printable.of(reason(exception)));
                    return 1;
                });
    }

    /** The project's folder. */
    static Path home() {
        return Path.of(System.getProperty("io.github.jukelab.home", "."));
    }

    /** Keeps the examples of large data sets. */
    static ExampleCache exampleCache() {
        return ExampleCache.of(home(), System.getenv());
    }

    /** Finds the recordings of the project. */
    static DatasetLocator locator() {
        return new DatasetLocator(home(), System.getenv());
    }

    /** Prints the error and where to find help: the full help text would push the error off the screen. */
    private static int wrongArguments(ParameterException exception, String[] arguments) {
        CommandLine line = exception.getCommandLine();
        Optional<String> renamed = exception instanceof UnmatchedArgumentException e
                ? Renamed.message(e.getUnmatched())
                : Optional.empty();
        line.getErr().println("jukelab: " + Printable.of(renamed.orElse(exception.getMessage())));
        Arrays.stream(arguments)
                .filter(argument -> argument.startsWith("-") && new File(argument).exists())
                .forEach(file -> line.getErr()
                        .println("The file " + Printable.of(file) + " was taken for an option: name it ./"
                                + Printable.of(file) + " or after --"));
        if (renamed.isEmpty() && !UnmatchedArgumentException.printSuggestions(exception, line.getErr())) {
            line.getErr()
                    .printf(
                            Locale.ROOT,
                            "Try '%s --help'.%n",
                            line.getCommandSpec().qualifiedName());
        }
        return line.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** The message of an exception; if that is only the path of a file, also what was wrong with it. */
    private static String reason(Exception exception) {
        if (exception instanceof FileSystemException e && e.getReason() == null) {
            return e.getMessage() + ": " + Reasons.of(e);
        }
        return exception.getMessage();
    }
}
