package io.github.jukelab.cli;

import io.github.jukelab.Printable;
import io.github.jukelab.network.DeviceChoice;
import io.github.jukelab.recipe.LearningCurveSettings;
import io.github.jukelab.recipe.RunSettings;
import java.io.PrintWriter;
import picocli.CommandLine.Option;

/** The option of commands that train networks. */
final class EngineOption {

    @Option(
            names = "--engine",
            paramLabel = "NAME",
            description =
                    "What computes the training of networks: dl4j, or libtorch, which takes about half of the time "
                            + "(default: ${DEFAULT-VALUE}, which the environment variable JUKELAB_ENGINE sets).",
            defaultValue = "${sys:io.github.jukelab.engine:-dl4j}")
    private String name;

    /** Prints what was asked for, what is used and why, if a GPU was asked for. */
    static void printDevice(PrintWriter err) {
        DeviceChoice.current().ifPresent(choice -> err.println("jukelab: " + Printable.of(choice.words())));
    }

    /**
     * The settings with this engine.
     *
     * @throws IllegalArgumentException if no engine has this name
     * @throws io.github.jukelab.network.EngineException if it cannot be used here
     */
    RunSettings appliedTo(RunSettings settings) {
        return settings.withEngine(name);
    }

    /** As {@link #appliedTo(RunSettings)}. */
    LearningCurveSettings appliedTo(LearningCurveSettings settings) {
        return settings.withEngine(name);
    }
}
