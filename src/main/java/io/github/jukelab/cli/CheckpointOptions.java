package io.github.jukelab.cli;

import io.github.jukelab.Workspace;
import io.github.jukelab.network.Checkpoints;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Whether a command goes on with unfinished trainings, and when it has to end. */
final class CheckpointOptions {

    @Option(
            names = "--resume",
            negatable = true,
            description = "Go on with an unfinished training of a network of the same recordings and settings. This "
                    + "is the default, and it is told; with --resume it is also told if there is none. "
                    + "--no-resume begins anew.")
    private Boolean resume;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description = "End the training of networks when this time is over, such as 2h, 90m or 1h30m: the step in "
                    + "progress is finished, and the best epoch so far is kept. The same command goes on later "
                    + "(default: no limit).",
            defaultValue = Option.NULL_VALUE)
    private Optional<Duration> time;

    /** The checkpoints of the project's trainings; the time begins now. */
    Checkpoints checkpoints() {
        Checkpoints all = Checkpoints.in(Workspace.checkpoints(Jukelab.home(), System.getenv()));
        Checkpoints limited = time.map(all::withTime).orElse(all);
        if (resume == null) {
            return limited;
        }
        return resume ? limited.tellingIfNone() : limited.anew();
    }
}
