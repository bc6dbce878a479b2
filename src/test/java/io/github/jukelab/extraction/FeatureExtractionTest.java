package io.github.jukelab.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.jukelab.Journal;
import io.github.jukelab.OutputFile;
import io.github.jukelab.Progress;
import io.github.jukelab.TestData;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.extraction.FeatureTable.Row;
import io.github.jukelab.feature.FeatureRow;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeatureExtractionTest {

    private static final FeatureExtraction WHOLE = FeatureExtraction.of(Preset.LIBROSA);

    @TempDir
    Path folder;

    private Path table;

    @BeforeEach
    void prepare() {
        table = folder.resolve("tables/table.csv");
    }

    /** Half a second of noise. */
    private Path track(String name, long seed) throws IOException {
        Path file = folder.resolve("tracks").resolve(name);
        Waves.noise(Waves.RATE / 2, seed).write(file);
        return file;
    }

    private ExtractionReport extract(FeatureExtraction extraction) throws IOException {
        return extraction.into(table, List.of(folder.resolve("tracks")), Progress.NONE);
    }

    private List<Row> rows() throws IOException {
        return FeatureTable.read(table).rows();
    }

    @Test
    void computesTheRowOfATrack() throws IOException {
        Path file = track("birds/wren.wav", 1);

        ExtractionReport report = extract(WHOLE);

        assertThat(report).isEqualTo(new ExtractionReport(table, 1, 1, 0, List.of(), List.of()));
        assertThat(report)
                .hasToString("ExtractionReport[1 rows, 1 files computed, 0 reused, 0 skipped, in " + table + "]");
        Wave wave = Wave.read(file);
        assertThat(rows()).containsExactly(Row.of("birds/wren.wav", wave.length(), FeatureRow.of(wave), "birds"));
    }

    @Test
    void usesThePreset() throws IOException {
        Path file = track("a.wav", 1);
        extract(FeatureExtraction.of(Preset.KAGGLE_2020));
        Wave wave = Wave.read(file);
        assertThat(rows()).containsExactly(Row.of("a.wav", wave.length(), Preset.KAGGLE_2020.row(wave), "tracks"));
    }

    @Test
    void resamplesTracks() throws IOException {
        track("a.wav", 1);
        extract(WHOLE.withRate(11_025));
        assertThat(rows().get(0).length()).isEqualTo((Waves.RATE / 2 + 1) / 2);
    }

    @Test
    void rowsAreInTheOrderOfPathsForAnyNumberOfThreads() throws IOException {
        for (int i = 9; i >= 0; i--) {
            track((i % 2 == 0 ? "b" : "a") + "/" + i + ".wav", i);
        }
        extract(WHOLE.withThreads(1));
        assertThat(rows())
                .extracting(Row::filename)
                .containsExactly(
                        "a/1.wav", "a/3.wav", "a/5.wav", "a/7.wav", "a/9.wav", "b/0.wav", "b/2.wav", "b/4.wav",
                        "b/6.wav", "b/8.wav");
        byte[] one = Files.readAllBytes(table);
        Path other = folder.resolve("other.csv");
        WHOLE.withThreads(4).into(other, List.of(folder.resolve("tracks")), Progress.NONE);
        assertThat(other).hasBinaryContent(one);
    }

    @ParameterizedTest
    @CsvSource({
        "rock/blues.00000.wav, rock",
        "rock/blues.0001.wav, rock",
        "cat/cat_12.wav, cat",
        "My Birds/01.12345.wav, My Birds",
        "deep/down/x.wav, deep",
        "cat/take.00000.wav, cat",
        "blues.00000.wav, blues"
    })
    void labelIsThatOfTheDataSet(String name, String label) throws IOException {
        track(name, 1);
        extract(WHOLE);
        assertThat(rows()).extracting(Row::label).containsExactly(label);
    }

    @Test
    void filenamesAreIdsWithExtension() throws IOException {
        track("x/cat/1.wav", 1);
        track("y/cat/1.wav", 2);
        track("dog/1.wav", 3);
        track("dog/2.wav", 4);
        extract(WHOLE);
        assertThat(rows())
                .extracting(Row::filename)
                .containsExactly("dog/1.wav", "dog/2.wav", "x/cat/1.wav", "y/cat/1.wav");
    }

    @Test
    void computesEachFileOnce() throws IOException {
        Path file = track("dog/1.wav", 1);
        ExtractionReport report = WHOLE.into(
                table, List.of(file, file.getParent(), folder, folder.resolve("tracks/../tracks")), Progress.NONE);
        assertThat(report.computed()).isEqualTo(1);
        assertThat(rows()).extracting(Row::filename).containsExactly("1.wav");
    }

    @Test
    void cutsSegmentsLikeThePublishedTable() throws IOException {
        Path file = track("blues.00000.wav", 1);
        int step = Waves.RATE / 10;

        extract(WHOLE.withSegments(0.1));

        Wave wave = Wave.read(file);
        Wave third = wave.slice(2 * step, 3 * step - 1);
        assertThat(wave.length()).isEqualTo(5 * step);
        assertThat(rows())
                .hasSize(4)
                .contains(Row.of("blues.00000.2.wav", third.length(), FeatureRow.of(third), "blues"))
                .extracting(Row::filename)
                .startsWith("blues.00000.0.wav", "blues.00000.1.wav");
    }

    @Test
    void secondRunComputesOnlyNewAndChangedFiles() throws IOException {
        track("a.wav", 1);
        Path changed = track("b.wav", 2);
        Path gone = track("c.wav", 3);
        extract(WHOLE);
        byte[] first = Files.readAllBytes(table);
        assertThat(extract(WHOLE).reused()).isEqualTo(3);
        assertThat(table).hasBinaryContent(first);

        track("b.wav", 4);
        Files.setLastModifiedTime(changed, FileTime.fromMillis(0));
        Files.delete(gone);
        track("d.wav", 5);
        ExtractionReport report = extract(WHOLE);

        assertThat(report.computed()).isEqualTo(2);
        assertThat(report.reused()).isEqualTo(1);
        assertThat(rows()).extracting(Row::filename).containsExactly("a.wav", "b.wav", "d.wav");
        Wave wave = Wave.read(changed);
        assertThat(rows().get(1)).isEqualTo(Row.of("b.wav", wave.length(), FeatureRow.of(wave), "tracks"));
    }

    @Test
    void otherSettingsComputeAllFilesAgain() throws IOException {
        track("a.wav", 1);
        extract(WHOLE);
        assertThat(extract(FeatureExtraction.of(Preset.KAGGLE_2020)).computed()).isEqualTo(1);
        assertThat(extract(FeatureExtraction.of(Preset.KAGGLE_2020).withRate(11_025))
                        .computed())
                .isEqualTo(1);
        assertThat(extract(FeatureExtraction.of(Preset.KAGGLE_2020)
                                .withRate(11_025)
                                .withSegments(0.2))
                        .computed())
                .isEqualTo(1);
        assertThat(extract(FeatureExtraction.of(Preset.KAGGLE_2020)
                                .withRate(11_025)
                                .withSegments(0.2)
                                .withThreads(1))
                        .reused())
                .isEqualTo(1);
    }

    @Test
    void aNewFileOfTheSameNameChangesFilenamesWithoutComputing() throws IOException {
        track("cat/1.wav", 1);
        extract(WHOLE);
        track("dog/1.wav", 2);
        assertThat(extract(WHOLE).reused()).isEqualTo(1);
        assertThat(rows()).extracting(Row::filename).containsExactly("cat/1.wav", "dog/1.wav");
    }

    @Test
    void interruptedRunKeepsFinishedTracks() throws IOException {
        for (int i = 0; i < 6; i++) {
            track(i + ".wav", i);
        }
        Progress stop = (done, total, what) -> {
            if (done == 2) {
                Thread.currentThread().interrupt();
            }
        };
        assertThatThrownBy(() -> WHOLE.withThreads(1).into(table, List.of(folder.resolve("tracks")), stop))
                .isInstanceOf(CancellationException.class);
        assertThat(table).doesNotExist();

        ExtractionReport report = extract(WHOLE);

        assertThat(report.reused()).isEqualTo(2);
        assertThat(report.computed()).isEqualTo(4);
        assertThat(rows()).hasSize(6);
    }

    @Test
    void dropsAnIncompleteJournalLine() throws IOException {
        track("a.wav", 1);
        track("b.wav", 2);
        extract(WHOLE.withThreads(1));
        byte[] first = Files.readAllBytes(table);
        byte[] whole = Files.readAllBytes(journal());
        Files.write(journal(), Arrays.copyOf(whole, whole.length - 1));

        assertThat(extract(WHOLE).computed()).isEqualTo(1);

        assertThat(table).hasBinaryContent(first);
        assertThat(journal()).hasSize(whole.length);
    }

    private Path journal() {
        return table.resolveSibling(".table.csv.journal");
    }

    /** A digit, a line end that is gone or new, other numbers of a right form, zeros after a power cut. */
    @ParameterizedTest
    @ValueSource(strings = {"digit", "joined", "split", "return", "swapped", "zeros"})
    void computesDamagedLinesOfTheJournalAgain(String damage) throws IOException {
        for (int i = 0; i < 4; i++) {
            track(i + ".wav", i);
        }
        extract(WHOLE.withThreads(1));
        byte[] first = Files.readAllBytes(table);
        List<String> lines = Files.readAllLines(journal());
        String line = lines.get(2);
        int middle = line.length() / 2;
        lines.set(
                2,
                switch (damage) {
                    case "digit" -> line.replaceFirst(" 11025,", " 11035,");
                    case "joined" -> line + lines.remove(3);
                    case "split" -> line.substring(0, middle) + "\n" + line.substring(middle);
                    case "return" -> line.substring(0, middle) + "\r" + line.substring(middle + 1);
                    case "swapped" ->
                        line.substring(0, line.indexOf(" 11025,"))
                                + lines.get(3).substring(lines.get(3).indexOf(" 11025,"));
                    default -> "\0".repeat(line.length());
                });
        Files.writeString(journal(), String.join("\n", lines) + "\n");

        ExtractionReport report = extract(WHOLE);

        assertThat(report.computed()).isEqualTo(damage.equals("joined") ? 2 : 1);
        assertThat(table).hasBinaryContent(first);
        assertThat(extract(WHOLE).reused()).isEqualTo(4);
    }

    /** As in an unpacked archive, where all files have one time. */
    @Test
    void computesFilesOfTheSameSizeAndTimeAgainIfTheirContentDiffers() throws IOException {
        Path a = track("a.wav", 1);
        Path b = track("b.wav", 2);
        Path c = track("c.wav", 3);
        FileTime time = FileTime.fromMillis(0);
        Files.setLastModifiedTime(a, time);
        Files.setLastModifiedTime(b, time);
        Files.setLastModifiedTime(c, time);
        extract(WHOLE);
        List<Row> before = rows();

        Path aside = Files.move(a, folder.resolve("aside"));
        Files.move(b, a);
        Files.move(aside, b);

        assertThat(extract(WHOLE).computed()).isEqualTo(2);
        assertThat(rows().get(0).features()).isEqualTo(before.get(1).features());
        assertThat(rows().get(1).features()).isEqualTo(before.get(0).features());
        assertThat(rows().get(2)).isEqualTo(before.get(2));
    }

    /** Headers and first seconds may be equal: the end of a long file is looked at, too. */
    @Test
    void computesAFileWithAnotherEndAgain() throws IOException {
        Path file = folder.resolve("tracks/a.wav");
        Wave.of(new float[200_000], Waves.RATE).write(file);
        FileTime time = Files.getLastModifiedTime(file);
        extract(WHOLE);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 1] = 1;
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, time);
        assertThat(extract(WHOLE).computed()).isEqualTo(1);
        assertThat(extract(WHOLE).reused()).isEqualTo(1);
    }

    @Test
    void aSecondRunOfATableWaitsForTheFirst() throws Exception {
        track("a.wav", 1);
        List<String> events = new CopyOnWriteArrayList<>();
        CountDownLatch waiting = new CountDownLatch(1);
        CompletableFuture<Void> second;
        try (Journal other = Journal.open(OutputFile.of(table), "settings", Progress.NONE)) {
            second = CompletableFuture.runAsync(() -> {
                try {
                    events.add(WHOLE.into(table, List.of(folder.resolve("tracks")), (done, total, what) -> {
                                events.add(what);
                                waiting.countDown();
                            })
                            .toString());
                } catch (IOException e) {
                    events.add(e.toString());
                }
            });
            waiting.await();
            assertThat(other.contains("a")).isFalse();
            assertThat(table).doesNotExist();
        }
        second.get();
        assertThat(new LinkedHashSet<>(events))
                .containsExactly(
                        "waiting for another program that writes table.csv",
                        "a.wav",
                        "ExtractionReport[1 rows, 1 files computed, 0 reused, 0 skipped, in " + table + "]");
    }

    @Test
    void neverReplacesAFileThatItReads() throws IOException {
        Path file = track("a.wav", 1);
        byte[] sound = Files.readAllBytes(file);
        Path link = Files.createSymbolicLink(folder.resolve("table.csv"), file);
        Path hard = Files.createLink(folder.resolve("hard.csv"), file);
        for (Path name : List.of(file, link, hard)) {
            assertThatThrownBy(() -> WHOLE.into(name, List.of(folder.resolve("tracks")), Progress.NONE))
                    .isInstanceOf(IOException.class)
                    .hasMessage(name + ": is " + file + ", which is read, and must be another file");
        }
        assertThat(file).hasBinaryContent(sound);
        assertThat(folder).isDirectoryNotContaining("glob:**.journal");
    }

    @Test
    void writesThroughALink() throws IOException {
        track("a.wav", 1);
        Path link = Files.createSymbolicLink(folder.resolve("link.csv"), table);
        WHOLE.into(link, List.of(folder.resolve("tracks")), Progress.NONE);
        assertThat(link).isSymbolicLink();
        assertThat(rows()).hasSize(1);
        assertThat(extract(WHOLE).reused()).isEqualTo(1);
    }

    /** Nothing is kept beside a pipe. */
    @Test
    void writesThroughAPipe() throws Exception {
        track("a.wav", 1);
        extract(WHOLE);
        Path pipe = folder.resolve("pipe");
        assumeThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        CompletableFuture<byte[]> reader = CompletableFuture.supplyAsync(() -> {
            try {
                return Files.readAllBytes(pipe);
            } catch (IOException e) {
                return new byte[0];
            }
        });
        WHOLE.into(pipe, List.of(folder.resolve("tracks")), Progress.NONE);
        assertThat(reader.get()).isEqualTo(Files.readAllBytes(table));
        assertThat(folder).isDirectoryNotContaining("glob:**.journal");
    }

    @Test
    void reportsUnusableFilesAndContinues() throws IOException {
        track("a.wav", 1);
        Path text = Files.writeString(folder.resolve("tracks/b.wav"), "no sound");
        Path empty = Files.createFile(folder.resolve("tracks/c.mp3"));
        Path gone = Files.createSymbolicLink(folder.resolve("tracks/d.wav"), Path.of("nowhere.wav"));
        Path brief = folder.resolve("tracks/e.wav");
        Wave.of(new float[600], Waves.RATE).write(brief);
        Path cut = track("f.wav", 2);
        byte[] bytes = Files.readAllBytes(cut);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length - 1000));

        ExtractionReport report = extract(FeatureExtraction.of(Preset.KAGGLE_2020));

        assertThat(rows()).extracting(Row::filename).containsExactly("a.wav", "f.wav");
        assertThat(report.skipped()).hasSize(4);
        assertThat(report.skipped().get(0)).startsWith(text + ": ");
        assertThat(report.skipped().get(1)).isEqualTo(empty + ": the file is empty (0 bytes)");
        assertThat(report.skipped().get(2)).isEqualTo(gone + ": there is no such file");
        assertThat(report.skipped().get(3))
                .isEqualTo(brief + ": reflect padding by 1024 needs more than 1024 samples, got 600");
        assertThat(report.warnings()).hasSize(1);
        assertThat(report.warnings().get(0)).startsWith(cut + ": truncated: ");
    }

    @Test
    void skipsATrackShorterThanASegment() throws IOException {
        Path file = track("a.wav", 1);
        ExtractionReport report = extract(WHOLE.withSegments(3));
        assertThat(report.rows()).isZero();
        assertThat(report.skipped()).containsExactly(file + ": shorter than a segment of 3.0 s: 0.50 s");
        assertThat(table).doesNotExist();
    }

    @Test
    void keepsTheOldTableIfNoFileIsUsable() throws IOException {
        track("a.wav", 1);
        extract(WHOLE);
        byte[] old = Files.readAllBytes(table);
        Files.writeString(folder.resolve("tracks/a.wav"), "no sound");
        assertThat(extract(WHOLE).rows()).isZero();
        assertThat(table).hasBinaryContent(old);
    }

    @Test
    void followsLinksAndSkipsHiddenFiles() throws IOException {
        Path track = track("a.WAV", 1);
        track(".hidden.wav", 2);
        track(".cache/b.wav", 3);
        Files.writeString(folder.resolve("tracks/notes.txt"), "not audio, and without such an extension");
        Path elsewhere = folder.resolve("elsewhere/c.wav");
        Waves.noise(3000, 4).write(elsewhere);
        Files.createSymbolicLink(folder.resolve("tracks/link.wav"), track);
        Files.createSymbolicLink(folder.resolve("tracks/folder"), elsewhere.getParent());
        Files.createSymbolicLink(folder.resolve("tracks/loop"), folder.resolve("tracks"));
        ExtractionReport report = extract(WHOLE);
        assertThat(report.skipped()).isEmpty();
        assertThat(rows()).extracting(Row::filename).containsExactly("a.WAV", "folder/c.wav", "link.wav");
        assertThat(rows()).extracting(Row::label).containsOnly("tracks");
    }

    @Test
    void readsAListedFileWithAnyName() throws IOException {
        Path file = Files.move(track("a.wav", 1), folder.resolve("tracks/.take 1"));
        WHOLE.into(table, List.of(file), Progress.NONE);
        assertThat(rows()).extracting(Row::filename).containsExactly(".take 1");
    }

    @Test
    void reportsProgressAfterEachFile() throws IOException {
        track("a.wav", 1);
        track("b.wav", 2);
        List<String> reports = new ArrayList<>();
        WHOLE.withThreads(1)
                .into(
                        table,
                        List.of(folder.resolve("tracks")),
                        (done, total, what) -> reports.add(done + "/" + total + " " + what));
        assertThat(reports).containsExactly("1/2 a.wav", "2/2 b.wav");
    }

    @Test
    void refusesPathsWithoutAudioFiles() throws IOException {
        Path gone = folder.resolve("gone");
        assertThatThrownBy(() -> WHOLE.into(table, List.of(gone), Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage(gone + ": no such file or folder");
        Path bare = Files.createDirectory(folder.resolve("bare"));
        assertThatThrownBy(() -> WHOLE.into(table, List.of(bare), Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage(bare + ": has no sound files");
        track("a.wav", 1);
        assertThatThrownBy(() -> WHOLE.into(bare, List.of(folder), Progress.NONE))
                .isInstanceOf(IOException.class)
                .hasMessage(bare + ": is a folder, but must be a file");
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WHOLE.withRate(0))
                .withMessage("rate must be positive, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WHOLE.withThreads(0))
                .withMessage("threads must be at least 1, got 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WHOLE.withSegments(Double.NaN))
                .withMessage("segment must be from 0.0929 s, a frame of 2048 samples at 22050 Hz, to 97391 s, got NaN");
    }

    /** A segment is a sample shorter than its length, and has at least a frame. */
    @ParameterizedTest
    @ValueSource(
            doubles = {0, -1, 0.0001, 1e-300, 2048.0 / 22_050, 97_392, 1e300, Double.POSITIVE_INFINITY, Double.NaN})
    void segmentsHaveAFrameAndFitIntoAnArray(double seconds) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WHOLE.withSegments(seconds))
                .withMessageStartingWith("segment must be from 0.0929 s")
                .withMessageEndingWith(", got " + seconds);
    }

    @Test
    void theShortestSegmentDependsOnTheRate() {
        assertThat(WHOLE.withSegments(2049.0 / 22_050).segment()).hasValue(2049.0 / 22_050);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> WHOLE.withSegments(0.1).withRate(8000))
                .withMessageStartingWith("segment must be from 0.2561 s, a frame of 2048 samples at 8000 Hz");
    }

    @Test
    void equalsThePublishedRowsOfTheSharedTracks() throws IOException {
        Optional<Path> disco = TestData.shared("data/gtzan/genres_original/disco");
        Optional<Path> published = TestData.shared("data/gtzan/features_30_sec.csv");
        assumeThat(disco).isPresent();
        assumeThat(published).isPresent();
        List<Row> expected = FeatureTable.read(published.get()).rows();

        FeatureExtraction.of(Preset.KAGGLE_2020).into(table, List.of(disco.get()), Progress.NONE);

        assertThat(rows()).hasSizeGreaterThan(1);
        for (Row row : rows()) {
            Row other = expected.stream()
                    .filter(candidate -> candidate.filename().equals(row.filename()))
                    .findFirst()
                    .orElseThrow();
            assertThat(row.length()).isEqualTo(other.length());
            assertThat(row.label()).isEqualTo(other.label());
            for (int i = 0; i < 12; i++) { // chroma to zero crossings
                double value = other.features().get(i);
                assertThat(row.features().get(i)).isCloseTo(value, within(1e-5 * value));
            }
        }
    }

    /** The first line of a journal: if this text changed, every table would be computed again. */
    @Test
    void settingsTextIsUnchanged() {
        String features = String.join(",", FeatureTable.FEATURES);
        assertThat(FeatureExtraction.of(Preset.KAGGLE_2020).withSegments(3).settings())
                .isEqualTo("features as of version 3; kaggle-2020; pieces of 3.0 s; 22050 Hz; " + features);
        assertThat(FeatureExtraction.of(Preset.LIBROSA).withRate(8000).settings())
                .isEqualTo("features as of version 3; librosa; whole songs; 8000 Hz; " + features);
    }
}
