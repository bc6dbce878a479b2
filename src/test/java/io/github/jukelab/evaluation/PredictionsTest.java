package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PredictionsTest {

    private static final List<String> LABELS = List.of("blues", "rock");

    @TempDir
    Path folder;

    static Prediction segment(String track, int number, int actual, float first) {
        return new Prediction(track + "." + number, track, actual, new float[] {first, 1 - first});
    }

    /** Two segments are weakly predicted as rock, one strongly as blues. */
    private static Predictions divided() {
        return new Predictions(
                LABELS, List.of(segment("a", 0, 0, 0.4f), segment("a", 1, 0, 0.4f), segment("a", 2, 0, 0.9f)));
    }

    @Test
    void meanAveragesProbabilities() {
        Predictions tracks = divided().byTrack(Vote.MEAN);
        assertThat(tracks.rows()).hasSize(1);
        assertThat(tracks.rows().get(0).id()).isEqualTo("a");
        assertThat(tracks.rows().get(0).probability(0)).isCloseTo(0.5667f, within(1e-4f));
        assertThat(tracks.rows().get(0).correct()).isTrue();
    }

    @Test
    void majorityCountsSegments() {
        Prediction track = divided().byTrack(Vote.MAJORITY).rows().get(0);
        assertThat(track.probabilities()).containsExactly(1f / 3, 2f / 3);
        assertThat(track.predicted()).isEqualTo(1);
    }

    @Test
    void aTieGoesToTheFirstLabel() {
        Predictions tie = new Predictions(LABELS, List.of(segment("a", 0, 1, 0.1f), segment("a", 1, 1, 0.6f)));
        assertThat(tie.byTrack(Vote.MAJORITY).rows().get(0).predicted()).isZero();
    }

    @Test
    void groupsTheProbabilitiesOfOneLabelByTrueLabel() {
        Predictions mixed = new Predictions(
                LABELS, List.of(segment("a", 0, 1, 0.25f), segment("b", 0, 0, 1), segment("c", 0, 1, 0.5f)));
        assertThat(mixed.probabilities("rock")).containsOnlyKeys("blues", "rock");
        assertThat(mixed.probabilities("rock").get("rock")).containsExactly(0.75, 0.5);
        assertThat(mixed.probabilities("rock").get("blues")).containsExactly(0);
        assertThatThrownBy(() -> mixed.probabilities("jazz"))
                .hasMessage("label must be one of [blues, rock], got jazz");
    }

    @Test
    void tracksKeepTheirOrder() {
        Predictions mixed = new Predictions(
                LABELS,
                List.of(segment("z", 0, 0, 1), segment("a", 0, 1, 1), segment("z", 1, 0, 1), segment("m", 0, 1, 0)));
        assertThat(mixed.byTrack(Vote.MEAN).rows())
                .extracting(Prediction::track)
                .containsExactly("z", "a", "m");
    }

    @Test
    void segmentsOfOneTrackMustHaveOneLabel() {
        Predictions inconsistent = new Predictions(LABELS, List.of(segment("a", 0, 0, 1), segment("a", 1, 1, 1)));
        assertThatThrownBy(() -> inconsistent.byTrack(Vote.MEAN))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("segments of a must have one label, got blues and rock");
    }

    @Test
    void writesAndReadsATableBitByBit() throws IOException {
        List<String> odd = List.of("drum, bass", "\"hip\"\nhop", "pl\u00fcsch");
        Predictions predictions = new Predictions(
                odd,
                List.of(
                        new Prediction("a.0", "a", 2, new float[] {0.1f, 0.2f, 0.7f}),
                        new Prediction("b,\"c\"", "", 1, new float[] {1f / 3, 1f / 3, 1f / 3})));
        Path file = folder.resolve("new/predictions.csv");
        predictions.writeCsv(file);
        assertThat(Predictions.readCsv(file)).isEqualTo(predictions);
        predictions.writeCsv(file);
        assertThat(file.getParent()).isDirectoryContaining(file::equals);
        try (var files = Files.list(file.getParent())) {
            assertThat(files).hasSize(1);
        }
    }

    @Test
    void writesAReadableTable() throws IOException {
        Path file = folder.resolve("predictions.csv");
        new Predictions(LABELS, List.of(segment("rock.00001", 3, 1, 0.75f))).writeCsv(file);
        assertThat(file)
                .hasContent("id,track,actual,predicted,blues,rock\nrock.00001.3,rock.00001,rock,blues,0.75,0.25");
    }

    @Test
    void errorsInATableNameTheLine() throws IOException {
        String header = "id,track,actual,predicted,blues,rock\n";
        assertRefused("", "columns must be [id, track, actual, predicted] and the labels, got []");
        assertRefused(header, "at least one row, got none");
        assertRefused(header + "a,a,blues,blues,1\n", ", line 2: must have 6 fields, got 5");
        assertRefused(
                header + "a,a,polka,blues,1,0\n", ", line 2, column actual: must be one of [blues, rock], got polka");
        assertRefused(header + "a,a,blues,blues,1,none\n", ", line 2, column rock: must be a finite number, got none");
        assertRefused(
                header + "a,a,blues,blues,\"0,5\",\"0,5\"\n",
                ", line 2, column blues: must be a finite number, got 0,5, which has a decimal comma");
        assertRefused(header + "a,a,blues,blues,NaN,1\n", ", line 2, column blues: must be a finite number, got NaN");
        assertRefused(
                header + "a,a,blues,blues,1e99,0\n", ", line 2: probability of a must be in [0, 1], got Infinity");
        assertRefused(
                header + "a,a,blues,polka,1,0\n",
                ", line 2, column predicted: must be one of [blues, rock], got polka");
        assertRefused(header + "a,a,blues,,1,0\n", ", line 2, column predicted: must be one of [blues, rock], got ");
        assertRefused(
                header + "a,a,blues,rock,0.75,0.25\n",
                ", line 2, column predicted: must be blues, the most probable, got rock");
        assertRefused(header + header, ", line 2: is the header again");
        assertRefused(header.replace(',', ';'), ", line 1: fields must be separated by commas, not by semicolons");
        assertRefused(
                "id,track,actual,predicted,rock,rock\na,a,,rock,1,0\n", ": labels must be unique, got rock twice");
        assertRefused(header + "a,a,blues,blues,1,1\n", ", line 2: probabilities of a must sum to 1, got 2.0");
        assertRefused(header + "\"a,a,blues,blues,1,0\n", ", line 2: has a misplaced or unclosed quote");
    }

    @Test
    void readsATableThatASpreadsheetHasSaved() throws IOException {
        Path file = folder.resolve("predictions.csv");
        Predictions predictions = new Predictions(LABELS, List.of(segment("Hooker, John Lee", 3, 1, 0.75f)));
        predictions.writeCsv(file);
        Files.writeString(file, "\uFEFF" + Files.readString(file).replace("\n", "\r\n") + "\r\n");

        assertThat(Predictions.readCsv(file)).isEqualTo(predictions);
    }

    @Test
    void refusesAnotherEncoding() throws IOException {
        Path file = folder.resolve("latin.csv");
        String table = "id,track,actual,predicted,blues,rock\ncaf\u00e9,a,blues,blues,1,0\n";
        Files.write(file, table.getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> Predictions.readCsv(file))
                .hasMessage(file + ", line 2, column id: must be UTF-8, got caf\uFFFD");
    }

    /** Two labels may be equally probable, also after a spreadsheet has rounded them. */
    @Test
    void anyOfTheMostProbableMayBePredicted() throws IOException {
        Path file = folder.resolve("equal.csv");
        Files.writeString(file, "id,track,actual,predicted,blues,rock\na,a,blues,rock,0.5,0.5\n");
        assertThat(Predictions.readCsv(file).rows()).hasSize(1);
    }

    /** Labels that are called as columns are. */
    @Test
    void everyLabelHasAColumnOfItsOwn() throws IOException {
        List<String> labels = List.of("id", "track", "label id", "label track b", "actual", "predicted", "label");
        float[] probabilities = new float[labels.size()];
        probabilities[2] = 1;
        Predictions predictions = new Predictions(labels, List.of(new Prediction("id", "id", 0, probabilities)));
        Path file = folder.resolve("columns.csv");

        predictions.writeCsv(file);

        String header = Files.readAllLines(file).get(0);
        assertThat(header)
                .isEqualTo("id,track,actual,predicted,label id,label track,label label id,label track b,label actual,"
                        + "label predicted,label");
        assertThat(List.of(header.split(","))).doesNotHaveDuplicates();
        assertThat(Predictions.readCsv(file)).isEqualTo(predictions);
    }

    @Test
    void knowsATableByItsHeader() throws IOException {
        Path file = folder.resolve("predictions.csv");
        new Predictions(LABELS, List.of(segment("a", 0, 0, 1))).writeCsv(file);
        assertThat(Predictions.isCsv(file)).isTrue();
        assertThat(Predictions.isCsv(Files.writeString(file, "id,track\n"))).isFalse();
    }

    private void assertRefused(String table, String reason) throws IOException {
        Path file = folder.resolve("broken.csv");
        Files.writeString(file, table);
        assertThatThrownBy(() -> Predictions.readCsv(file))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageEndingWith(reason);
    }

    @Test
    void refusesRepeatedIds() {
        assertThatThrownBy(() -> new Predictions(LABELS, List.of(segment("a", 0, 0, 1), segment("a", 0, 0, 1))))
                .hasMessage("ids must be unique, got a.0 twice");
    }

    @Test
    void refusesRepeatedLabels() {
        assertThatThrownBy(() -> new Predictions(List.of("rock", "rock"), List.of(segment("a", 0, 0, 1))))
                .hasMessage("labels must be unique, got rock twice");
    }

    @Test
    void refusesAnotherNumberOfProbabilities() {
        assertThatThrownBy(() -> new Predictions(List.of("rock"), List.of(segment("a", 0, 0, 1))))
                .hasMessage("a.0 must have 1 probabilities, got 2");
    }

    @Test
    void refusesInvalidProbabilitiesAndLabels() {
        assertThatThrownBy(() -> new Prediction("a", "a", 0, new float[] {1.5f, -0.5f}))
                .hasMessage("probability of a must be in [0, 1], got 1.5");
        assertThatThrownBy(() -> new Prediction("a", "a", 2, new float[] {1, 0}))
                .hasMessage("label of a must be in [0, 2), got 2");
    }

    /** Recordings without a known label can be predicted and stored, but not evaluated. */
    @Test
    void theTrueLabelNeedNotBeKnown() throws IOException {
        Prediction unknown = new Prediction("x.0", "x", OptionalInt.empty(), new float[] {0.25f, 0.75f});
        Predictions mixed = new Predictions(LABELS, List.of(segment("a", 0, 1, 0.25f), unknown));
        Path file = folder.resolve("mixed.csv");

        mixed.writeCsv(file);

        assertThat(Files.readString(file)).contains("x.0,x,,rock,0.25,0.75");
        assertThat(Predictions.readCsv(file)).isEqualTo(mixed);
        assertThat(mixed.byTrack(Vote.MEAN).rows())
                .extracting(Prediction::label)
                .containsExactly(OptionalInt.of(1), OptionalInt.empty());
        assertThat(mixed.correctIds()).containsExactly("a.0");
        assertThat(mixed.probabilities("rock").get("rock")).containsExactly(0.75);
        assertThat(unknown).hasToString("Prediction[x.0: label 1 at 0.75, actual unknown]");
        assertThatThrownBy(unknown::correct)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the true label of x.0 is not known");
        assertThatThrownBy(() -> Evaluation.of(mixed))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("an evaluation needs the true label of every row, got none for x.0");
    }
}
