package io.github.jukelab.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.jukelab.TestData;
import io.github.jukelab.extraction.FeatureTable.Row;
import io.github.jukelab.feature.FeatureRow;
import io.github.jukelab.signal.LibrosaFixtures;
import io.github.jukelab.signal.Waves;
import io.github.jukelab.table.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

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
    void columnsAreThoseOfThePublishedTable() throws IOException {
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
    void comesBackBitByBit() throws IOException {
        List<Double> odd = new ArrayList<>(row("x", 0, "x").features());
        odd.set(0, Double.MIN_VALUE);
        odd.set(1, -0.0);
        odd.set(2, 1.0 / 3);
        odd.set(3, -Double.MAX_VALUE);
        odd.set(4, 1e-5);
        FeatureTable table = FeatureTable.of(List.of(
                new Row("cat, \"tom\"\n01.wav", 1, odd, "pl\u00fcsch, wei\u00df"), row("dog/01.wav", 1e300, "dog")));
        Path file = folder.resolve("new/table.csv");
        table.write(file);
        assertThat(FeatureTable.read(file).rows()).isEqualTo(table.rows());
        assertThat(file.getParent()).isDirectoryContaining(path -> path.equals(file));
    }

    @Test
    void withoutRowsItIsAHeader() throws IOException {
        Path file = folder.resolve("table.csv");
        FeatureTable.of(List.of()).write(file);
        assertThat(file).hasContent(String.join(",", FeatureTable.COLUMNS));
        assertThat(Tables.of(FeatureTable.read(file)).columnNames()).isEqualTo(FeatureTable.COLUMNS);
    }

    @Test
    void tablesawTableHasFixedTypes() {
        Table table = Tables.of(table());
        assertThat(table.columnNames()).isEqualTo(FeatureTable.COLUMNS);
        assertThat(table.types())
                .startsWith(ColumnType.STRING, ColumnType.INTEGER, ColumnType.DOUBLE)
                .endsWith(ColumnType.DOUBLE, ColumnType.STRING);
        assertThat(table.rowCount()).isEqualTo(2);
        assertThat(table.row(1).getString("filename")).isEqualTo("rock.00000.wav");
        assertThat(table.row(1).getInt("length")).isEqualTo(661_794);
        assertThat(table.row(1).getDouble("chroma_stft_var")).isEqualTo(-2);
        assertThat(table.row(1).getString("label")).isEqualTo("rock");
    }

    @Test
    void changingTheTablesawTableChangesNothing() {
        FeatureTable table = table();
        Tables.of(table).removeColumns("tempo");
        assertThat(Tables.of(table).columnNames()).contains("tempo");
    }

    @Test
    void rowTakesTheFeaturesByName() {
        FeatureRow features = FeatureRow.of(Waves.noise(3000, 1));
        Row row = Row.of("a.wav", Waves.noise(3000, 1), features, "noise");
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
        "x, 1, NaN, x, chroma_stft_mean must be a finite number; got NaN",
        "x, 1, -Infinity, x, chroma_stft_mean must be a finite number; got -Infinity"
    })
    void rowRefuses(String filename, int length, double first, String label, String message) {
        List<Double> features = new ArrayList<>(row("x", 1, "x").features());
        features.set(0, first);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Row(filename, length, features, label))
                .withMessage(message.replace(";", ","));
    }

    @Test
    void rowRefusesAnotherNumberOfFeatures() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Row("x", 1, List.of(1.0), "x"))
                .withMessage("a row has 57 features, got 1");
    }

    @Test
    void refusesAFilenameTwice() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> FeatureTable.of(List.of(row("x", 0, "x"), row("x", 1, "y"))))
                .withMessage("filename must be unique, got x twice");
    }

    /** What goes wrong, in a file of a header and two lines. */
    static Stream<Arguments> misfits() {
        return Stream.of(
                misfit(1, "tempo", "is missing", header -> header.replace(",tempo", "")),
                misfit(1, "beat", "is no column of a feature table", header -> header + ",beat"),
                misfit(1, "tempo", "is missing", header -> header.replace("tempo", "Tempo")),
                misfit(1, "rms_mean", "comes twice", header -> header + ",rms_mean"),
                misfit(
                        1,
                        "rms_var",
                        "stands where rms_mean must stand",
                        header -> header.replace("rms_mean,rms_var", "rms_var,rms_mean")),
                misfit(1, "filename", "is missing", header -> "\"" + header),
                misfit(2, "label", "the line must have 60 fields, got 59", line -> line.replace(",blues", "")),
                misfit(3, "label", "the line must have 60 fields, got 61", line -> line + ","),
                misfit(2, "tempo", "must be a finite number, got fast", line -> with(line, 18, "fast")),
                misfit(3, "tempo", "must be a finite number, got NaN", line -> with(line, 18, "NaN")),
                misfit(3, "tempo", "must be a finite number, got -Infinity", line -> with(line, 18, "-Infinity")),
                misfit(3, "tempo", "must be a finite number, got 1e999", line -> with(line, 18, "1e999")),
                misfit(3, "tempo", "must be a finite number, got 120,5", line -> with(line, 18, "\"120,5\"")),
                misfit(3, "tempo", "must be a finite number, got 0x1p3", line -> with(line, 18, "0x1p3")),
                misfit(3, "tempo", "must be a finite number, got 120f", line -> with(line, 18, "120f")),
                misfit(3, "tempo", "must be a finite number, got  120", line -> with(line, 18, " 120")),
                misfit(3, "mfcc20_var", "is empty", line -> with(line, 58, "")),
                misfit(2, "filename", "is empty", line -> with(line, 0, "")),
                misfit(2, "length", "must be a whole number from 1, got 1.5", line -> with(line, 1, "1.5")),
                misfit(2, "length", "must be a whole number from 1, got 0", line -> with(line, 1, "0")),
                misfit(2, "length", "must be a whole number from 1, got 1e10", line -> with(line, 1, "1e10")),
                misfit(3, "label", "must be one of [blues, rock], got Rock", line -> with(line, 59, "Rock")),
                misfit(3, "label", "is empty", line -> with(line, 59, "")),
                misfit(
                        3,
                        "filename",
                        "must be unique, got blues.00000.wav twice",
                        line -> with(line, 0, "blues.00000.wav")),
                misfit(
                        2,
                        "filename",
                        "the line has a quote where none may be, or one that does not close",
                        line -> '"' + line),
                misfit(
                        2,
                        "filename",
                        "the line has a quote where none may be, or one that does not close",
                        line -> "a\"\"" + line));
    }

    private static Arguments misfit(int line, String column, String reason, UnaryOperator<String> edit) {
        return Arguments.of(line, column, reason, edit);
    }

    private static String with(String line, int place, String field) {
        String[] fields = line.split(",");
        fields[place] = field;
        return String.join(",", fields);
    }

    @ParameterizedTest
    @MethodSource
    void misfits(int line, String column, String reason, UnaryOperator<String> edit) throws IOException {
        Path file = edited(line, edit);
        assertThatThrownBy(() -> FeatureTable.read(file, LABELS))
                .hasMessage(file + ", line " + line + ", column " + column + ": " + reason)
                .isInstanceOfSatisfying(FeatureTableException.class, e -> {
                    assertThat(e.file()).isEqualTo(file);
                    assertThat(e.line()).isEqualTo(line);
                    assertThat(e.column()).isEqualTo(column);
                });
    }

    private Path edited(int line, UnaryOperator<String> edit) throws IOException {
        Path file = folder.resolve("table.csv");
        table().write(file);
        List<String> lines = new ArrayList<>(Files.readAllLines(file));
        lines.set(line - 1, edit.apply(lines.get(line - 1)));
        return Files.write(file, lines);
    }

    @Test
    void anyLabelWillDoIfNoneIsAskedFor() throws IOException {
        Path file = edited(3, line -> with(line, 59, "polka"));
        assertThat(FeatureTable.read(file).rows().get(1).label()).isEqualTo("polka");
    }

    @Test
    void linesAreCountedOverQuotedLineEndsAndEmptyLines() throws IOException {
        Path file = edited(2, line -> '"' + line.replace(".wav", ".wav\n\n\"") + "\n\n");
        Files.writeString(file, Files.readString(file).replace(",rock", ",polka"));
        assertThatThrownBy(() -> FeatureTable.read(file, LABELS))
                .hasMessage(file + ", line 7, column label: must be one of [blues, rock], got polka");
    }

    @Test
    void windowsFilesAreReadToo() throws IOException {
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
    void refusesAnEmptyFileAndNone() throws IOException {
        Path file = Files.createFile(folder.resolve("table.csv"));
        assertThatThrownBy(() -> FeatureTable.read(file)).hasMessage(file + ", line 1, column filename: is missing");
        Path gone = folder.resolve("gone.csv");
        assertThatThrownBy(() -> FeatureTable.read(gone))
                .isInstanceOf(NoSuchFileException.class)
                .hasMessage(gone.toString());
    }
}
