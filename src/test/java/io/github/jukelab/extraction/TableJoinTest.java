package io.github.jukelab.extraction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.LoadOptions;
import io.github.jukelab.dataset.AudioFolder;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Datasets;
import io.github.jukelab.dataset.FolderReport;
import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.dataset.Segment;
import io.github.jukelab.feature.Preset;
import io.github.jukelab.signal.Waves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableJoinTest {

    @TempDir
    Path folder;

    private void writeWaves(String... names) throws IOException {
        for (String name : names) {
            Waves.noise(22_050, name.hashCode()).write(folder.resolve(name));
        }
    }

    private static FeatureTable table(String label, String... filenames) {
        return FeatureTable.of(Stream.of(filenames)
                .map(name -> new FeatureTable.Row(name, 22_050, Collections.nCopies(57, 1.5), label))
                .toList());
    }

    private static List<String> ids(FeatureTable table, Dataset dataset) {
        return table.segments(dataset).values().stream().map(Segment::id).toList();
    }

    /** With equal names in two folders, dots in names, and a number that is part of a name. */
    @Test
    void joinsATableWithItsFolder() throws IOException {
        writeWaves("cat/01.wav", "dog/01.wav", "cat/take.0.wav", "dog/bark (2).1.wav");
        Path csv = folder.resolve("table.csv");
        FeatureExtraction.of(Preset.LIBROSA).into(csv, List.of(folder), Progress.NONE);

        assertThat(ids(FeatureTable.read(csv), AudioFolder.at(folder)))
                .containsExactly("cat/01", "cat/take.0", "dog/01", "dog/bark (2).1");
    }

    /** A part's row is that of a file with the same sound; a table of the parts' segments joins, too. */
    @Test
    void joinsATableOfPartsWithTheirFile() throws IOException {
        Waves.noise(3 * 22_050, 1).write(folder.resolve("cat/01.wav"));
        Files.writeString(folder.resolve("labels.csv"), "file,start,end,label\n01,0,1,cat\n01,1,3.2,dog\n");
        FolderReport parts = FolderReport.open(folder, folder.resolve("labels.csv"));
        Path csv = folder.resolve("table.csv");
        FeatureExtraction extraction = FeatureExtraction.of(Preset.LIBROSA);

        ExtractionReport first = extraction.into(csv, AudioInputs.of(parts), Progress.NONE);
        ExtractionReport second = extraction.into(csv, AudioInputs.of(parts), Progress.NONE);

        assertThat(first.computed()).isEqualTo(2);
        assertThat(first.warnings())
                .containsExactly(folder.resolve("cat/01.wav")
                        + ", 1.000 to 3.200 s: the file ends 0.20 s before the end of this part");
        assertThat(second.reused()).isEqualTo(2);
        FeatureTable table = FeatureTable.read(csv);
        Wave wave = Wave.read(folder.resolve("cat/01.wav"), LoadOptions.WHOLE.withDuration(1));
        assertThat(table.rows().get(0))
                .isEqualTo(FeatureTable.Row.of("cat/01@0-1000ms.wav", 22_050, Preset.LIBROSA.row(wave), "cat"));
        assertThat(ids(table, parts.dataset())).containsExactly("cat/01@0-1000ms", "cat/01@1000-3200ms");
        extraction.withSegments(0.5).into(csv, AudioInputs.of(parts), Progress.NONE);
        assertThat(ids(FeatureTable.read(csv), parts.dataset()))
                .startsWith("cat/01@0-1000ms.0", "cat/01@1000-3200ms.0", "cat/01@1000-3200ms.1");
    }

    /** A row of the whole file is none of its only part. */
    @Test
    void aFileIsNotItsPart() throws IOException {
        writeWaves("cat/01.wav");
        Files.writeString(folder.resolve("labels.csv"), "file,start,end,label\n01,0,1,cat\n");
        Dataset dataset = Datasets.open(folder, folder.resolve("labels.csv"));

        assertThatThrownBy(() -> ids(table("cat", "cat/01.wav"), dataset))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(dataset + " has no track for cat/01.wav");
    }

    @Test
    void joinsATableOfSegmentsWithItsFolder() throws IOException {
        writeWaves("cat/01.wav", "dog/01.wav", "cat/take.0.wav");
        Path csv = folder.resolve("table.csv");
        FeatureExtraction.of(Preset.LIBROSA).withSegments(0.4).into(csv, List.of(folder), Progress.NONE);

        assertThat(ids(FeatureTable.read(csv), AudioFolder.at(folder)))
                .containsExactly("cat/01.0", "cat/01.1", "cat/take.0.0", "cat/take.0.1", "dog/01.0", "dog/01.1");
    }

    /** The first segment of take.wav and the file take.0.wav have the same name in a table of segments. */
    @Test
    void inATableOfSegmentsEveryNumberIsThatOfASegment() throws IOException {
        writeWaves("cat/take.wav", "cat/take.0.wav", "dog/1.wav");
        FeatureTable segments = table("cat", "cat/take.0.wav", "cat/take.0.1.wav");
        FeatureTable tracks = table("cat", "cat/take.0.wav", "cat/take.wav");

        assertThat(ids(segments, AudioFolder.at(folder))).containsExactly("cat/take.0", "cat/take.0.1");
        assertThat(segments.segments(AudioFolder.at(folder)).values())
                .extracting(segment -> segment.track().id())
                .containsExactly("cat/take", "cat/take.0");
        assertThat(ids(tracks, AudioFolder.at(folder))).containsExactly("cat/take.0", "cat/take");
    }

    /** Whatever the layout, the table has the labels and ids of a training. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat/take.00000.wav dog/take.00000.wav",
                "cat/s1/0.wav cat/s2/0.wav dog/s1/0.wav",
                "train/cat/0.wav test/cat/0.wav test/dog/0.wav",
                "cat/train/0.wav cat/test/0.wav",
                "cat/0.wav cat/0.aiff dog/0.wav loose.wav",
                "cat.00001.wav dog.00001.wav",
                "a.wav b.wav",
                "genres_original/jazz/jazz.00001.wav genres_original/rock/rock.00001.flac",
                "pets/cat/1.wav pets/dog/1.wav",
            })
    void aTableHasTheIdsAndLabelsOfItsFolder(String files) throws IOException {
        for (String file : files.split(" ")) {
            Files.createDirectories(folder.resolve(file).getParent());
            Waves.noise(22_050, file.hashCode()).write(folder.resolve(file));
        }
        Path csv = folder.resolve("tables/table.csv");
        FeatureExtraction.of(Preset.LIBROSA).into(csv, List.of(folder), Progress.NONE);
        FeatureTable table = FeatureTable.read(csv);
        Dataset dataset = Datasets.open(folder);

        assertThat(ids(table, dataset)).containsExactlyInAnyOrderElementsOf(dataset.trackIds());
        assertThat(table.rows())
                .extracting(row -> row.filename().replaceFirst("\\.[a-z]+$", ""))
                .containsExactlyInAnyOrderElementsOf(dataset.trackIds());
    }

    @Test
    void joinsThePublishedTableWithTracksInAnyFormat() {
        Dataset dataset = Dataset.of(Gtzan.INFO, List.of("blues.00000", "blues.00001"));

        assertThat(ids(table("blues", "blues.00001.wav", "blues.00000.au", "blues.00000.3.wav"), dataset))
                .containsExactly("blues.00001", "blues.00000", "blues.00000.3");
    }

    @Test
    void namesRowsThatMatchNoTrackOrSeveral() throws IOException {
        writeWaves("cat/01.wav", "dog/01.wav");
        Dataset dataset = AudioFolder.at(folder);

        for (String filename : List.of("01.wav", "02.wav", "cat/01.x.wav", "cat/01.12345678901.wav", "x")) {
            assertThatThrownBy(() -> table("cat", filename).segments(dataset))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith("has no track for " + filename);
        }
        assertThatThrownBy(() -> table("dog", "cat/01.wav").segments(dataset))
                .hasMessage("label of cat/01.wav must be cat, got dog");
    }
}
