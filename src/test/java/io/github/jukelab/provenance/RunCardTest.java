package io.github.jukelab.provenance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.SplitRatio;
import io.github.jukelab.dataset.SyntheticAnimals;
import io.github.jukelab.dataset.SyntheticMusic;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunCardTest {

    @TempDir
    Path folder;

    private static final RunCard CARD = RunCard.of(
            RunCard.Data.of("GTZAN", List.of("b", "a")),
            "by track, 70/30",
            42,
            "CPU, oneDNN",
            new RunCard.Result(30, 0.8333, 0.664, 0.927, 71.2, 130.5, 0, "", new TreeMap<>()));

    @Test
    void writesAndReads() throws IOException {
        Path file = folder.resolve("build/run-card.json");
        RunCard card = CARD.withSettings(Map.of("epochs", "20", "batch", "32")).withShortened(true);
        card.write(file);
        card.write(file);
        assertThat(RunCard.read(file)).isEqualTo(card);
        assertThat(Files.readString(file)).contains("\"epochs\" : \"20\"").endsWith("}\n");
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void hasSubsetsAndPredictions() throws IOException {
        RunCard card = CARD.withSubsets(List.of(List.of("b", "a"), List.of(), List.of("c")))
                .withPredictions(new Predictions(
                        List.of("x", "y"), List.of(new Prediction("c", "c", 0, new float[] {0.25f, 0.75f}))));
        Path file = folder.resolve("card.json");
        card.write(file);
        assertThat(RunCard.read(file)).isEqualTo(card);
        assertThat(card.predictions()).containsExactly(Map.entry("c", "y"));
        assertThat(card.subsets())
                .isEqualTo(CARD.withSubsets(List.of(List.of("a", "b"), List.of(), List.of("c")))
                        .subsets())
                .isNotEqualTo(CARD.withSubsets(List.of(List.of("a"), List.of("b"), List.of("c")))
                        .subsets());
    }

    @Test
    void isShownAsOneLine() {
        assertThat(CARD)
                .hasToString(
                        "RunCard[GTZAN, 2 tracks, by track, 70/30, seed 42: 83.3 % of 30 correct (66.4–92.7 %), CPU, oneDNN, 71 s]");
        assertThat(CARD.withShortened(true).toString()).endsWith("71 s, shortened: no result]");
        RunCard segments = CARD.withSettings(Map.of("counted", "pieces"));
        assertThat(segments.countsSegments()).isTrue();
        assertThat(segments.toString()).contains("seed 42: 83.3 % of segments of 30 tracks correct (66.4");
        assertThat(CARD.withSettings(Map.of("counted", "songs, MEAN of pieces")).countsSegments())
                .isFalse();
    }

    /** 16 and 4 tracks of two groups each. */
    @Test
    void hasTheBalancedAccuracyAndSaysWhichIntervalItIs() throws IOException {
        List<Prediction> rows = IntStream.range(0, 20)
                .mapToObj(i -> new Prediction("t" + i, "t" + i, i < 16 ? 0 : 1, new float[] {
                    i % 4 == 0 ? 0.2f : 0.8f, i % 4 == 0 ? 0.8f : 0.2f
                }))
                .toList();
        Predictions predictions = new Predictions(List.of("x", "y"), rows);
        Map<String, String> groups = rows.stream()
                .collect(
                        Collectors.toMap(Prediction::track, row -> "" + row.id().hashCode() % 4));
        RunCard.Result result = RunCard.Result.of(Evaluation.of(predictions, groups, 5), new Cost(1, 2));
        assertThat(result.balancedAccuracy()).isEqualTo((12 / 16.0 + 1 / 4.0) / 2);
        assertThat(result.interval()).isEqualTo("bootstrap over 4 groups, 1000 draws, seed 5");

        RunCard card = RunCard.of(CARD.data(), "by group", 5, "CPU", result);
        Path file = folder.resolve("card.json");
        card.write(file);
        assertThat(RunCard.read(file)).isEqualTo(card);
        assertThat(file).content().contains("\"balancedAccuracy\" : 0.5", "\"interval\" : \"bootstrap over ");
        assertThat(card.toString()).contains("65.0 % of 20 correct", "), balanced 50.0 %, CPU");
        CARD.write(file);
        assertThat(file).content().doesNotContain("balancedAccuracy", "interval\"");
    }

    /** All names in an old card are still used. */
    @ParameterizedTest
    @ValueSource(strings = {"card.json", "quick-tour.json"})
    void anOldCardIsWrittenUnchanged(String name) throws IOException {
        Path old = Path.of("src/test/resources/stored").resolve(name);
        Path written = folder.resolve("now.json");

        RunCard.read(old).write(written);

        assertThat(written).hasSameTextualContentAs(old);
    }

    @Test
    void anOldCardIsShownInTheWordsOfToday() throws IOException {
        assertThat(stored("card.json").shownSettings())
                .containsEntry("split rule", "article")
                .containsEntry("counted", "tracks, MEAN of segments")
                .containsEntry("whole", "yes")
                .containsEntry("epochs", "20 of the recipe's 20")
                .doesNotContainKey("dealing");
        RunCard card = CARD.withSettings(Map.of(
                "dealing",
                "song",
                "counted",
                "pieces",
                "whole",
                "no: 42 of 1000 songs, 4 of 10 labels",
                "labels",
                "song"));
        assertThat(card.shownSettings())
                .isEqualTo(Map.of(
                        "split rule", "track",
                        "counted", "segments",
                        "whole", "no: 42 of 1000 tracks, 4 of 10 labels",
                        "labels", "song"));
        assertThat(CARD.withSettings(Map.of("dealing", "artist")).shownSettings())
                .isEqualTo(Map.of("split rule", "group"));
    }

    /** The subsets depend on the texts that seed the random numbers: old cards have the same splits. */
    @Test
    void splitsAreThoseOfOldCards() throws IOException {
        Dataset music = Dataset.of(SyntheticMusic.INFO, SyntheticMusic.INFO.trackIds());
        Dataset animals = Dataset.of(SyntheticAnimals.INFO, SyntheticAnimals.INFO.trackIds());
        Split tour = music.split(SplitRatio.of(0.6, 0.2, 0.2), 42);
        Split calls = animals.split(SplitRatio.of(168 / 277.0, 42 / 277.0, 67 / 277.0), 42);

        assertThat(subsets(tour)).isEqualTo(stored("quick-tour.json").subsets());
        assertThat(subsets(calls)).isEqualTo(stored("card.json").subsets());
    }

    private static String subsets(Split split) {
        return CARD.withSubsets(List.of(split.train(), split.validation(), split.test()))
                .subsets();
    }

    private static RunCard stored(String name) throws IOException {
        return RunCard.read(Path.of("src/test/resources/stored").resolve(name));
    }

    /** From {@code printf 'a\nb\n' | sha256sum}. */
    @Test
    void theChecksumIsThatOfTheSortedList() {
        assertThat(CARD.data().checksum())
                .isEqualTo("911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2");
    }

    @Test
    void hasVersionsAndTime() {
        assertThat(CARD.versions())
                .containsEntry("java", System.getProperty("java.version"))
                .containsEntry("jukelab", Build.current().toString())
                .containsKeys("system", "nd4j", "dl4j", "ffmpeg");
        assertThat(Instant.parse(CARD.time())).isBefore(Instant.now().plusSeconds(1));
    }

    /** Damaged, empty, foreign, and of a later version. */
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', textBlock = """
            ``        ~ No content to map due to end-of-input
            null      ~ it is null
            [1]       ~ Cannot deserialize
            "card"    ~ Cannot construct
            {}        ~ it has no data
            {"data":{"name":"x","songs":1}} ~ it has no checksum of the data
            {"data":{"name":"x","songs":1,"checksum":"y"}} ~ it has no split
            {"type":"FeatureCollection"} ~ it has no data
            {"seed":"much"} ~ Cannot deserialize
            {"seed":1     ~ Unexpected end-of-input
            """)
    void refusesOtherFiles(String text, String reason) throws IOException {
        assertRefused(text.getBytes(StandardCharsets.UTF_8), reason);
    }

    @Test
    void refusesAMapWithoutAValue() {
        String json = new String(CARD.withSettings(Map.of("epochs", "20")).json(), StandardCharsets.UTF_8);
        assertThatThrownBy(() ->
                        RunCard.of(json.replace("\"20\"", "null").getBytes(StandardCharsets.UTF_8), "card of a model"))
                .hasMessage("card of a model: not a run card: it has no value of epochs in settings");
    }

    @Test
    void refusesACardOfALaterVersion() throws IOException {
        Path file = folder.resolve("other.json");
        CARD.write(file);
        String later = Files.readString(file).replaceFirst("\\{", "{ \"energy\" : 3,");
        assertRefused(later.getBytes(StandardCharsets.UTF_8), "it has energy, which this version does not know");
    }

    @Test
    void refusesOtherBytes() throws IOException {
        assertRefused("{\"split\":\"caf\u00e9\"}".getBytes(StandardCharsets.ISO_8859_1), "Invalid UTF-8");
        assertRefused(new byte[100], "");
        assertRefused(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 26, '\n'}, "");
        assertRefused("[".repeat(100_000).getBytes(StandardCharsets.UTF_8), "");
    }

    private void assertRefused(byte[] bytes, String reason) throws IOException {
        Path file = Files.write(folder.resolve("other.json"), bytes);
        assertThatThrownBy(() -> RunCard.read(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file + ": not a run card: " + reason);
        assertThat(RunCard.isCard(file)).isFalse();
    }

    @Test
    void saysThatTheTrainingWasInterrupted() throws IOException {
        RunCard.Result none = RunCard.Result.none(new Cost(71, 100));
        RunCard card = RunCard.of(CARD.data(), "by track", 42, "CPU", none).withInterrupted("after 3 of 20 epochs");
        assertThat(card)
                .hasToString(
                        "RunCard[GTZAN, 2 tracks, by track, seed 42: interrupted after 3 of 20 epochs, CPU, 71 s]");
        Path file = folder.resolve("card.json");
        card.write(file);
        assertThat(RunCard.read(file)).isEqualTo(card);
        assertThat(RunCard.isCard(file)).isTrue();
        assertThat(file).content().contains("\"interrupted\" : \"after 3 of 20 epochs\"");
        CARD.write(file);
        assertThat(file).content().doesNotContain("interrupted");
    }

    @Test
    void countsProblemsWithFilesAndKeepsTheFirstTen() throws IOException {
        List<String> lines =
                IntStream.range(0, 67).mapToObj(i -> i + ".wav: truncated").toList();
        RunCard card = CARD.withProblems("warnings", lines).withProblems("skipped", List.of());

        assertThat(card.problems()).containsOnlyKeys("warnings");
        assertThat(card.problems().get("warnings")).isEqualTo(new RunCard.Problems(67, lines.subList(0, 10)));
        assertThat(card.withProblems("warnings", List.of())).isEqualTo(CARD);
        Path file = folder.resolve("card.json");
        card.write(file);
        assertThat(RunCard.read(file)).isEqualTo(card);
    }
}
