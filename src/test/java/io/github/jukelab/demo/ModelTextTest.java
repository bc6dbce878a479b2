package io.github.jukelab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.classic.ClassicalModel;
import io.github.jukelab.evaluation.Temperature;
import io.github.jukelab.model.ModelCard;
import io.github.jukelab.model.SmallModel;
import io.github.jukelab.model.TrainedModel;
import io.github.jukelab.model.TrainingData;
import io.github.jukelab.network.Network;
import io.github.jukelab.provenance.RunCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelTextTest {

    @TempDir
    Path folder;

    private static RunCard card(int tracks, double accuracy) {
        RunCard.Result result = new RunCard.Result(
                tracks, accuracy, 0.458, 0.769, 10, 20, 0, "bootstrap over 12 groups", new TreeMap<>());
        return RunCard.of(RunCard.Data.of("stand-in", List.of("1", "2", "3", "4")), "by artist", 42, "CPU", result)
                .withSettings(Map.of("recipe", "mel-windows", "variant", "repaired", "epochs", "3 of the recipe's 20"));
    }

    private static TrainingData data(boolean synthetic, int groups, boolean leaks) {
        return new TrainingData(
                "stand-in",
                "synthetic music",
                "any purpose",
                "a paper",
                synthetic,
                groups,
                leaks,
                "3 artists in common",
                Set.of("0123456789abcdef"),
                Set.of());
    }

    private ModelText text(ModelCard card) throws IOException {
        Path file = folder.resolve("model.zip");
        SmallModel.catOrDog().save(file, card);
        return ModelText.of(new DemoModel("model.zip", ClassicalModel.load(file)));
    }

    @Test
    void tellsTheCardInPairs() throws IOException {
        ModelText text = text(new ModelCard(card(24, 0.625), data(true, 12, false)));
        assertThat(text.title()).isEqualTo("mel-windows, repaired");
        assertThat(text.card())
                .contains(
                        new ModelText.Line("trained on", "1 of 4 tracks: synthetic music"),
                        new ModelText.Line("groups", "12"),
                        new ModelText.Line("accuracy", "62.5 % (95 % interval 45.8 to 76.9) of 24 test tracks"),
                        new ModelText.Line("interval", "bootstrap over 12 groups"),
                        new ModelText.Line("split", "by artist, seed 42"),
                        new ModelText.Line("epochs", "3 of the recipe's 20"),
                        new ModelText.Line("terms", "any purpose"),
                        new ModelText.Line("to cite", "a paper"));
        assertThat(text.card())
                .extracting(ModelText.Line::name)
                .doesNotHaveDuplicates()
                .contains("made");
        assertThat(text.cautions())
                .contains(
                        "It knows only these labels: any sound gets one of them.",
                        "It does not hear anything above 11025 Hz.",
                        "Its data are synthetic: its accuracy says nothing about real recordings.")
                .noneMatch(line -> line.contains("too high"));
    }

    @Test
    void warnsOfWhatTheCardTells() throws IOException {
        assertThat(text(new ModelCard(card(0, 0), data(false, 0, false))).card())
                .contains(new ModelText.Line("accuracy", "not evaluated"), new ModelText.Line("groups", "none known"));
        assertThat(text(new ModelCard(card(9, 0.5), data(false, 0, false))).cautions())
                .contains("Its accuracy may be too high: an artist or speaker may be in training and test.")
                .noneMatch(line -> line.contains("synthetic"));
        assertThat(text(new ModelCard(card(9, 0.5).withShortened(true), data(false, 3, true)))
                        .cautions())
                .contains(
                        "Its accuracy is too high, as training and test tracks share something: 3 artists in common",
                        "Its training was shortened, so its accuracy is no result.");
    }

    @Test
    void saysThatThereIsNoCard() throws IOException {
        ModelText text = ModelText.of(new DemoModel("a.zip", Network.load(DemoClient.WINDOWS)));
        assertThat(text.title()).isEqualTo("a.zip");
        assertThat(text.card()).isEmpty();
        assertThat(text.cautions()).contains("Its file does not tell what it was trained on, or how well it does.");
    }

    @Test
    void saysWhetherProbabilitiesAreCalibrated() {
        TrainedModel model = SmallModel.catOrDog();
        assertThat(ModelText.of(new DemoModel("a", model)).temperature())
                .isEqualTo("No temperature was fitted: the probabilities are as the model gives them.");
        assertThat(ModelText.of(new DemoModel("b", model.withTemperature(new Temperature(1.8, 60))))
                        .temperature())
                .isEqualTo("The temperature is 1.80, fitted to 60 tracks: the model was too sure, so its probabilities "
                        + "are made more even.");
    }

    @Test
    void saysHowLongASegmentIs() throws IOException {
        Path models = Path.of("src/test/resources/stored/models");
        assertThat(ModelText.of(new DemoModel("a", Network.load(models.resolve("small-windows_repaired.zip"))))
                        .segmentSeconds())
                .isEqualTo(3);
        assertThat(ModelText.of(new DemoModel("b", SmallModel.catOrDog())).segmentSeconds())
                .isNull();
        ModelText picture =
                ModelText.of(new DemoModel("c", Network.load(models.resolve("cats-and-dogs_repaired.zip"))));
        assertThat(picture.segmentSeconds()).isPositive();
        assertThat(picture.cautions())
                .anyMatch(line -> line.matches("It uses the first .* seconds of a sound only\\."));
    }
}
