package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.github.jukelab.TimeSpan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Label tables. The recordings are empty files, as none is opened. */
class DatasetsLabelsTest {

    private static final String RAVEN = "Selection\tView\tChannel\tBegin Time (s)\tEnd Time (s)\tAnnotation";

    @TempDir
    Path folder;

    private void recordings(String... files) throws IOException {
        for (String file : files) {
            Tree.put(folder, "rec/" + file, new byte[0]);
        }
    }

    private Path table(String name, String... lines) throws IOException {
        return Tree.put(folder, name, String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    private FolderReport open(Path table) throws IOException {
        return FolderReport.open(folder.resolve("rec"), table);
    }

    private FolderReport open(String... lines) throws IOException {
        return open(table("labels.csv", lines));
    }

    private static void assertTracks(FolderReport report, String... tracks) {
        assertThat(report.dataset().tracks())
                .extracting(track -> track.id() + " " + track.label()
                        + track.artist().map(a -> " of " + a).orElse(""))
                .containsExactly(tracks);
    }

    private void assertRefused(String reason, String... lines) throws IOException {
        Path table = table("labels.csv", lines);
        assertThatThrownBy(() -> open(table))
                .isInstanceOf(DatasetException.class)
                .hasMessage(table + ": " + reason);
    }

    @Test
    void aTableNamesFilesAndLabels() throws IOException {
        recordings("b.wav", "deep/a.mp3", "c.wav");

        FolderReport report = open("\uFEFFLabel,notes,File", "dog,\"old, loud\",b.wav", " cat ,,deep/a.mp3");

        assertTracks(report, "deep/a cat", "b dog");
        assertThat(report.dataset().tracks().get(0).file()).isEqualTo(folder.resolve("rec/deep/a.mp3"));
        assertThat(report.dataset().tracks().get(0).part()).isEmpty();
        assertThat(report.skippedRows()).isEmpty();
        assertThat(report.passedOver()).containsExactly("c.wav: no row in the table");
        assertThat(report)
                .hasToString(folder.resolve("rec")
                        + ": labels of labels.csv: cat 1, dog 1; 1 file without a row in the table");
        assertThat(report.dataset().id()).isEqualTo("rec (labels.csv)");
        assertThat(FolderReport.of(report.dataset())).isEqualTo(report);
        assertThat(Datasets.open(folder.resolve("rec"), folder.resolve("labels.csv")))
                .isEqualTo(report.dataset());
    }

    /** The table itself and other files beside the recordings are not counted. */
    @Test
    void aTableInTheFolderOfItsRecordingsNeedsNoFolder() throws IOException {
        recordings("a.wav", "b.wav", "notes.pdf");
        Path table = table("rec/labels.csv", "file,label", "a.wav,cat", "b.wav,dog");

        assertTracks(FolderReport.open(table), "a cat", "b dog");
        assertThat(FolderReport.open(table).passedOver()).isEmpty();
        assertThat(Datasets.open(table)).isEqualTo(FolderReport.open(table).dataset());
        assertThat(Datasets.open(table.toString()).labels()).containsExactly("cat", "dog");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "site/a.wav",
                "a.wav",
                "a",
                "site/a",
                "./site/a.wav",
                "x/../site/a.wav",
                "site\\a.wav",
                "a.mp3",
                "a.WAV"
            })
    void findsAFileByItsPathOrTheEndOfIt(String name) throws IOException {
        recordings("site/a.wav", "site/b.wav");

        assertTracks(open("file,label", name + ",cat"), "site/a cat");
    }

    /** macOS writes an accent as a character of its own. */
    @Test
    void findsNamesWithAccentsAndAbsolutePaths() throws IOException {
        recordings("caf\u00e9.wav", "b.wav");

        assertTracks(
                open("file,label", "cafe\u0301.wav,cat", folder.resolve("rec/b.wav") + ",dog"),
                "caf\u00e9 cat",
                "b dog");
    }

    @Test
    void theFolderMayBeRelative() throws IOException {
        recordings("a.wav");
        Path table = table("labels.csv", "file,label", "a.wav,cat");
        Path relative = Path.of("").toAbsolutePath().relativize(folder.resolve("rec"));

        Dataset dataset = Datasets.open(relative, table);

        assertThat(dataset.tracks())
                .extracting(Track::id, Track::file)
                .containsExactly(tuple("a", relative.resolve("a.wav")));
    }

    @Test
    void aFileOfAnotherFormatCountsIfNoFileHasThatName() throws IOException {
        recordings("a.mp3", "a.wav");

        assertThat(open("file,label", "a,cat").dataset().tracks().get(0).file()).hasFileName("a.wav");
        assertThat(open("file,label", "a.mp3,cat").dataset().tracks().get(0).file())
                .hasFileName("a.mp3");
    }

    @Test
    void rowsThatCannotBeUsedAreNamed() throws IOException {
        recordings("a.wav", "north/x.wav", "south/x.wav", "b.wav", "b.mp3");

        FolderReport report = open(
                "file,label,start,end",
                "a.wav,cat,,",
                "none.wav,cat,,",
                "x.wav,cat,,",
                "../a.wav,cat,,",
                "a\0.wav,cat,,",
                "b.wav,,,",
                "a.wav,cat,,",
                "b.wav,dog,1,1.0001",
                "b.wav,dog,,",
                "b.mp3,dog,,",
                ",dog,,");

        Path rec = folder.resolve("rec");
        assertTracks(report, "a cat", "b dog");
        assertThat(report.skippedRows())
                .containsExactly(
                        "line 3: none.wav: no such file in " + rec,
                        "line 4: x.wav: several files are named so in " + rec + ", such as north/x.wav and south/x.wav",
                        "line 5: ../a.wav: not within " + rec,
                        "line 6: a\0.wav: cannot be the name of a file",
                        "line 7: has no label",
                        "line 9: is a point in time, not a part of the sound: dog",
                        "line 12: names no file",
                        "line 8: the same as line 2",
                        "line 11: the same as line 10");
    }

    @Test
    void aTableWithoutAnyRecordingSaysWhereItLooked() throws IOException {
        recordings("a.wav");
        Path rec = folder.resolve("rec");

        assertRefused(
                "none of its 2 rows can be used for the recordings in " + rec + "; the first: line 2: b.wav: no such"
                        + " file in " + rec,
                "file,label",
                "b.wav,cat",
                "c.wav,cat");
        assertRefused("has no row", "file,label");
        Path missing = Path.of("none.csv");
        assertThatThrownBy(() -> open(missing))
                .isInstanceOf(DatasetException.class)
                .hasMessage("none.csv: no such file or folder in " + Path.of("").toAbsolutePath());
    }

    @Test
    void aPartIsATrackWithTheGroupOfItsFile() throws IOException {
        recordings("day.wav", "night.wav");

        FolderReport report = open(
                "file,start,end,label",
                "day.wav,0,1.5,wren",
                "day.wav,1.5,3,owl",
                "day.wav,2,2.25,owl",
                "night.wav,,,owl");

        assertTracks(
                report,
                "day@1500-3000ms owl of day",
                "day@2000-2250ms owl of day",
                "night owl",
                "day@0-1500ms wren of day");
        assertThat(report.dataset().tracks())
                .extracting(Track::part)
                .containsExactly(
                        Optional.of(new TimeSpan(1.5, 3)),
                        Optional.of(new TimeSpan(2, 2.25)),
                        Optional.empty(),
                        Optional.of(new TimeSpan(0, 1.5)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"group", "Speaker", "animal", "artist", "site", "session"})
    void aGroupHasOneOfSomeNames(String column) throws IOException {
        recordings("a.wav", "b.wav", "c.wav");

        FolderReport report = open("file,label," + column, "a.wav,cat,Tom ", "b.wav,dog,", "c.wav,dog,Rex");

        assertTracks(report, "a cat of Tom", "b dog", "c dog of Rex");
    }

    @Test
    void severalLabelsForOneSoundAreRefused() throws IOException {
        recordings("a.wav", "b.wav");
        String several = "several labels for one sound are not supported";

        assertRefused(
                several + ": a.wav is cat in line 2, and dog in line 3",
                "file,label",
                "a.wav,cat",
                "a.wav,dog",
                "b.wav,cat");
        assertRefused(
                several + ": a.wav is cat from 1.000 to 3.000 s in line 3, and dog from 2.999 to 4.000 s in line 2;"
                        + " in all 2 such pairs of rows",
                "file,label,start,end",
                "a.wav,dog,2.999,4",
                "a.wav,cat,1,3",
                "b.wav,cat,,",
                "b.wav,dog,5,6");
        assertRefused("line 3: " + several + ", got cat;dog", "file,label", "a.wav,cat", "b.wav,cat;dog");
        assertRefused("line 2: " + several + ", got cat|dog", "file,label", "a.wav,cat|dog");
    }

    /** A long part hides no conflict between a short one and a later one. */
    @Test
    void everyPartIsComparedWithThoseThatStillLast() throws IOException {
        recordings("a.wav");

        assertRefused(
                "several labels for one sound are not supported: a.wav is cat from 0.000 to 9.000 s in line 2, and dog"
                        + " from 5.000 to 6.000 s in line 4",
                "file,label,start,end",
                "a.wav,cat,0,9",
                "a.wav,cat,1,2",
                "a.wav,dog,5,6");
    }

    @Test
    void partsOfOneFileAreInOneGroup() throws IOException {
        recordings("a.wav");

        assertRefused(
                "a.wav must be in one group, got tom in line 2 and none in line 3",
                "file,label,start,end,animal",
                "a.wav,cat,0,1,tom",
                "a.wav,cat,1,2,");
        assertRefused(
                "a.wav must be in one group, got tom in line 2 and rex in line 3",
                "file,label,animal",
                "a.wav,cat,tom",
                "a.wav,cat,rex");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "file,labels ! a.wav,cat ! has no column label, only [file, labels]",
                "name,label ! a.wav,cat ! has no column file, only [name, label]",
                "file,label,start ! a.wav,cat,1 ! has no column end, only [file, label, start]",
                "file,label,Label ! a.wav,cat,1 ! has the column label twice",
                "file,label,site,animal ! a.wav,cat,n,t ! which column has the group is not clear: animal or site; leave one of them, or rename the others",
                "file,label,start,end ! a.wav,cat,1, ! line 2, column end: must be a number, is empty",
                "file,label,start,end ! a.wav,cat,x,2 ! line 2, column start: must be a finite number, got x",
                "file,label,start,end ! a.wav,cat,2,1 ! line 2: a part must begin at 0 s or later and end after its begin, got 2.0 to 1.0",
                "file,label,start,end ! a.wav,cat,-1,1 ! line 2: a part must begin at 0 s or later and end after its begin, got -1.0 to 1.0",
                "file;label ! a.wav;cat ! line 1: fields must be separated by commas, not by semicolons",
                "file,label ! a.wav ! line 2: must have 2 fields, got 1",
            })
    void anInvalidTableIsRefusedWithItsLine(String header, String row, String reason) throws IOException {
        recordings("a.wav");

        assertRefused(reason, header, row);
    }

    @Test
    void readsALabelTrackOfAudacity() throws IOException {
        recordings("site/day.wav", "site/day.mp3", "night.wav");
        Path track = table(
                "rec/site/day.txt",
                "0.000000\t1.500000\twren",
                "\\\t1000.000000\t2000.000000",
                "2.000000\t2.000000\tmark",
                "2.5\t3\t",
                "",
                "2.000400\t2.750000\tEule\u00a0");

        FolderReport report = open(track);

        assertTracks(report, "site/day@2000-2750ms Eule of site/day", "site/day@0-1500ms wren of site/day");
        assertThat(report.dataset().tracks().get(0).file()).hasFileName("day.wav");
        assertThat(report.skippedRows())
                .containsExactly("line 3: is a point in time, not a part of the sound: mark", "line 4: has no label");
        assertThat(report.layout()).isEqualTo("labels of day.txt");
    }

    @Test
    void aDecimalCommaIsRefused() throws IOException {
        recordings("day.wav");

        assertThatThrownBy(() -> open(table("day.txt", "0,5\t1,5\twren")))
                .hasMessageEndingWith(
                        "day.txt: line 1, column start: must be a finite number, got 0,5, which has a decimal comma");
    }

    /** Raven lists each selection once per view. */
    @Test
    void readsASelectionTableOfRaven() throws IOException {
        recordings("2024.05.01_day.wav");
        Path table = table(
                "2024.05.01_day.Table.1.selections.txt",
                RAVEN,
                "1\tWaveform 1\t1\t0.5\t1.5\twren",
                "1\tSpectrogram 1\t1\t0.5\t1.5\twren",
                "2\tSpectrogram 1\t1\t4\t5\towl",
                "2\tWaveform 1\t1\t4\t5\towl");

        FolderReport report = open(table);

        assertTracks(
                report,
                "2024.05.01_day@4000-5000ms owl of 2024.05.01_day",
                "2024.05.01_day@500-1500ms wren of 2024.05.01_day");
        assertThat(report.skippedRows()).isEmpty();
    }

    /** The time is counted from the begin of the first file, the offset from that of its own. */
    @Test
    void aSelectionTableOfSeveralFilesNeedsOffsets() throws IOException {
        recordings("a.wav", "b.wav");
        String header = "Selection\tBegin Time (s)\tEnd Time (s)\tBegin File\tEnd File\tSpecies\tSite";
        String[] rows = {
            "1\t1\t2\ta.wav\ta.wav\twren\tn", "2\t61\t63.5\tb.wav\tb.wav\towl\ts", "3\t59\t61\ta.wav\tb.wav\towl\tn"
        };
        Path table = table("x.txt", header + "\tFile Offset (s)", rows[0] + "\t1", rows[1] + "\t1", rows[2] + "\t59");

        FolderReport report = open(table);

        assertTracks(report, "b@1000-3500ms owl of s", "a@1000-2000ms wren of n");
        assertThat(report.skippedRows()).containsExactly("line 4: is a selection across two files");
        assertThatThrownBy(() -> open(table("y.txt", header, rows[0], rows[1])))
                .hasMessage(folder.resolve("y.txt") + ": has selections in 2 files, and times that are counted from the"
                        + " begin of the first; save it with the column File Offset (s)");
    }

    @Test
    void aSelectionTableHasOneColumnOfLabels() throws IOException {
        recordings("day.wav");

        assertThatThrownBy(() -> open(table("day.txt", RAVEN + "\tSpecies", "1\tS\t1\t0\t1\twren\towl")))
                .hasMessageEndingWith("which column has the label is not clear: annotation or species; leave one of"
                        + " them, or rename the others");
        assertThatThrownBy(() -> open(table("day.txt", "Selection\tBegin Time (s)\tEnd Time (s)", "1\t0\t1")))
                .hasMessageEndingWith("has no column annotation or species or label or common name, only [selection,"
                        + " begin time (s), end time (s)]");
    }

    /** Recorders at two sites give their files the same names. */
    @Test
    void readsAFolderOfTables() throws IOException {
        recordings("north/1.wav", "south/1.wav", "2.wav");
        table("labels/north/1.txt", "0\t1\twren");
        table("labels/south/1.BirdNET.selection.table.txt", RAVEN, "1\tS\t1\t0\t1\towl");
        table("labels/south/all.selections.txt", RAVEN + "\tBegin File", "1\tS\t1\t2\t3\towl\t1.wav");
        table("labels/3.txt", "0\t1\twren");
        table("labels/readme.txt", "Labels of May");
        table("labels/other.csv", "file,label");

        FolderReport report = open(folder.resolve("labels"));

        assertTracks(
                report,
                "south/1@0-1000ms owl of south/1",
                "south/1@2000-3000ms owl of south/1",
                "north/1@0-1000ms wren of north/1");
        assertThat(report.skippedRows())
                .containsExactly(
                        "3.txt, line 1: its recording: no such file in " + folder.resolve("rec"),
                        "readme.txt: not a label table of Audacity or Raven");
        assertThat(report.passedOver()).containsExactly("2.wav: no row in the table");
    }

    @Test
    void aFolderWithoutTablesIsRefused() throws IOException {
        recordings("1.wav");
        Path labels = table("labels/other.csv", "file,label").getParent();

        assertThatThrownBy(() -> open(labels))
                .hasMessage(labels + ": has no label table of Audacity or Raven, which are named .txt");
    }

    @Test
    void textThatIsNotUtf8IsRefused() throws IOException {
        recordings("1.wav");
        Path latin = Tree.put(folder, "1.txt", "0\t1\tgrüner Specht".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> open(latin)).hasMessage(latin + ": must be UTF-8");
    }

    @Test
    void aSoundFileIsNoTable() throws IOException {
        recordings("1.wav");
        Path sound = folder.resolve("rec/1.wav");

        assertThatThrownBy(() -> Datasets.open(sound)).hasMessage(sound + ": is a file, not a folder");
    }

    /** By artist, all parts of a file are on one side. */
    @Test
    void aSplitByArtistKeepsThePartsOfAFileTogether() throws IOException {
        recordings("1.wav", "2.wav", "3.wav");
        FolderReport report = open(
                "file,label,start,end",
                "1.wav,wren,0,1",
                "1.wav,owl,1,2",
                "1.wav,wren,3,4",
                "2.wav,wren,0,1",
                "2.wav,owl,1,2",
                "3.wav,wren,0,1",
                "3.wav,owl,1,2");

        for (Split split : Splits.artistFolds(report.dataset(), 3, 1)) {
            assertThat(split.leakage().artists()).isEmpty();
            assertThat(split.test())
                    .extracting(id -> id.substring(0, 1))
                    .containsOnly(split.test().get(0).substring(0, 1));
        }
    }
}
