package io.github.jukelab.cli;

import io.github.jukelab.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
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

    @Mixin
    private ModelParameter model;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        ChosenModel chosen = model.choose(spec.commandLine().getErr());
        PrintWriter out = spec.commandLine().getOut();
        ModelPage.of(chosen.load()).lines().forEach(line -> out.println(Printable.of(line)));
        return 0;
    }
}
