package io.github.jukelab.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.jukelab.BadFiles;
import io.github.jukelab.extraction.FeatureTable;
import io.github.jukelab.extraction.FeatureTable.Row;
import io.github.jukelab.feature.MelStatistics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code jukelab table}. */
class TableCommandTest {

    @TempDir
    Path folder;

    private Console console;
    private Path tracks;
    private Path table;

    @BeforeEach
    void setUp() {
        tracks = folder.resolve("tracks");
        table = folder.resolve("table.csv");
        console = new Console(tracks);
    }

    @Test
    void writesTheTableOfAFolder() throws IOException {
        console.track("cat/1.wav", 3000);
        console.track("dog/1.wav", 4000);

        assertThat(console.run("table", tracks, "--out", table)).isZero();

        assertThat(FeatureTable.read(table, List.of("cat", "dog")).rows())
                .extracting(Row::filename)
                .containsExactly("cat/1.wav", "dog/1.wav");
        assertThat(console.output()).containsExactly(table + ": 2 rows; files: 2 computed, 0 reused, 0 skipped");
        assertThat(console.errors()).hasSize(3).first().isEqualTo(tracks + ": a folder per class: cat 1, dog 1");
        assertThat(console.errors().subList(1, 3)).allMatch(line -> line.matches(" +(50|100) %.+/1\\.wav"));
    }

    @Test
    void writesATableOfLabelledParts() throws IOException {
        console.track("day.wav", 44_100);
        Path labels = Files.writeString(folder.resolve("day.txt"), "0\t0.5\twren\n0.5\t1.5\towl\n");

        assertThat(console.run("table", tracks, "--labels", labels, "--out", table))
                .isZero();

        assertThat(FeatureTable.read(table, List.of("owl", "wren")).rows())
                .extracting(Row::filename, Row::length, Row::label)
                .containsExactly(tuple("day@0-500ms.wav", 11_025, "wren"), tuple("day@500-1500ms.wav", 22_050, "owl"));
        assertThat(console.run("table", tracks, tracks, "--labels", labels, "--out", table))
                .isEqualTo(2);
        assertThat(console.errors()).contains("jukelab: --labels needs one folder of recordings, got 2 paths");
    }

    @Test
    void secondRunReusesAllRows() throws IOException {
        console.track("a.wav", 3000);
        console.run("table", tracks, "--out", table);
        console = new Console(tracks);
        assertThat(console.run("table", tracks, "--out", table)).isZero();
        assertThat(console.output()).endsWith(table + ": 1 rows; files: 0 computed, 1 reused, 0 skipped");
        assertThat(console.errors()).containsExactly(tracks + ": recordings without a folder per class: tracks 1");
    }

    @ParameterizedTest
    @CsvSource({"'', 0", "--strict, 1"})
    void listsSkippedFilesAtTheEnd(String option, int code) throws IOException {
        console.track("a.wav", 3000);
        Path broken = console.brokenFile("b.wav");
        Object[] arguments = {"table", tracks, "--out", table, option.isEmpty() ? "--threads=1" : option};

        assertThat(console.run(arguments)).isEqualTo(code);

        assertThat(FeatureTable.read(table).rows()).hasSize(1);
        List<String> lines = console.errors();
        assertThat(lines.get(lines.size() - 2)).isEqualTo("jukelab: skipped: 1");
        assertThat(lines.get(lines.size() - 1)).startsWith("  " + broken + ": ");
        assertThat(String.join("\n", console.errors())).doesNotContain("Exception");
    }

    @Test
    void warnsOfTruncatedFilesAndUsesThem() throws IOException {
        Path truncated = Console.cutShort(console.track("a.wav", 3000));
        assertThat(console.run("table", tracks, "--out", table, "--strict")).isZero();
        assertThat(console.errors())
                .contains("jukelab: warnings: 1")
                .anyMatch(line -> line.startsWith("  " + truncated + ": truncated"));
    }

    @Test
    void passesOptionsToTheExtraction() throws IOException {
        console.track("a.wav", 6000);
        assertThat(console.run(
                        "table", tracks, "--out", table, "--segment", "0.2", "--rate", "11025", "--preset", "librosa"))
                .isZero();
        assertThat(FeatureTable.read(table).rows()).extracting(Row::length).containsExactly(2204);
    }

    /** And a table of other features at the same place is computed anew, not mixed. */
    @Test
    void writesMelStatistics() throws IOException {
        console.track("cat/1.wav", 3000);
        assertThat(console.run("table", tracks, "--out", table)).isZero();
        assertThat(console.run("table", tracks, "--out", table, "--features", "mel-statistics"))
                .isZero();
        assertThat(FeatureTable.read(table).features()).isEqualTo(MelStatistics.DEFAULT.names());
        assertThat(console.output()).endsWith(table + ": 1 rows; files: 1 computed, 0 reused, 0 skipped");
    }

    @Test
    void failsIfNoFileIsUsable() throws IOException {
        console.track("a.wav", 3000);
        console.brokenFile("b.wav");
        Files.delete(tracks.resolve("a.wav"));
        assertThat(console.run("table", tracks, "--out", table)).isEqualTo(1);
        assertThat(console.errors()).endsWith("jukelab: no file could be used, so no table was written");
        assertThat(console.output()).isEmpty();
        assertThat(table).doesNotExist();
    }

    @Test
    void missingFolderFailsWithOneLine() {
        assertThat(console.run("table", folder.resolve("missing"), "--out", table))
                .isEqualTo(1);
        assertThat(console.errors())
                .containsExactly("jukelab: " + folder.resolve("missing") + ": no such file or folder");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--preset=kaggle | Invalid value for option '--preset': preset must be one of [librosa, kaggle-2020], got kaggle",
                "--features=mel | Invalid value for option '--features' (KIND): must be one of [table, mel-statistics, embedding], got mel",
                "--threads=0 | threads must be at least 1, got 0",
                "--rate=-1 | rate must be positive, got -1",
                "--threads=x | Invalid value for option '--threads': must be a whole number from -2147483648 to 2147483647, got 'x'",
                "--rate=2147483648 | Invalid value for option '--rate': must be a whole number from -2147483648 to 2147483647, got '2147483648'",
                "--segment=0.0001 | segment must be from 0.0929 s, a frame of 2048 samples at 22050 Hz, to 97391 s, got 1.0E-4",
                "--segment=NaN | segment must be from 0.0929 s, a frame of 2048 samples at 22050 Hz, to 97391 s, got NaN",
                "--segment=x | Invalid value for option '--segment': must be a number, got 'x'"
            })
    void wrongOptionsExitWithCodeTwo(String option, String message) {
        assertThat(console.run("table", folder, "--out", table, option)).isEqualTo(2);
        assertThat(console.errors()).containsExactly("jukelab: " + message, "Try 'jukelab table --help'.");
    }

    @Test
    void presetsAreForTheTable() {
        assertThat(console.run("table", folder, "--out", table, "--preset", "librosa", "--features", "mel-statistics"))
                .isEqualTo(2);
        assertThat(console.errors().get(0))
                .isEqualTo("jukelab: --preset is for --features table, not for mel-statistics");
    }

    @Test
    void inputAndOutputAreRequired() {
        assertThat(console.run("table", folder)).isEqualTo(2);
        assertThat(console.errors().get(0)).isEqualTo("jukelab: Missing required option: '--out=TABLE.csv'");
        assertThat(console.run("table", "--out", "x.csv")).isEqualTo(2);
        assertThat(String.join("\n", console.errors())).contains("jukelab: Missing required parameter: 'DIR|FILE...'");
    }

    @Test
    void goesOnPastFilesThatCannotBeUsed() throws IOException {
        console.track("a.wav", 3000);
        console.track("short.wav", 500);
        BadFiles.write(tracks);

        assertThat(console.run("table", tracks, "--preset", "kaggle-2020", "--out", table))
                .isZero();

        assertThat(FeatureTable.read(table).rows()).extracting(Row::filename).containsExactly("a.wav");
        List<String> skipped = console.errors();
        assertThat(skipped).contains("jukelab: skipped: 6");
        assertThat(skipped)
                .contains("  " + tracks.resolve("bad-rate-50.wav")
                        + ": the header says 50 Hz, too low for sound at 22050 Hz");
        for (String name : BadFiles.NAMES) {
            assertThat(skipped).anyMatch(line -> line.startsWith("  " + tracks.resolve(name) + ": "));
        }
    }

    @Test
    void showsTenWarningsAndTheNumberOfTheOthers() throws IOException {
        for (int i = 0; i < 12; i++) {
            Console.cutShort(console.track(i + ".wav", 3000 + i));
        }
        assertThat(console.run("table", tracks, "--out", table)).isZero();
        List<String> lines = console.errors();
        assertThat(lines.subList(lines.indexOf("jukelab: warnings: 12"), lines.size()))
                .hasSize(12)
                .endsWith("  … and 2 more");
    }

    @Test
    void replacesNothingElseWithoutForce() throws IOException {
        console.track("a.wav", 3000);
        Files.writeString(table, "id,note\n1,mine\n");
        assertThat(console.run("table", tracks, "--out", table)).isEqualTo(1);
        assertThat(console.errors())
                .containsExactly("jukelab: " + table + ": exists and is not a feature table; --force replaces it");
        assertThat(table).hasContent("id,note\n1,mine");
        assertThat(folder).isDirectoryNotContaining("glob:**.journal");

        assertThat(console.run("table", tracks, "--out", table, "--force")).isZero();
        assertThat(FeatureTable.read(table).rows()).hasSize(1);
        Files.delete(folder.resolve(".table.csv.journal"));
        assertThat(console.run("table", tracks, "--out", table)).isZero();
        assertThat(Files.size(Files.writeString(table, ""))).isZero();
        assertThat(console.run("table", tracks, "--out", table)).isZero();
        assertThat(FeatureTable.read(table).rows()).hasSize(1);
    }

    @Test
    void aRecordingIsNeverReplaced() throws IOException {
        Path track = console.track("a.wav", 3000);
        byte[] sound = Files.readAllBytes(track);
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), track);
        Path later = tracks.resolve("later.MP3");
        assertThat(console.run("table", track, "--out", track, "--force")).isEqualTo(1);
        assertThat(console.run("table", track, "--out", link, "--force")).isEqualTo(1);
        assertThat(console.run("table", tracks, "--out", later)).isEqualTo(1);
        assertThat(console.errors())
                .containsExactly(
                        "jukelab: " + track + ": has the name of a sound file, but will be a feature table",
                        "jukelab: " + link + ": is " + track + ", which is read, and must be another file",
                        "jukelab: " + later + ": has the name of a sound file, but will be a feature table");
        assertThat(track).hasBinaryContent(sound);
        assertThat(tracks).isDirectoryNotContaining(path -> !path.equals(track));
    }

    @Test
    void refusesPlacesThatCannotBeWritten() throws IOException {
        Path track = console.track("a.wav", 3000);
        assertThat(console.run("table", track, "--out", tracks)).isEqualTo(1);
        Path below = track.resolve("table.csv");
        assertThat(console.run("table", track, "--out", below)).isEqualTo(1);
        assertThat(console.errors())
                .containsExactly(
                        "jukelab: " + tracks + ": is a folder, but must be a file",
                        "jukelab: " + below + ": cannot be written: " + track + " is no folder");
    }

    /** What follows the table in a pipe would be taken for a row. */
    @Test
    void nothingElseGoesThroughAPipe() throws Exception {
        console.track("a.wav", 3000);
        Path pipe = folder.resolve("pipe");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        Process reader = new ProcessBuilder("cat", pipe.toString()).start();
        assertThat(console.run("table", tracks, "--out", pipe)).isZero();
        assertThat(new String(reader.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines())
                .hasSize(2);
        assertThat(console.output()).isEmpty();
        assertThat(console.errors()).contains(pipe + ": 1 rows; files: 1 computed, 0 reused, 0 skipped");
    }
}
