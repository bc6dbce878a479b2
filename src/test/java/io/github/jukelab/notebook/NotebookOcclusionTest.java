package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.model.Occlusion;
import io.github.jukelab.network.Network;
import io.github.jukelab.plot.Figure;
import io.github.jukelab.plot.Plots;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The word {@code occlusion}, and what a cell shows of it. */
class NotebookOcclusionTest {

    @Test
    void showsTheInputAndTheMap() throws IOException {
        Network network = Network.load(Path.of("src/test/resources/stored/version-3/small-windows_repaired.zip"));
        Wave wave = Waves.noise(70_000, 1);

        Occlusion occlusion = Notebook.occlusion(network, wave);

        assertThat(occlusion.map())
                .isEqualTo(Occlusion.of(network, wave, Progress.NONE).map());
        MimeBundle bundle = Renderers.all().stream()
                .filter(rendering -> rendering.type() == Occlusion.class)
                .map(rendering -> rendered(rendering, occlusion))
                .findFirst()
                .orElseThrow();
        Figure figure = Plots.occlusion(occlusion.input(), occlusion.map());
        assertThat(bundle).isEqualTo(MimeBundle.picture(figure.png(), figure.alternativeText()));
        assertThat(figure.alternativeText()).contains(occlusion.map().toString());
    }

    private static <T> MimeBundle rendered(Renderers.Rendering<T> rendering, Object value) {
        return rendering.of(rendering.type().cast(value));
    }
}
