package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.Progress;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.RobustnessReport;
import io.github.jukelab.network.Network;
import io.github.jukelab.robustness.Changes;
import io.github.jukelab.robustness.Robustness;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The word {@code robustness}. */
class NotebookRobustnessTest {

    @Test
    void predictsAfterAllChanges(@TempDir Path folder) throws IOException {
        Network network = Network.load(Path.of("src/test/resources/stored/version-3/small-windows_repaired.zip"));
        Path file = folder.resolve("noise.wav");
        Waves.noise(70_000, 1).write(file);
        List<Track> tracks = List.of(new Track("noise", network.labels().get(0), Optional.empty(), file));

        RobustnessReport report = Notebook.robustness(network, tracks);

        assertThat(report).isEqualTo(Robustness.of(network, tracks, Changes.ALL, Progress.NONE));
        assertThat(report.after()).hasSize(12);
        assertThat(Notebook.summary(report)).hasToString(report.summary());
    }
}
