package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.evaluation.LearningCurve;
import io.github.jukelab.provenance.LearningCurveCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jukelab learning-curve}. */
class LearningCurveCommandTest {

    private static final int LENGTH = 22_050;

    @TempDir
    Path folder;

    private Console console;
    private Path tracks;
    private Path out;

    @BeforeEach
    void writeTracks() throws IOException {
        tracks = folder.resolve("tracks");
        out = folder.resolve("curve");
        console = new Console(tracks);
        for (int i = 0; i < 5; i++) {
            console.track("hiss/" + i + ".wav", LENGTH + i);
            console.track("roar/" + i + ".wav", LENGTH + 10 + i);
        }
    }

    private int run(String... models) {
        Object[] arguments = new Object[models.length + 9];
        System.arraycopy(models, 0, arguments, 1, models.length);
        arguments[0] = "learning-curve";
        Object[] options = {"--data", tracks, "--out", out, "--sizes", "1,2,20", "--draws", 3};
        System.arraycopy(options, 0, arguments, models.length + 1, options.length);
        return console.run(arguments);
    }

    @Test
    void writesTablePictureAndCard() throws IOException {
        console.brokenFile("hiss/broken.wav");
        assertThat(run("logistic:table", "knn:table"))
                .as(String.join("\n", console.errors()))
                .isZero();
        LearningCurveCard card = LearningCurveCard.read(out.resolve("card.json"));
        assertThat(card.curve().sizes()).containsExactly("1", "2");
        assertThat(card.skipped()).singleElement().asString().startsWith("hiss/broken.wav: ");
        assertThat(LearningCurve.isCsv(out.resolve("curve.csv"))).isTrue();
        assertThat(Files.readAllLines(out.resolve("curve.csv"))).hasSize(1 + 2 * 2 * 3);
        assertThat(EvaluateCommand.isPng(out.resolve("curve.png"))).isTrue();
        assertThat(console.errors())
                .contains("jukelab: left out: 20 tracks per class, since hiss has 4 to train on", "knn:table");
        assertThat(console.output())
                .contains("logistic:table", card.curve().summary())
                .anyMatch(line -> line.matches("  1 +[0-9.]+ \\([0-9.]+–[0-9.]+\\) +3 draws, [0-9]+ test tracks"));
    }

    @Test
    void aSecondModelNeedsOnlyItsOwnDraws() throws IOException {
        assertThat(run("logistic:table")).isZero();
        LearningCurve first = LearningCurveCard.read(out.resolve("card.json")).curve();
        assertThat(Files.readAllLines(out.resolve(".draws.journal"))).hasSize(1 + 2 * 3);
        assertThat(run("knn:table", "logistic:table")).isZero();
        LearningCurve both = LearningCurveCard.read(out.resolve("card.json")).curve();
        assertThat(both.lines().get(1)).isEqualTo(first.lines().get(0));
        assertThat(Files.readAllLines(out.resolve(".draws.journal"))).hasSize(1 + 2 * 2 * 3);
    }

    @Test
    void trainsByAnotherEngine() throws IOException {
        String[] dense = {"dense", "--network-draws", "1", "--epochs", "1"};
        assertThat(run(dense)).isZero();
        assertThat(LearningCurveCard.read(out.resolve("card.json")).settings()).containsEntry("dense, engine", "DL4J");
        String[] other = {"dense", "--network-draws", "1", "--epochs", "1", "--engine", "other"};
        assertThat(run(other)).as(String.join("\n", console.errors())).isZero();
        assertThat(LearningCurveCard.read(out.resolve("card.json")).settings())
                .containsEntry("dense, engine", "other 1.0");
        assertThat(Files.readAllLines(out.resolve(".draws.journal")))
                .as("draws of both engines")
                .hasSize(1 + 2 * 2);
        assertThat(run("dense", "--engine", "none")).isEqualTo(2);
        assertThat(console.errors()).anyMatch(line -> line.startsWith("jukelab: engine must be one of"));
    }

    @Test
    void saysWhatIsWrongBeforeTheWork() throws IOException {
        assertThat(run("svm:tables")).isEqualTo(2);
        assertThat(console.errors()).anyMatch(line -> line.contains("features must be one of"));
        assertThat(console.run("learning-curve", "svm", "--data", tracks, "--out", out, "--sizes", "few"))
                .isEqualTo(2);
        assertThat(console.errors()).contains("jukelab: sizes must be whole numbers or all, got 'few'");
        Files.createDirectories(out);
        Files.writeString(out.resolve("curve.csv"), "my own table\n");
        assertThat(run("svm:table")).isEqualTo(1);
        assertThat(console.errors())
                .anyMatch(line -> line.contains("exists and is not a table of a learning curve; --force replaces it"));
        assertThat(out.resolve("curve.csv")).hasContent("my own table");
    }
}
