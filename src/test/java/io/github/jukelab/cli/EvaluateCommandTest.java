package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.Progress;
import io.github.jukelab.Sha256;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.classic.ClassicalModel;
import io.github.jukelab.classic.NearestNeighbours;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Datasets;
import io.github.jukelab.dataset.Leakage;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.input.Examples;
import io.github.jukelab.input.MelWindows;
import io.github.jukelab.input.Shape;
import io.github.jukelab.model.ModelCard;
import io.github.jukelab.model.TrainingData;
import io.github.jukelab.network.Architecture;
import io.github.jukelab.network.Network;
import io.github.jukelab.provenance.Cost;
import io.github.jukelab.provenance.RunCard;
import io.github.jukelab.signal.MelBank;
import io.github.jukelab.signal.Stft;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jukelab evaluate}, with a model that takes what sounds like its two tones for a tone, and all else for noise. */
class EvaluateCommandTest {

    private static final MelWindows INPUT = MelWindows.of(Stft.of(1024), MelBank.of(8, 22_050));
    private static final int RATE = 22_050;

    @TempDir
    Path folder;

    private Console console;
    private Path trained;
    private Path data;
    private Path out;
    private Path model;

    /** A split of three tracks for training and three for test. */
    @BeforeEach
    void train() throws IOException {
        console = new Console(folder);
        trained = folder.resolve("trained");
        data = folder.resolve("data");
        out = folder.resolve("out");
        model = folder.resolve("model.zip");
        for (int i = 0; i < 2; i++) {
            noise("trained/noise/" + i + ".wav", i);
            tone("trained/tone/" + i + ".wav", 1000 + 500 * i);
        }
        Dataset dataset = Datasets.open(trained);
        Split split = new Split(
                "by hand",
                3,
                List.of("noise/0", "tone/0"),
                List.of("tone/1"),
                List.of("noise/1"),
                new Leakage(Set.of(), Set.of(), 0, 1, 1));
        RunCard run = RunCard.of(
                RunCard.Data.of(dataset.id(), dataset.trackIds()),
                "by hand",
                3,
                "CPU",
                RunCard.Result.none(new Cost(1, 1)));
        model().save(model, new ModelCard(run, TrainingData.of(dataset, split)));
    }

    private ClassicalModel model() throws IOException {
        Dataset dataset = Datasets.open(trained);
        Examples examples = INPUT.examples(dataset.tracks(), dataset.labels(), Progress.NONE);
        return ClassicalModel.fit(NearestNeighbours.of(1), examples, INPUT, Progress.NONE);
    }

    private void noise(String name, int seed) throws IOException {
        Waves.noise(RATE, 100 + seed).write(folder.resolve(name));
    }

    private void tone(String name, double frequency) throws IOException {
        Waves.sine(RATE, frequency).write(folder.resolve(name));
    }

    private List<String> evaluate() {
        assertThat(console.run("evaluate", model, "--data", data, "--out", out))
                .as(String.join("\n", console.errors()))
                .isZero();
        return console.output();
    }

    private void assertRefused(String message) {
        assertThat(console.run("evaluate", model, "--data", data, "--out", out)).isEqualTo(1);
        assertThat(console.errors()).last().asString().contains(message);
        assertThat(console.output()).isEmpty();
        assertThat(out).doesNotExist();
    }

    /** Of five tracks one, a tone among the noise, is told wrong. */
    private void writeFive() throws IOException {
        noise("data/noise/a.wav", 7);
        noise("data/noise/b.wav", 8);
        tone("data/noise/c.wav", 1010);
        tone("data/tone/d.wav", 1490);
        tone("data/tone/e.wav", 990);
    }

    @Test
    void writesReportMatrixPredictionsAndCard() throws IOException {
        writeFive();
        List<String> lines = evaluate();

        assertThat(lines)
                .startsWith("Evaluation of " + model + " on data", "")
                .anyMatch(line -> line.startsWith("80.0 % of 5 tracks right, 95 % interval "))
                .contains("guessing: 50.0 %; always the most frequent label: 60.0 %")
                .contains("No track is known to have been in training.")
                .contains("noise       1.00    0.67  0.80       3")
                .contains("tone        0.67    1.00  0.80       2")
                .containsSubsequence("mean F1: 0.80", "Most frequent mistakes", "  noise predicted as tone once")
                .doesNotContain("Not evaluated");
        assertThat(Files.readAllLines(out.resolve("report.txt"))).isEqualTo(lines);
        Predictions predictions = Predictions.readCsv(out.resolve("predictions.csv"));
        assertThat(predictions.labels()).containsExactly("noise", "tone");
        assertThat(predictions.rows())
                .extracting(Prediction::id)
                .containsExactly("noise/a", "noise/b", "noise/c", "tone/d", "tone/e");
        assertThat(predictions.correctIds()).doesNotContain("noise/c").hasSize(4);
        assertThat(ImageIO.read(out.resolve("confusion.png").toFile()).getWidth())
                .isGreaterThan(100);
        RunCard card = RunCard.read(out.resolve("card.json"));
        assertThat(card.result().accuracy()).isEqualTo(0.8);
        assertThat(card.data().name()).isEqualTo("data");
        assertThat(card.predictions()).hasSize(5).containsEntry("noise/c", "tone");
        assertThat(card.settings())
                .containsEntry("checksum of the model", Sha256.of(model))
                .containsEntry("tracks in training", "0");
    }

    @Test
    void namesTracksOfTheTraining() throws IOException {
        writeFive();
        Files.copy(trained.resolve("tone/0.wav"), data.resolve("tone/new name.wav"));
        assertThat(evaluate())
                .containsSubsequence("IN TRAINING: 1 of 6 tracks, so the accuracy is too high.", "  tone/new name")
                .anyMatch(line -> line.startsWith("Without them: 80.0 % of 5 tracks right, "));
        assertThat(RunCard.read(out.resolve("card.json"))
                        .problems()
                        .get("in training")
                        .first())
                .containsExactly("tone/new name");
    }

    /** In the same data set, a track is known by its id, whatever its file has now. */
    @Test
    void namesTracksOfTheSameDataSet() throws IOException {
        data = trained;
        tone("trained/tone/0.wav", 1020);
        assertThat(evaluate())
                .containsSubsequence(
                        "IN TRAINING: 3 of 4 tracks, so the accuracy is too high.", "  noise/0", "  tone/0", "  tone/1")
                .anyMatch(line -> line.startsWith("Without them: 100.0 % of 1 tracks right, "));
    }

    @Test
    void namesTheFirstTenAndSaysIfNoneIsLeft() throws IOException {
        for (int i = 0; i < 12; i++) {
            Files.createDirectories(data.resolve("noise"));
            Files.copy(trained.resolve("noise/0.wav"), data.resolve("noise/" + i + ".wav"));
        }
        assertThat(evaluate())
                .contains("  … and 2 more", "Without them, no track is left.")
                .contains("  tone: the model knows this label, but no track has it");
    }

    @Test
    void saysIfTheModelDoesNotTellItsTraining() throws IOException {
        writeFive();
        model().save(model);
        assertThat(evaluate())
                .contains("Whether tracks were in training is not known: the model's file does not tell.");
        assertThat(RunCard.read(out.resolve("card.json")).settings()).containsEntry("tracks in training", "not known");
    }

    /** Noise, a tone and again noise, a second each; and a tone that is labelled as noise. */
    @Test
    void evaluatesThePartsOfALabelTable() throws IOException {
        Wave noise = Waves.noise(RATE, 107);
        Waves.of(3 * RATE, i -> i / RATE == 1 ? Math.sin(2 * Math.PI * 990 * i / RATE) : noise.sample(i % RATE))
                .write(data.resolve("long.wav"));
        tone("data/tone.wav", 1490);
        noise("data/other.wav", 8);
        Path labels = Files.writeString(folder.resolve("labels.csv"), """
                        file,start,end,label
                        long.wav,0,1,noise
                        long.wav,1,2,tone
                        long.wav,2,3.5,noise
                        long.wav,9,10,tone
                        tone.wav,,,noise
                        missing.wav,,,noise
                        """);
        assertThat(console.run("evaluate", model, "--data", data, "--labels", labels, "--out", out))
                .as(String.join("\n", console.errors()))
                .isZero();

        assertThat(console.output())
                .startsWith("Evaluation of " + model + " on data (labels.csv)")
                .anyMatch(line -> line.startsWith("75.0 % of 4 tracks right, "))
                .contains("balanced accuracy: 83.3 %, the mean recall, as labels are uneven")
                .anyMatch(line -> line.startsWith("  long.wav, 9.000 to 10.000 s: "));
        assertThat(console.errors())
                .anyMatch(line -> line.endsWith("noise 3, tone 2; 1 file without a row in the table"))
                .contains("jukelab: rows of the label table not used: 1")
                .contains("  long.wav, 2.000 to 3.500 s: the file ends 0.50 s before the end of this part");
        assertThat(Predictions.readCsv(out.resolve("predictions.csv")).correctIds())
                .containsExactlyInAnyOrder("long@0-1000ms", "long@1000-2000ms", "long@2000-3500ms");
        RunCard card = RunCard.read(out.resolve("card.json"));
        assertThat(card.result().balancedAccuracy()).isCloseTo((2 / 3.0 + 1) / 2, within(1e-6));
        assertThat(card.problems().get("warnings").count()).isEqualTo(1);
        assertThat(card.problems().get("skipped").count()).isEqualTo(1);
    }

    @Test
    void intervalsAreOverGroups() throws IOException {
        noise("data/noise/north/a.wav", 7);
        noise("data/noise/north/b.wav", 8);
        tone("data/noise/south/c.wav", 1010);
        tone("data/tone/south/d.wav", 1490);
        tone("data/tone/west/e.wav", 990);
        Files.copy(trained.resolve("tone/0.wav"), data.resolve("tone/west/seen.wav"));
        List<String> lines = evaluate();

        Map<String, String> groups = Datasets.open(data).artistGroups();
        Predictions predictions = Predictions.readCsv(out.resolve("predictions.csv"));
        Evaluation all = Evaluation.of(predictions, groups, 3);
        Evaluation others = Evaluation.of(predictions.without(List.of("tone/west/seen")), groups, 3);
        assertThat(lines)
                .contains("83.3 % of 6 tracks right, " + all.interval())
                .contains("interval: bootstrap over 3 groups, 1000 draws, seed 3")
                .contains("Without them: 80.0 % of 5 tracks right, " + others.interval());
        RunCard.Result result = RunCard.read(out.resolve("card.json")).result();
        assertThat(result.low()).isEqualTo(all.interval().low());
        assertThat(result.high()).isEqualTo(all.interval().high());
        assertThat(result.interval()).isEqualTo("bootstrap over 3 groups, 1000 draws, seed 3");
    }

    @Test
    void leavesOutUnknownLabelsAndFilesThatCannotBeUsed() throws IOException {
        writeFive();
        noise("data/song/f.wav", 9);
        noise("data/song/g.wav", 10);
        console.brokenFile("data/tone/broken.wav");
        assertThat(evaluate())
                .contains("Not evaluated", "  song: the model does not know this label; tracks: 2")
                .anyMatch(line -> line.startsWith("  tone/broken.wav: "))
                .anyMatch(line -> line.startsWith("80.0 % of 5 tracks right"));
        assertThat(RunCard.read(out.resolve("card.json"))
                        .problems()
                        .get("skipped")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void needsATrackThatTheModelCanTell() throws IOException {
        noise("data/song/a.wav", 1);
        noise("data/speech/a.wav", 2);
        assertRefused("no track has a label that the model knows, [noise, tone], got [song, speech]");
        console.brokenFile("data/tone/broken.wav");
        assertRefused("no track can be used; the first: tone/broken.wav: ");
    }

    @Test
    void needsAModelForSounds() throws IOException {
        writeFive();
        Network.of(Architecture.of(Shape.row(57), 2, 1), List.of("noise", "tone"))
                .save(model);
        assertRefused("cannot predict for sound: Network[");
    }

    @Test
    void replacesOnlyWhatItWrote() throws IOException {
        writeFive();
        evaluate();
        byte[] before = Files.readAllBytes(out.resolve("report.txt"));
        console = new Console(folder);
        evaluate();
        assertThat(out.resolve("report.txt")).hasBinaryContent(before);

        for (String name : List.of("report.txt", "confusion.png", "predictions.csv", "card.json")) {
            byte[] own = Files.readAllBytes(out.resolve(name));
            Files.writeString(out.resolve(name), "mine, not yours");
            console = new Console(folder);
            assertThat(console.run("evaluate", model, "--data", data, "--out", out))
                    .isEqualTo(1);
            assertThat(console.errors()).hasSize(1).first().asString().contains(name + ": exists and is not a");
            Files.write(out.resolve(name), own);
        }
        Files.writeString(out.resolve("card.json"), "mine, not yours");
        assertThat(console.run("evaluate", model, "--data", data, "--out", out, "--force"))
                .isZero();
        assertThat(RunCard.isCard(out.resolve("card.json"))).isTrue();
    }

    @Test
    void writesAPageToListenTo() throws IOException {
        writeFive();
        assertThat(console.run("evaluate", model, "--data", data, "--out", out, "--html"))
                .as(String.join("\n", console.errors()))
                .isZero();

        String page = Files.readString(out.resolve("report.html"));
        assertThat(page)
                .containsSubsequence(
                        "<h1>Evaluation of ",
                        "80.0 % of 5 tracks right",
                        "4 of 5 correct; players for 1 of 1 errors and for 4 of 4 correct ones.",
                        "<summary title=\"1: true label noise, predicted tone\" aria-label=\"1: true label noise, predicted tone\">1</summary>",
                        "noise/c",
                        "<audio",
                        "The only error");
        assertThat(Files.readAllLines(out.resolve("report.txt"))).isEqualTo(console.output());
        evaluate();
        assertThat(out.resolve("report.html")).hasContent(page);

        Files.writeString(out.resolve("report.html"), "mine, not yours");
        console = new Console(folder);
        assertThat(console.run("evaluate", model, "--data", data, "--out", out, "--html"))
                .isEqualTo(1);
        assertThat(console.errors())
                .containsExactly("jukelab: " + out.resolve("report.html")
                        + ": exists and is not a page of an evaluation; --force replaces it");
    }

    @Test
    void withoutTheOptionThereIsNoPage() throws IOException {
        writeFive();
        evaluate();
        assertThat(out.resolve("report.html")).doesNotExist();
    }

    private int robust(String... more) {
        return console.run(
                Stream.concat(Stream.of("evaluate", model, "--data", data, "--out", out, "--robust"), Stream.of(more))
                        .toArray());
    }

    /** Only a tone in noise can become noise, and only the wrong track is one that changes to right. */
    @Test
    void predictsForChangedSounds() throws IOException {
        writeFive();
        evaluate();
        List<String> first = console.output();
        console = new Console(folder);
        assertThat(robust("--html")).as(String.join("\n", console.errors())).isZero();

        List<String> lines = console.output();
        assertThat(lines.subList(0, first.size())).isEqualTo(first);
        assertThat(lines)
                .containsSubsequence(
                        "Robustness: answers after changes of the sounds",
                        "  unchanged                                                               80.0 %",
                        "  6 dB softer          0.0 %      0.0–43.4 %            0            0    80.0 %",
                        "  at least one        60.0 %     23.1–88.2 %",
                        "interval: Wilson over tracks",
                        "What the changes do",
                        "  starts 0.3 s later: the first 0.3 s cut off")
                .doesNotContain("Not changed");
        assertThat(Files.readAllLines(out.resolve("report.txt"))).isEqualTo(lines);
        assertThat(Files.readString(out.resolve("report.html"))).contains("Robustness: answers after changes");
        assertThat(Files.readAllLines(out.resolve("robustness.csv")))
                .hasSize(13)
                .startsWith(
                        "change,tracks,changed,changed_share,low,high,right_to_wrong,wrong_to_right,accuracy_before,"
                                + "accuracy_after")
                .anyMatch(line -> line.startsWith("6 dB softer,5,0,0.0,0.0,0.43"));
        assertThat(RunCard.read(out.resolve("card.json")).settings())
                .containsEntry("after 6 dB softer", "0 of 5 answers changed, 0 to wrong, 0 to right")
                .doesNotContainKey("no answer below");
    }

    @Test
    void noAnswerIsAnAnswerOfItsOwn() throws IOException {
        writeFive();
        assertThat(robust("--abstain", "0.5"))
                .as(String.join("\n", console.errors()))
                .isZero();
        assertThat(console.output())
                .contains("A track whose best probability is below 0.5 has no answer, which is never right.");
        assertThat(RunCard.read(out.resolve("card.json")).settings()).containsEntry("no answer below", "0.5");
    }

    @Test
    void abstainIsForRobust() {
        assertThat(robust("--abstain", "1.5")).isEqualTo(2);
        assertThat(console.errors()).contains("jukelab: --abstain must be in [0, 1], got 1.5");
        console = new Console(folder);
        assertThat(console.run("evaluate", model, "--data", data, "--out", out, "--abstain", "0.5"))
                .isEqualTo(2);
        assertThat(console.errors()).contains("jukelab: --abstain needs --robust");
        assertThat(out).doesNotExist();
    }

    @Test
    void replacesOnlyItsOwnTableOfChanges() throws IOException {
        writeFive();
        Files.createDirectories(out);
        Files.writeString(out.resolve("robustness.csv"), "mine, not yours");
        assertThat(robust()).isEqualTo(1);
        assertThat(console.errors())
                .containsExactly("jukelab: " + out.resolve("robustness.csv")
                        + ": exists and is not a table of changed sounds; --force replaces it");
    }

    @Test
    void twoEvaluationsCanBeCompared() throws IOException {
        writeFive();
        evaluate();
        console = new Console(folder);
        assertThat(console.run("compare", out, out.resolve("card.json"))).isZero();
        assertThat(console.output())
                .contains("Of 5 tracks, A alone is right on 0 and B alone on 0; both are right on 4, neither on 1.");
    }
}
