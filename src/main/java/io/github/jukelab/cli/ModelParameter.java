package io.github.jukelab.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The parameter {@code MODEL} of commands that need one model, which is the newest if none is named. */
final class ModelParameter {

    @Parameters(
            arity = "0..1",
            paramLabel = "MODEL",
            hideParamSyntax = true,
            description = "File of a model (default: the newest in build/models, where notebooks save theirs).",
            defaultValue = Option.NULL_VALUE)
    private Optional<Path> file;

    /** The model; a newest one is named on {@code err}. */
    ChosenModel choose(PrintWriter err) throws IOException {
        return ChosenModel.of(file, err);
    }
}
