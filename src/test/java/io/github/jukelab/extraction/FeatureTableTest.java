package io.github.jukelab.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.jukelab.CsvException;
import io.github.jukelab.TestData;
import io.github.jukelab.extraction.FeatureTable.Row;
import io.github.jukelab.feature.FeatureRow;
import io.github.jukelab.feature.MelStatistics;
import io.github.jukelab.signal.LibrosaFixtures;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureTableTest {

    private static final List<String> LABELS = List.of("blues", "rock");

    @TempDir
    Path folder;

    static Row row(String filename, double first, String label) {
        List<Double> features = IntStream.range(0, 57).mapToObj(i -> first + i).toList();
        return new Row(filename, 661_794, features, label);
    }

    private static FeatureTable table() {
        return FeatureTable.of(List.of(row("blues.00000.wav", 0.5, "blues"), row("rock.00000.wav", -3, "rock")));
    }

    @Test
    void columnsEqualThePublishedTable() throws IOException {
        assertThat(FeatureTable.COLUMNS)
                .hasSize(60)
                .startsWith("filename", "length")
                .endsWith("label");
        assertThat(FeatureTable.FEATURES)
                .containsExactlyElementsOf(LibrosaFixtures.names57().toList());
        Optional<Path> published = TestData.shared("data/gtzan/features_30_sec.csv");
        assumeThat(published).isPresent();
        assertThat(FeatureTable.COLUMNS)
                .containsExactly(Files.readAllLines(published.get()).get(0).split(","));
    }

    @Test
    void readsThePublishedTable() throws IOException {
        Optional<Path> published = TestData.shared("data/gtzan/features_30_sec.csv");
        assumeThat(published).isPresent();
        FeatureTable table = FeatureTable.read(published.get());
        assertThat(table).hasToString("FeatureTable[1000 rows, 57 features, 10 labels]");
        Row first = table.rows().get(0);
        assertThat(first.filename()).isEqualTo("blues.00000.wav");
        assertThat(first.length()).isEqualTo(661_794);
        assertThat(first.features()).startsWith(0.35008811950683594, 0.08875656872987747);
        assertThat(first.features()).endsWith(1.2212907075881958, 46.93603515625);
    }

    @Test
    void readsTheWrittenValuesExactly() throws IOException {
        List<Double> features = new ArrayList<>(row("x", 0, "x").features());
        features.set(0, Double.MIN_VALUE);
        features.set(1, -0.0);
        features.set(2, 1.0 / 3);
        features.set(3, -Double.MAX_VALUE);
        features.set(4, 1e-5);
        FeatureTable table = FeatureTable.of(List.of(
                new Row("cat, \"tom\"\n01.wav", 1, features, "pl\u00fcsch, wei\u00df"),
                row("dog/01.wav", 1e300, "dog")));
        Path file = folder.resolve("new/table.csv");
        table.write(file);
        assertThat(FeatureTable.read(file).rows()).isEqualTo(table.rows());
        assertThat(file.getParent()).isDirectoryContaining(path -> path.equals(file));
    }

    /** Names and labels as files and folders may have them, and text that was decoded wrongly before. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\nb.wav",
                "a\rb.wav",
                "a\r\nb.wav",
                "\n.wav",
                " a.wav ",
                "a;b.wav",
                "a\tb.wav",
                "=1+1.wav",
                "#a.wav",
                "\uFEFFa.wav",
                "caf\uFFFD.wav",
                "filename",
                "'a'.wav",
                "\ud83c\udfb5.wav",
                "\u202egnp.wav"
            })
    void anyFilenameComesBack(String filename) throws IOException {
        FeatureTable table = FeatureTable.of(List.of(row("b.wav", 1, "x"), row(filename, 2, "label")));
        Path file = folder.resolve("table.csv");
        table.write(file);
        assertThat(FeatureTable.read(file).rows()).isEqualTo(table.rows());
    }

    /** Columns of the table are labels like any other. */
    @ParameterizedTest
    @ValueSource(strings = {"id", "track", "actual", "filename", "length", "label", "tempo", "a b"})
    void anyLabelComesBack(String label) throws IOException {
        FeatureTable table = FeatureTable.of(List.of(row("a.wav", 1, label), row("b.wav", 1, "x")));
        Path file = folder.resolve("table.csv");
        table.write(file);
        assertThat(FeatureTable.read(file).rows()).isEqualTo(table.rows());
    }

    @Test
    void aTableHasRows() throws IOException {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureTable.of(List.of()))
                .withMessage("a feature table must have at least one row, got none");
        Path file = folder.resolve("table.csv");
        Files.writeString(file, String.join(",", FeatureTable.COLUMNS) + "\n");
        assertThatThrownBy(() -> FeatureTable.read(file)).hasMessage(file + ", line 2: has no row");
    }

    @ParameterizedTest
    @ValueSource(strings = {" blues", "blues ", "\u00a0blues\u00a0", "\tblues\u2003", "\u200bblues", "\uFEFFblues"})
    void blanksAroundALabelAreDropped(String label) throws IOException {
        Path file = edited(2, line -> with(line, 59, label));
        assertThat(FeatureTable.read(file, LABELS).rows()).isEqualTo(table().rows());
        assertThat(FeatureTable.read(file).rows()).isEqualTo(table().rows());
        assertThat(FeatureTable.read(file, List.of(label, "rock")).rows().get(0).label())
                .isEqualTo(label);
    }

    @Test
    void readsAByteOrderMarkBeforeQuotes() throws IOException {
        Path file = folder.resolve("table.csv");
        table().write(file);
        List<String> quoted = Files.readAllLines(file).stream()
                .map(line -> '"' + line.replace(",", "\",\"") + '"')
                .toList();
        Files.writeString(file, "\uFEFF" + String.join("\n", quoted));
        assertThat(FeatureTable.read(file).rows()).isEqualTo(table().rows());
    }

    @Test
    void knowsATableByItsHeader() throws IOException {
        Path file = folder.resolve("table.csv");
        table().write(file);
        assertThat(FeatureTable.isTable(file)).isTrue();
        for (String other : List.of("", "id,note\n1,2\n", "a;b\n", "filename,length\n", "\0\1\"\2")) {
            assertThat(FeatureTable.isTable(Files.writeString(file, other)))
                    .as(other)
                    .isFalse();
        }
    }

    @Test
    void rowHasTheFeaturesInOrder() {
        FeatureRow features = FeatureRow.of(Waves.noise(3000, 1));
        Row row = Row.of("a.wav", Waves.noise(3000, 1).length(), features, "noise");
        assertThat(row.length()).isEqualTo(3000);
        for (int i = 0; i < 57; i++) {
            assertThat(row.features().get(i)).isEqualTo(features.value(FeatureTable.FEATURES.get(i)));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1, 1, x, filename and label must not be empty; got '' and 'x'",
        "x, 1, 1, '', filename and label must not be empty; got 'x' and ''",
        "x, 0, 1, x, length must be at least 1; got 0",
        "x, 1, NaN, x, features must be finite numbers; got NaN",
        "x, 1, -Infinity, x, features must be finite numbers; got -Infinity"
    })
    void rowRefusesInvalidValues(String filename, int length, double first, String label, String message) {
        List<Double> features = new ArrayList<>(row("x", 1, "x").features());
        features.set(0, first);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Row(filename, length, features, label))
                .withMessage(message.replace(";", ","));
    }

    @Test
    void rowRefusesAnotherNumberOfFeatures() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureTable.of(List.of(row("x", 1, "x"), new Row("y", 1, List.of(1.0), "x"))))
                .withMessage("a row must have 57 features, got 1 of y");
    }

    /** Written and read again as what they are, also with fewer bands and statistics. */
    @ParameterizedTest
    @ValueSource(ints = {1, 24, 120})
    void mayHaveMelStatistics(int bands) throws IOException {
        MelStatistics features = MelStatistics.DEFAULT
                .withBands(bands)
                .withStatistics(Set.of(MelStatistics.Statistic.MEAN, MelStatistics.Statistic.P90));
        FeatureRow values = features.row(Waves.noise(3000, 1));
        FeatureTable table = FeatureTable.of(features.names(), List.of(Row.of("a.wav", 3000, values, "noise")));
        Path file = folder.resolve("mel.csv");
        table.write(file);
        assertThat(FeatureTable.isTable(file)).isTrue();
        FeatureTable read = FeatureTable.read(file);
        assertThat(read.features()).isEqualTo(features.names());
        assertThat(read.rows()).isEqualTo(table.rows());
        assertThat(read).hasToString("FeatureTable[1 rows, " + 2 * bands + " features, 1 labels]");
    }

    @Test
    void namesTheMissingMelStatistic() throws IOException {
        Path file = folder.resolve("mel.csv");
        Files.writeString(file, "filename,length,mel01_mean,mel02_mean,mel02_std,label\na,1,2,3,4,x\n");
        assertThat(FeatureTable.isTable(file)).isFalse();
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> FeatureTable.read(file))
                .withMessageContaining("mel01_std")
                .withMessageContaining("is missing");
    }

    @Test
    void refusesDuplicateFilenames() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureTable.of(List.of(row("x", 0, "x"), row("x", 1, "y"))))
                .withMessage("filename must be unique, got x twice");
    }

    /** Errors in a file of a header and two lines. */
    static Stream<Arguments> refusesInvalidFiles() {
        return Stream.of(
                invalid(1, "tempo", "is missing", header -> header.replace(",tempo", "")),
                invalid(1, "beat", "is not a column of a feature table", header -> header + ",beat"),
                invalid(1, "tempo", "is missing", header -> header.replace("tempo", "Tempo")),
                invalid(1, "rms_mean", "must be unique", header -> header + ",rms_mean"),
                invalid(
                        1,
                        "rms_var",
                        "is in the position of rms_mean",
                        header -> header.replace("rms_mean,rms_var", "rms_var,rms_mean")),
                invalid(1, "", "has a misplaced or unclosed quote", header -> "\"" + header),
                invalid(2, "", "must have 60 fields, got 59", line -> line.replace(",blues", "")),
                invalid(3, "", "must have 60 fields, got 61", line -> line + ","),
                invalid(2, "tempo", "must be a finite number, got fast", line -> with(line, 18, "fast")),
                invalid(3, "tempo", "must be a finite number, got NaN", line -> with(line, 18, "NaN")),
                invalid(3, "tempo", "must be a finite number, got -Infinity", line -> with(line, 18, "-Infinity")),
                invalid(3, "tempo", "must be a finite number, got 1e999", line -> with(line, 18, "1e999")),
                invalid(
                        3,
                        "tempo",
                        "must be a finite number, got 120,5, which has a decimal comma",
                        line -> with(line, 18, "\"120,5\"")),
                invalid(3, "tempo", "must be a finite number, got 0x1p3", line -> with(line, 18, "0x1p3")),
                invalid(3, "tempo", "must be a finite number, got 120f", line -> with(line, 18, "120f")),
                invalid(3, "tempo", "must be a finite number, got  120", line -> with(line, 18, " 120")),
                invalid(3, "mfcc20_var", "is empty", line -> with(line, 58, "")),
                invalid(2, "filename", "is empty", line -> with(line, 0, "")),
                invalid(2, "length", "must be an integer of at least 1, got 1.5", line -> with(line, 1, "1.5")),
                invalid(2, "length", "must be an integer of at least 1, got 0", line -> with(line, 1, "0")),
                invalid(2, "length", "must be an integer of at least 1, got 1e10", line -> with(line, 1, "1e10")),
                invalid(3, "label", "must be one of [blues, rock], got Rock", line -> with(line, 59, "Rock")),
                invalid(3, "label", "is empty", line -> with(line, 59, "")),
                invalid(3, "label", "is empty", line -> with(line, 59, " \u00a0")),
                invalid(3, "", "is the header again", line -> String.join(",", FeatureTable.COLUMNS)),
                invalid(
                        3,
                        "filename",
                        "must be unique, got blues.00000.wav twice",
                        line -> with(line, 0, "blues.00000.wav")),
                invalid(2, "", "has a misplaced or unclosed quote", line -> '"' + line),
                invalid(2, "", "has a misplaced or unclosed quote", line -> "\"a\"" + line));
    }

    private static Arguments invalid(int line, String column, String reason, UnaryOperator<String> edit) {
        return Arguments.of(line, column, reason, edit);
    }

    private static String with(String line, int index, String field) {
        String[] fields = line.split(",");
        fields[index] = field;
        return String.join(",", fields);
    }

    @ParameterizedTest
    @MethodSource
    void refusesInvalidFiles(int line, String column, String reason, UnaryOperator<String> edit) throws IOException {
        Path file = edited(line, edit);
        assertThatThrownBy(() -> FeatureTable.read(file, LABELS))
                .isInstanceOf(CsvException.class)
                .hasMessage(file + ", line " + line + (column.isEmpty() ? "" : ", column ") + column + ": " + reason);
    }

    private Path edited(int line, UnaryOperator<String> edit) throws IOException {
        Path file = folder.resolve("table.csv");
        table().write(file);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(line - 1, edit.apply(lines.get(line - 1)));
        return Files.write(file, lines);
    }

    @Test
    void acceptsAnyLabelIfNoneAreGiven() throws IOException {
        Path file = edited(3, line -> with(line, 59, "polka"));
        assertThat(FeatureTable.read(file).rows().get(1).label()).isEqualTo("polka");
    }

    @Test
    void countsQuotedLineEndsAndEmptyLines() throws IOException {
        Path file = edited(2, line -> '"' + line.replace(".wav", ".wav\n\n\"") + "\n\n");
        Files.writeString(file, Files.readString(file).replace(",rock", ",polka"));
        assertThatThrownBy(() -> FeatureTable.read(file, LABELS))
                .hasMessage(file + ", line 7, column label: must be one of [blues, rock], got polka");
    }

    @Test
    void readsByteOrderMarkAndWindowsLineEnds() throws IOException {
        Path file = folder.resolve("table.csv");
        table().write(file);
        Files.writeString(file, "\uFEFF" + Files.readString(file).replace("\n", "\r\n"));
        assertThat(FeatureTable.read(file).rows()).isEqualTo(table().rows());
    }

    @Test
    void refusesAnotherEncoding() throws IOException {
        Path file = edited(2, line -> with(line, 0, "caf\u00e9.wav"));
        Files.write(file, Files.readString(file).getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> FeatureTable.read(file))
                .hasMessage(file + ", line 2, column filename: must be UTF-8, got caf\uFFFD.wav");
    }

    @Test
    void refusesEmptyAndMissingFiles() throws IOException {
        Path file = Files.createFile(folder.resolve("table.csv"));
        assertThatThrownBy(() -> FeatureTable.read(file)).hasMessage(file + ", line 1: is empty");
        Path gone = folder.resolve("gone.csv");
        assertThatThrownBy(() -> FeatureTable.read(gone))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(gone.toString());
    }

    /** As pandas, LibreOffice and a failed download leave them. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ",filename,length | line 1: has a column without a name; pandas writes one unless index=False",
                "PK\u0003\u0004x | line 1: is a zip file, such as a spreadsheet; save the table as CSV",
                "<html><body> | line 1: is HTML or XML, not a table"
            })
    void whatIsNoTableIsNamed(String start, String message) throws IOException {
        Path file = folder.resolve("other.csv");
        Files.writeString(file, start);

        assertThatThrownBy(() -> FeatureTable.read(file)).hasMessage(file + ", " + message);
    }

    @Test
    void blanksAroundColumnsAreDropped() throws IOException {
        Path file = folder.resolve("blanks.csv");
        Files.writeString(
                file,
                String.join(", ", FeatureTable.COLUMNS) + "\na.wav,100,"
                        + String.join(",", Collections.nCopies(57, "1.5")) + ",cat\n");

        assertThat(FeatureTable.read(file).rows()).hasSize(1);
    }
}
