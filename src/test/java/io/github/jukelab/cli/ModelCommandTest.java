package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.model.ModelCard;
import io.github.jukelab.model.SmallModel;
import io.github.jukelab.model.TrainingData;
import io.github.jukelab.provenance.RunCard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jukelab model}. */
class ModelCommandTest {

    private static final Set<String> TRACKS = Set.of("0123456789abcdef", "1123456789abcdef", "2123456789abcdef");
    private static final TrainingData GROUPED =
            new TrainingData("mine", "my animals", "CC BY 4.0", "Me 2026", false, 2, false, "nothing", TRACKS, TRACKS);
    private static final RunCard RUN = RunCard.of(
                    RunCard.Data.of("mine", List.of("a", "b", "c", "d")),
                    "by artist, fold 1 of 5",
                    42,
                    "CPU, oneDNN",
                    new RunCard.Result(119, 0.75, 0.66, 0.821, 10, 20, 0.701, "bootstrap", new TreeMap<>()))
            .withSettings(Map.of("recipe", "mel-windows", "labels", "cat dog"));

    @TempDir
    Path folder;

    private final Console console = new Console(Path.of("."));

    private List<String> page(TrainingData data, RunCard run) throws IOException {
        Path file = folder.resolve("model.zip");
        SmallModel.catOrDog().save(file, new ModelCard(run, data));
        return page(file);
    }

    private List<String> page(Path file) {
        assertThat(console.run("model", file)).isZero();
        assertThat(console.errors()).isEmpty();
        return console.output();
    }

    @Test
    void tellsWhatAModelIs() throws IOException {
        assertThat(page(GROUPED, RUN))
                .containsSubsequence("Model", "  ClassicalModel[NearestNeighbours[k 1 of 2 vectors]]", "")
                .containsSubsequence("Labels", "  cat, dog", "")
                .containsSubsequence(
                        "What it hears",
                        "  FeatureVectorInput[22050 Hz, whole sounds, librosa, 57 values]",
                        "  A sound of any rate is resampled to 22050 Hz: nothing above 11025 Hz is heard.")
                .containsSubsequence(
                        "Trained on",
                        "  3 of the 4 tracks that were found of my animals.",
                        "  2 groups.",
                        "  Terms: CC BY 4.0",
                        "  To cite: Me 2026")
                .containsSubsequence(
                        "How well",
                        "  75.0 % of 119 held-out tracks correct, 95 % interval 66.0 to 82.1 %.",
                        "  Balanced accuracy, the mean recall, as labels are uneven: 70.1 %",
                        "  Interval: bootstrap",
                        "  Split: by artist, fold 1 of 5; seed 42")
                .containsSubsequence("Made", "  recipe: mel-windows")
                .doesNotContain("  labels: cat dog");
    }

    @Test
    void tellsWhatAModelIsNotFor() throws IOException {
        List<String> page = page(GROUPED, RUN);
        assertThat(page.subList(page.indexOf("Not for"), page.size()))
                .containsExactly(
                        "Not for",
                        "  - Sounds that are none of its labels: it gives one of them to whatever it hears.",
                        "  - Recordings unlike those it was trained on, until you have evaluated it on yours.",
                        "  - What differs above 11025 Hz only.");
    }

    @Test
    void tellsWhyAnAccuracyIsWorthLess() throws IOException {
        TrainingData synthetic =
                new TrainingData("s", "synthetic", "none", "none", true, 0, false, "unknown", TRACKS, TRACKS);
        assertThat(page(synthetic, RUN.withShortened(true).withInterrupted("after 1 of 3 epochs")))
                .contains("  No groups, such as artists or speakers, are known.")
                .contains("  - Claims about new artists, speakers or sites: one may be in training and held out.")
                .contains("  - Results: a budget shortened its training.")
                .contains("  - Results: its training was interrupted after 1 of 3 epochs.")
                .anyMatch(line -> line.startsWith("  - Real recordings: it was trained on synthetic ones"));
    }

    /** Words that are stored as they once were are shown as they are today. */
    @Test
    void tellsWhatAnAccuracyIsOf() throws IOException {
        RunCard run = RunCard.of(RUN.data(), "by track, 5 folds of 5", 42, "CPU", RUN.result())
                .withSettings(Map.of("whole", "no: 92 of 1000 songs, 4 of 10 labels", "counted", "pieces"));
        assertThat(page(GROUPED, run))
                .contains("  The data set was not whole: 92 of 1000 tracks, 4 of 10 labels.")
                .contains("  The accuracy is that of one model per fold; this is the model of the first.")
                .contains("  Segments of tracks were counted.")
                .noneMatch(line -> line.contains("songs") || line.contains("pieces"));

        String further = "trained on 9 tracks; the accuracy is that of the folds";
        assertThat(page(GROUPED, run.withSettings(Map.of("model", further))))
                .contains("  The accuracy is that of one model per fold; this is a further one, trained on 9 tracks.")
                .noneMatch(line -> line.startsWith("  model: "));
    }

    @Test
    void tellsWhatLeaks() throws IOException {
        TrainingData leaky =
                new TrainingData("x", "x", "none", "none", false, 3, true, "3 shared artists", TRACKS, TRACKS);
        assertThat(page(leaky, RUN)).containsSubsequence("Not for", "    3 shared artists");
    }

    @Test
    void aForeignFileCannotObeyTheTerminal() throws IOException {
        TrainingData hostile = new TrainingData("x", "x", "\u001b[2J", "%s%n", false, 3, false, "x", TRACKS, TRACKS);
        assertThat(page(hostile, RUN)).contains("  Terms: \\u001b[2J", "  To cite: %s%n");
    }

    @Test
    void tellsOfANetworkWithoutACard() {
        assertThat(page(Path.of("src/test/resources/stored/version-3/small-windows_repaired.zip")))
                .anyMatch(line -> line.matches("  A network of \\d+ parameters\\."))
                .anyMatch(line -> line.matches(" +Dense 2, .* to 2 +\\d+ parameters"))
                .contains("  Trained on the first 29.9 s of a sound at most; predictions are for all of a longer one.")
                .containsSubsequence("Origin", "  Not known: its file has no run card.", "Not for");
    }

    @Test
    void whatIsNoModelIsRefused() {
        Path file = folder.resolve("missing.zip");
        assertThat(console.run("model", file)).isEqualTo(1);
        assertThat(console.errors()).containsExactly("jukelab: " + file + ": there is no such file");
    }
}
