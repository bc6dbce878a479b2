package io.github.jukelab.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Datasets;
import io.github.jukelab.evaluation.LearningCurve;
import io.github.jukelab.recipe.LearningCurveSettings;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NotebookLearningCurveTest {

    @TempDir
    Path folder;

    @Test
    void aCellDrawsACurve() throws IOException {
        for (int i = 0; i < 5; i++) {
            Waves.noise(22_050, i).write(folder.resolve("hiss/" + i + ".wav"));
            Waves.sine(22_050, 200 + 10 * i).write(folder.resolve("hum/" + i + ".wav"));
        }
        Dataset dataset = Datasets.open(folder);
        LearningCurveSettings settings =
                LearningCurveSettings.DEFAULT.withSizes("1,3").withDraws(5, 1);
        LearningCurve curve = Notebook.learningCurve(dataset, settings, "logistic:table", "knn:table");
        assertThat(curve.sizes()).containsExactly("1", "3");
        assertThat(curve.lines())
                .allSatisfy(line -> assertThat(line.most().mean()).isGreaterThan(0.8));
        assertThat(Notebook.summary(curve)).hasToString(curve.summary());
    }
}
