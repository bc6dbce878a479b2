package io.github.jukelab.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Journal;
import io.github.jukelab.Progress;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Datasets;
import io.github.jukelab.dataset.Segments;
import io.github.jukelab.dataset.Track;
import io.github.jukelab.evaluation.LearningCurve;
import io.github.jukelab.evaluation.LearningCurve.Point;
import io.github.jukelab.input.ExampleCollector;
import io.github.jukelab.provenance.Cost;
import io.github.jukelab.provenance.LearningCurveCard;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** On hums and hisses of one second; two by each of five speakers. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LearningCurveRunTest {

    private static final int LENGTH = 22_050;
    private static final List<CurveModel> MODELS = List.of(CurveModel.of("logistic:table"), CurveModel.of("knn:table"));
    private static final LearningCurveSettings SETTINGS =
            LearningCurveSettings.DEFAULT.withSizes("1,2,4,9,all").withDraws(6, 1);

    @TempDir
    static Path folder;

    private Dataset dataset;
    private ExampleCollector collector;

    @BeforeAll
    void write() throws IOException {
        StringBuilder labels = new StringBuilder("file,label,group\n");
        for (int i = 0; i < 10; i++) {
            Waves.noise(LENGTH, i).write(folder.resolve("hiss" + i + ".wav"));
            Waves.sine(LENGTH, 200 + 10 * i).write(folder.resolve("hum" + i + ".wav"));
            labels.append("hiss" + i + ".wav,hiss,speaker " + i / 2 + "\nhum" + i + ".wav,hum,speaker " + i / 2 + "\n");
        }
        Files.writeString(folder.resolve("labels.csv"), labels);
        dataset = Datasets.open(folder, folder.resolve("labels.csv"));
        collector = new ExampleCollector(Stream.concat(MODELS.stream(), Stream.of(CurveModel.of("dense:table")))
                .map(model -> model.recipe().preprocessing())
                .distinct()
                .toList());
        dataset.validate(collector, Progress.NONE);
    }

    private LearningCurveRun run(LearningCurveSettings settings) {
        return LearningCurveRun.of(MODELS, dataset, collector, settings);
    }

    private LearningCurve curve(LearningCurveRun run, Path journal) throws IOException {
        try (Journal open = Journal.at(journal, run.journalSettings(), Progress.NONE)) {
            return run.curve(open, RunListener.NONE);
        }
    }

    private CurveDraws draws() {
        return new CurveDraws(dataset, SplitRule.ARTIST.splits(MODELS.get(0).recipe(), dataset, Segments.NONE, 42), 42);
    }

    @Test
    void drawsAreOfEachLabelAndNotOfTheTestSet() {
        CurveDraws draws = draws();
        Set<String> tested = new HashSet<>();
        for (int draw = 0; draw < 5; draw++) {
            List<String> four = draws.tracks(draw, 4);
            assertThat(four).hasSize(8).doesNotHaveDuplicates();
            assertThat(four).filteredOn(id -> label(id).equals("hum")).hasSize(4);
            assertThat(four).doesNotContainAnyElementsOf(draws.split(draw).test());
            assertThat(four).containsAll(draws.tracks(draw, 2));
            assertThat(draws.tracks(draw, 4)).isEqualTo(four);
            tested.addAll(draws.split(draw).test());
        }
        assertThat(tested).hasSize(20);
        assertThat(draws.tracks(0, 2)).isNotEqualTo(draws.tracks(5, 2));
    }

    /** Four speakers are left for training: four tracks are of all of them, five of one twice. */
    @Test
    void drawsAreOfDifferentGroupsAsFarAsThereAreSoMany() {
        CurveDraws draws = draws();
        for (int draw = 0; draw < 5; draw++) {
            for (int size = 1; size <= 5; size++) {
                List<String> groups = draws.tracks(draw, size).stream()
                        .filter(id -> label(id).equals("hum"))
                        .map(id -> dataset.track(id).orElseThrow().artist().orElseThrow())
                        .toList();
                assertThat(groups).hasSize(size);
                assertThat(Set.copyOf(groups)).hasSize(Math.min(4, size));
            }
        }
    }

    private String label(String id) {
        return dataset.track(id).map(Track::label).orElseThrow();
    }

    @Test
    void sizesThatAClassIsTooSmallForAreLeftOut() throws IOException {
        LearningCurveRun run = run(SETTINGS);
        assertThat(run.dropped()).hasValueSatisfying(text -> assertThat(text)
                .isEqualTo("left out: 9 tracks per class, since "
                        + dataset.labels().get(0) + " has 8 to train on"));
        LearningCurve curve = curve(run, folder.resolve(".sizes"));
        assertThat(curve.sizes()).containsExactly("1", "2", "4", "all (8)");
        assertThat(run(SETTINGS.withSizes("1,2")).dropped()).isEmpty();
        assertThatThrownBy(() -> run(SETTINGS.withSizes("9"))).hasMessageContaining("9 tracks per class");
    }

    /** A sine and noise are told apart from two tracks of each on. */
    @Test
    void everyTrackIsTested() throws IOException {
        LearningCurve curve = curve(run(SETTINGS), folder.resolve(".tested"));
        assertThat(curve.lines()).extracting(LearningCurve.Line::model).containsExactly("logistic:table", "knn:table");
        for (LearningCurve.Line line : curve.lines()) {
            assertThat(line.points())
                    .extracting(point -> point.accuracies().size())
                    .containsExactly(6, 6, 6, 5);
            assertThat(line.points()).extracting(point -> point.tracks().size()).containsOnly(20);
            assertThat(line.points()).filteredOn(Point::whole).hasSize(1);
            assertThat(line.most().mean()).isGreaterThan(0.9);
        }
    }

    @Test
    void sizeOfAllTracksIsNotDrawnTwice() throws IOException {
        LearningCurve curve = curve(run(SETTINGS.withSizes("4,8,all")), folder.resolve(".twice"));
        assertThat(curve.sizes()).containsExactly("4", "all (8)");
    }

    @Test
    void goesOnAfterAnInterruption() throws IOException {
        LearningCurveRun run = run(SETTINGS);
        Path file = folder.resolve(".interrupted");
        RunListener interrupting = title -> (done, total, what) -> {
            if (what.equals("2 per class, draw 3")) {
                throw new CancellationException("stopped");
            }
        };
        try (Journal journal = Journal.at(file, run.journalSettings(), Progress.NONE)) {
            assertThatThrownBy(() -> run.curve(journal, interrupting)).hasMessage("stopped");
        }
        assertThat(Files.readAllLines(file)).hasSize(1 + 6 + 3);
        LearningCurve curve = curve(run, file);
        assertThat(curve).isEqualTo(curve(run, folder.resolve(".whole")));
        List<String> all = Files.readAllLines(file);
        assertThat(all).hasSize(1 + 2 * (3 * 6 + 5));
        assertThat(curve(run, file)).isEqualTo(curve);
        assertThat(Files.readAllLines(file)).isEqualTo(all);
    }

    @Test
    void anotherSeedDrawsAnew() throws IOException {
        Path file = folder.resolve(".seed");
        curve(run(SETTINGS.withSizes("1")), file);
        String before = Files.readString(file);
        curve(run(SETTINGS.withSizes("1").withSeed(43)), file);
        assertThat(Files.readAllLines(file)).hasSameSizeAs(before.lines().toList());
        assertThat(Files.readString(file)).isNotEqualTo(before);
    }

    /** With one track there is none to choose the epoch by but itself; with all there are fewer epochs. */
    @Test
    void networksAreTrainedOnOneTrackToo() throws IOException {
        List<CurveModel> dense = List.of(CurveModel.of("dense:table"));
        LearningCurveRun run = LearningCurveRun.of(
                dense, dataset, collector, SETTINGS.withSizes("1,all").withEpochs(2));
        Set<String> steps = new HashSet<>();
        RunListener listener = title -> (done, total, what) -> steps.add(what);
        try (Journal journal = Journal.temporary(run.journalSettings())) {
            assertThat(run.curve(journal, listener).lines().get(0).points()).hasSize(2);
        }
        assertThat(steps)
                .anyMatch(step -> step.startsWith("1 per class, draw 1, epoch 16 of 16"))
                .anyMatch(step -> step.startsWith("all per class, draw 1, epoch 2 of 2"));
    }

    @Test
    void cardHasTheOrigin() throws IOException {
        LearningCurveRun run = run(SETTINGS.withSizes("1"));
        LearningCurve curve = curve(run, folder.resolve(".card"));
        LearningCurveCard card = run.card(curve, List.of("a.wav: is empty"), new Cost(2, 3));
        assertThat(card.data().tracks()).isEqualTo(20);
        assertThat(card.split()).contains("fold 1 of 5");
        assertThat(card.settings())
                .containsEntry("dealing", "artist")
                .containsEntry("draws", "6")
                .containsEntry("test sets", "5")
                .containsKeys("logistic:table", "knn:table, recipe");
        assertThat(card.skipped()).containsExactly("a.wav: is empty");
        assertThat(card.curve()).isEqualTo(curve);
    }
}
