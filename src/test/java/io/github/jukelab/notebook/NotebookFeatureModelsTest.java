package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Datasets;
import io.github.jukelab.embedding.EmbeddingsInFolder;
import io.github.jukelab.embedding.TinyMusicnn;
import io.github.jukelab.onnx.EmbeddingOnnx;
import io.github.jukelab.recipe.CurveModel;
import io.github.jukelab.recipe.RecipeRuns;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class NotebookFeatureModelsTest extends EmbeddingsInFolder {

    @Test
    void withoutTheNetworkItsModelsAreLeftOut() {
        assertThat(Notebook.featureModels("knn"))
                .extracting(CurveModel::name)
                .containsExactly("table", "mel-statistics");
        assertThat(Notebook.embedding().map(network -> network.tags()))
                .hasToString("no embedding here: 'make embeddings' writes it");
        assertThatThrownBy(() -> Notebook.featureModels("knns")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void allModelsAreTestedOnTheSameTracks() throws IOException {
        EmbeddingOnnx.write(TinyMusicnn.embedding(1), home.resolve("data/embeddings/musicnn-msd.onnx"));
        assertThat(Notebook.embedding().map(network -> network.tags()).value()).contains(TinyMusicnn.TAGS);
        for (int i = 0; i < 5; i++) {
            Waves.noise(22_050, i).write(home.resolve("sounds/hiss/" + i + ".wav"));
            Waves.sine(22_050, 200 + 10 * i).write(home.resolve("sounds/hum/" + i + ".wav"));
        }
        Dataset dataset = Datasets.open(home.resolve("sounds"));
        List<CurveModel> models = Notebook.featureModels("logistic");
        RecipeRuns runs = Notebook.trainOnFolds(dataset, models, 42);
        assertThat(runs.runs()).containsOnlyKeys("table", "mel-statistics", "embedding", "mel-statistics,embedding");
        assertThat(runs.benchmark().evaluation("mel-statistics").accuracy()).isEqualTo(1);
        assertThat(runs.benchmark().evaluation("mel-statistics").tracks()).isEqualTo(10);
        assertThat(runs.benchmark().protocol()).isEqualTo("5 folds by track");
        assertThat(runs.run("table").recipe()).isEqualTo(models.get(0).recipe());
        assertThatThrownBy(() -> runs.run("57 values")).hasMessageEndingWith(", got 57 values");
        assertThatThrownBy(() -> Notebook.trainOnFolds(dataset, List.of(models.get(0), models.get(0)), 42))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
