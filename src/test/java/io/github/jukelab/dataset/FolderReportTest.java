package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.TestData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderReportTest {

    @TempDir
    Path folder;

    private FolderReport report(String... files) throws IOException {
        for (String file : files) {
            Tree.put(folder, file, new byte[0]);
        }
        return FolderReport.of(Datasets.open(folder));
    }

    @Test
    void saysInOneLineWhatAFolderIs() throws IOException {
        assertThat(report("cat/1.wav", "cat/2.wav", "dog/1.wav", "dog/.hidden.wav"))
                .hasToString(folder + ": a folder per class: cat 2, dog 1");
    }

    @Test
    void namesWhatIsPassedOver() throws IOException {
        FolderReport report = report(
                "cat/1.wav", "cat/1.mp3", "cat/2.amr", "cat/noextension", "dog/s/1.wav", "loose.wav", "notes.txt");

        assertThat(report.passedOver())
                .containsExactly(
                        "cat/1.mp3: another format of cat/1.wav",
                        "loose.wav: beside the folders of the classes",
                        "cat/2.amr: not the extension of a sound file",
                        "cat/noextension: not the extension of a sound file",
                        "notes.txt: not the extension of a sound file");
        assertThat(report)
                .hasToString(folder + ": a folder per class, recordings in 1 group: cat 1, dog 1; 5 files passed over");
    }

    /** Of a declared data set, tables and notes beside the folders of the labels are not counted. */
    @Test
    void namesStraysOfADeclaredDataSet() throws IOException {
        FolderReport report = report(
                "genres_original/jazz/jazz.00001.wav",
                "genres_original/jazz/jazz.00001.au",
                "genres_original/jazz/mine.wav",
                "genres_original/jazz/jazz.mf",
                "features_30_sec.csv");

        assertThat(report)
                .hasToString(
                        folder.resolve("genres_original") + ": GTZAN, 1 of 1000 tracks: jazz 1; 3 files passed over");
        assertThat(report.passedOver())
                .containsExactly(
                        "jazz/jazz.00001.au: another format of jazz/jazz.00001.wav",
                        "jazz/mine.wav: not a track of GTZAN",
                        "jazz/jazz.mf: not the extension of a sound file");
    }

    /** A class whose recordings all have another extension is no label, and that is told. */
    @Test
    void namesFoldersWithoutSoundFiles() throws IOException {
        Files.createDirectories(folder.resolve("bird"));
        Files.createDirectories(folder.resolve("cat/empty"));

        FolderReport report = report("cat/1.wav", "wolf/1.amr");

        assertThat(report.withoutSound()).containsExactly("bird", "wolf");
        assertThat(report)
                .hasToString(
                        folder + ": a folder per class: cat 1; 1 file passed over; without sound files: bird, wolf");
    }

    @Test
    void manyLabelsAreCounted() throws IOException {
        for (int i = 0; i < 13; i++) {
            Tree.put(folder, "label" + i + "/1.wav", new byte[0]);
        }

        assertThat(report("label0/2.wav")).hasToString(folder + ": a folder per class: 14 tracks, 13 labels");
    }

    @Test
    void recordingsWithoutFoldersAreTold() throws IOException {
        assertThat(report("a.wav", "b.wav").toString())
                .startsWith(folder + ": recordings without a folder per class: ")
                .endsWith(" 2");
    }

    /** Tracks of GTZAN as FLAC, in folders that are not named as in the published archives. */
    @Test
    void recognisesTheSharedTracks() throws IOException {
        Path more = TestData.shared("data/gtzan_more").orElse(null);
        Assumptions.assumeTrue(more != null);

        assertThat(FolderReport.of(Datasets.open(more)).layout()).isEqualTo("GTZAN, 92 of 1000 tracks");
        assertThat(FolderReport.of(
                                Datasets.open(TestData.shared("data/cats_dogs").orElseThrow()))
                        .layout())
                .isEqualTo("cats and dogs");
    }
}
