package io.github.jukelab.cli;

import io.github.jukelab.network.DeviceChoice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says which graphics card and which engine a training would use. */
@Command(
        name = "gpu",
        description = {
            "Say which NVIDIA card would be used, by which engine.",
            "",
            "JUKELAB_ENGINE=dl4j or libtorch asks for one of the two. The exit code is 1 if no card can be used.",
            ""
        })
final class GpuCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        DeviceChoice choice = choice(Jukelab.home(), "1");
        if (choice.device().isEmpty()) {
            spec.commandLine().getErr().println("jukelab: " + choice.words());
            return 1;
        }
        spec.commandLine().getOut().println("jukelab: " + choice.words());
        return 0;
    }

    /**
     * What {@code tools/gpu.sh} chooses, which has the rules for make and the launcher as well.
     *
     * @param home the project's folder
     * @param request {@code 1} for a card that is required, {@code auto} for one if there is one
     * @throws IOException if it cannot be run, as on Windows outside WSL2
     */
    static DeviceChoice choice(Path home, String request) throws IOException {
        String engine = System.getenv().getOrDefault("JUKELAB_ENGINE", "");
        Process process = new ProcessBuilder(home.resolve("tools/gpu.sh").toString(), request, engine)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        return DeviceChoice.parse(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip());
    }
}
