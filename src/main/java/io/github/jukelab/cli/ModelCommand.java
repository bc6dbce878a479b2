package io.github.jukelab.cli;

import io.github.jukelab.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells what a model is. */
@Command(
        name = "model",
        sortOptions = false,
        customSynopsis = "jukelab model [OPTIONS] [MODEL]",
        description = {
            "Tell what a model is, and what it is not for.",
            "",
            "One page: its labels, what it hears, what it was trained on and on which terms, how well it did on which "
                    + "tracks, and what it should not be used for.",
            ""
        },
        footer = {"", "Example: jukelab model model.zip"})
final class ModelCommand implements Callable<Integer> {

    @Parameters(
            arity = "0..1",
            paramLabel = "MODEL",
            hideParamSyntax = true,
            description = "File of a model (default: the newest in build/models, where notebooks save theirs).",
            defaultValue = Option.NULL_VALUE)
    private Optional<Path> file;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ChosenModel model = ChosenModel.of(file, spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        ModelPage.of(model.load()).lines().forEach(line -> out.println(Printable.of(line)));
        return 0;
    }
}
