package io.github.jukelab.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Checks whether the graphics card can be used, before a run that needs it. */
@Command(
        name = "gpu",
        description = {"Check whether an NVIDIA card can be used.", "", "The exit code is 1 if not.", ""})
final class GpuCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Optional<GraphicsCard> card = GraphicsCard.find();
        Optional<String> obstacle =
                card.map(GraphicsCard::obstacle).orElse(Optional.of("no NVIDIA driver or card was found"));
        if (obstacle.isPresent()) {
            spec.commandLine()
                    .getErr()
                    .println("jukelab: no usable GPU: " + obstacle.get() + ". Omit GPU=1 to run on the CPU.");
            return 1;
        }
        spec.commandLine().getOut().println("jukelab: usable GPU: " + card.get().name());
        return 0;
    }
}
