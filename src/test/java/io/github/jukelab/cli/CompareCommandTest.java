package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.McNemar;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import io.github.jukelab.provenance.Cost;
import io.github.jukelab.provenance.RunCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jukelab compare}. */
class CompareCommandTest {

    private static final List<String> LABELS = List.of("cat", "dog");

    @TempDir
    Path folder;

    private final Console console = new Console(Path.of("."));
    private Path a;
    private Path b;

    /** Of 40 tracks A has the last 8 wrong, B the first 28 of 38. */
    @BeforeEach
    void write() throws IOException {
        a = folder.resolve("a.csv");
        b = folder.resolve("evaluated");
        predictions(LABELS, 40, 32, 40).writeCsv(a);
        predictions(LABELS, 38, 0, 28).writeCsv(b.resolve("predictions.csv"));
    }

    /** Tracks are cats and dogs in turn; those from one index to another are told wrong. */
    private static Predictions predictions(List<String> labels, int tracks, int from, int to) {
        return new Predictions(
                labels,
                IntStream.range(0, tracks)
                        .mapToObj(i -> prediction(labels, i, i >= from && i < to))
                        .toList());
    }

    private static Prediction prediction(List<String> labels, int i, boolean wrong) {
        int actual = labels.indexOf(LABELS.get(i % 2));
        float[] probabilities = new float[labels.size()];
        probabilities[wrong ? (actual + 1) % labels.size() : actual] = 0.75f;
        probabilities[wrong ? actual : (actual + 1) % labels.size()] = 0.25f;
        return new Prediction("t" + i, "t" + i, actual, probabilities);
    }

    private List<String> compare(Path first, Path second) {
        Console own = new Console(Path.of("."));
        assertThat(own.run("compare", first, second))
                .as(String.join("\n", own.errors()))
                .isZero();
        return own.output();
    }

    private void assertRefused(Path first, Path second, String message) {
        Console own = new Console(Path.of("."));
        assertThat(own.run("compare", first, second)).isEqualTo(1);
        assertThat(own.output()).isEmpty();
        assertThat(own.errors()).hasSize(1).first().asString().contains(message);
    }

    @Test
    void saysWhoIsBetter() {
        List<String> lines = compare(a, b);
        Evaluation second = Evaluation.of(predictions(LABELS, 38, 0, 28));
        assertThat(lines.get(0)).startsWith("A  " + a + ": 84.2 % of 38 tracks right, 95 % interval ");
        assertThat(lines.get(1)).isEqualTo("B  " + b + ": 26.3 % of 38 tracks right, " + second.interval());
        assertThat(lines.get(2)).startsWith("A - B: +57.9 points, 95 % interval +");
        assertThat(lines)
                .contains("Of 38 tracks, A alone is right on 28 and B alone on 6; both are right on 4, neither on 0.")
                .contains("McNemar's test: p < 0.001")
                .anyMatch(line -> line.startsWith("A is better on tracks like these: "))
                .contains("Left out: 2 tracks that only A has.");
    }

    @Test
    void saysThatTracksCannotTell() throws IOException {
        Path c = folder.resolve("c.csv");
        predictions(LABELS, 40, 30, 40).writeCsv(c);
        McNemar test = McNemar.of(predictions(LABELS, 40, 32, 40), predictions(LABELS, 40, 30, 40));
        assertThat(test.p()).isEqualTo(0.5);
        assertThat(compare(a, c))
                .contains("McNemar's test: p = 0.500")
                .contains(
                        "These tracks cannot tell which is better: equally good models differ by as much in 50 of 100 cases.")
                .noneMatch(line -> line.startsWith("Left out"));
    }

    /** Whatever holds the predictions, they are the same. */
    @Test
    void readsTablesOfSegmentsAndRunCards() throws IOException {
        Path card = folder.resolve("card.json");
        RunCard.of(RunCard.Data.of("x", List.of("t0")), "by track", 1, "CPU", RunCard.Result.none(new Cost(1, 1)))
                .withPredictions(predictions(LABELS, 40, 32, 40))
                .write(card);
        Path segments = folder.resolve("segments.csv");
        new Predictions(
                        LABELS,
                        predictions(LABELS, 38, 0, 28).rows().stream()
                                .flatMap(row -> IntStream.range(0, 2)
                                        .mapToObj(i -> new Prediction(
                                                row.id() + "." + i, row.id(), row.label(), row.probabilities())))
                                .toList())
                .writeCsv(segments);
        assertThat(compare(card, segments).subList(2, 6))
                .isEqualTo(compare(a, b).subList(2, 6));
    }

    /** Of a run with more labels, or with the labels in another order. */
    @Test
    void labelsNeedNotBeTheSame() throws IOException {
        Path other = folder.resolve("other.csv");
        predictions(List.of("dog", "cow", "cat"), 40, 0, 0).writeCsv(other);
        assertThat(compare(other, a).get(0)).contains("100.0 % of 40 tracks right");
        assertThat(compare(other, a).get(1)).contains("80.0 % of 40 tracks right");
    }

    @Test
    void refusesWhatCannotBeCompared() throws IOException {
        Path others = folder.resolve("others.csv");
        new Predictions(LABELS, List.of(new Prediction("z", "z", 0, new float[] {1, 0}))).writeCsv(others);
        assertRefused(a, others, "have no track in common");
        Path swapped = folder.resolve("swapped.csv");
        new Predictions(LABELS, List.of(new Prediction("t0", "t0", 1, new float[] {1, 0}))).writeCsv(swapped);
        assertRefused(a, swapped, "the true label of t0 is cat in " + a + " and dog in " + swapped);
        Path unknown = folder.resolve("unknown.csv");
        new Predictions(LABELS, List.of(new Prediction("t0", "t0", java.util.OptionalInt.empty(), new float[] {1, 0})))
                .writeCsv(unknown);
        assertRefused(a, unknown, unknown + ": has no prediction for a track whose true label is known");
        Path text = Files.writeString(folder.resolve("text.txt"), "hello");
        assertRefused(a, text, text + ": not a run card");
        assertRefused(a, folder.resolve("missing"), "missing");
        Path model = Path.of("src/test/resources/stored/version-3/neighbours.zip");
        assertRefused(a, model, model + ": has no run card");
        Path pieces = folder.resolve("pieces.json");
        RunCard.of(RunCard.Data.of("x", List.of("t0")), "by segment", 1, "CPU", RunCard.Result.none(new Cost(1, 1)))
                .withSettings(Map.of("counted", "pieces"))
                .write(pieces);
        assertRefused(a, pieces, "counts segments of tracks");
    }
}
