package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.audio.Recording;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Datasets;
import io.github.jukelab.model.TrainedModel;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmallNetworkTest {

    @TempDir
    Path folder;

    @Test
    void isTrainedAndKeptWithItsCard() throws IOException {
        for (String label : List.of("high", "low")) {
            for (int i = 0; i < 5; i++) {
                Waves.sine(4 * Waves.RATE, label.equals("high") ? 3000 + i : 300 + i)
                        .write(folder.resolve("data").resolve(label).resolve(i + ".wav"));
            }
        }
        Dataset dataset = Datasets.open(folder.resolve("data"));
        StringWriter err = new StringWriter();

        Path models = folder.resolve("build/models");
        ChosenModel model = SmallNetwork.train(dataset, models, 1, new PrintWriter(err, true));

        assertThat(ChosenModel.find(models)).contains(model);
        TrainedModel network = model.load();
        assertThat(network.labels()).containsExactly("high", "low");
        assertThat(network.predict(Recording.of(Waves.sine(4 * Waves.RATE, 300)))
                        .segments())
                .hasSize(1);
        assertThat(network.card().orElseThrow().run().settings()).containsEntry("recipe", "small-windows");
        assertThat(err.toString().lines()).last().asString().startsWith("model: " + model.file() + ", Evaluation[");
    }
}
