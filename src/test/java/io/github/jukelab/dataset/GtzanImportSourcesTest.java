package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GtzanImportSourcesTest {

    private static final byte[] SOUND = Imports.sound(1);

    @TempDir
    Path folder;

    @Test
    void severalPartsAreOneCopy() throws IOException {
        Path a = Tree.put(folder, "a/blues.00000.wav", SOUND).getParent();
        Path b = Tree.put(folder, "b.tar", Tars.concat(Tars.tar("jazz.00001.au", '0', Tree.au(SOUND)), Tars.END));

        ImportReport report = GtzanImport.into(to(), List.of(a, b), Progress.NONE);

        assertThat(report.added()).isEqualTo(2);
        assertThat(report.refused()).isEmpty();
        assertThat(Gtzan.at(to()).tracks()).extracting(Track::id).containsExactly("blues.00000", "jazz.00001");
    }

    @Test
    void bothFoldersOfACopyAreChecked() throws IOException {
        Tree.put(to(), "genres_original/blues/blues.00000.wav", SOUND);
        Tree.put(to(), "genres_original/blues/other.wav", SOUND);
        Tree.put(to(), "genres/jazz/jazz.00001.au", Tree.au(SOUND));
        Tree.put(to(), "genres/jazz/other.au", Tree.au(SOUND));

        IntegrityReport report = Gtzan.at(to()).validate(Progress.NONE);

        assertThat(report.tracks()).isEqualTo(2);
        assertThat(report.of(Fault.STRAY))
                .extracting(Finding::file)
                .containsExactly("genres/jazz/other.au", "genres_original/blues/other.wav");
    }

    @Test
    void aBadSourceDoesNotStopTheOthers() throws IOException {
        Path good = Tree.put(folder, "good/blues.00000.wav", SOUND).getParent();
        Path bad = Tree.put(folder, "bad.zip", "PK and no more".getBytes(StandardCharsets.UTF_8));

        ImportReport report = GtzanImport.into(to(), List.of(folder.resolve("none"), bad, good), Progress.NONE);

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.refused()).extracting(DatasetException::place).containsExactly(folder.resolve("none"), bad);
        assertThat(report).asString().contains("2 sources refused");
    }

    @Test
    void aTrackHasOneFile() throws IOException {
        byte[] other = Tree.au(Imports.sound(2));
        Path a = Tree.put(folder, "a/blues.00000.wav", SOUND).getParent();
        Tree.put(a, "x/blues.00000.au", Tree.au(SOUND));
        Path b = Tree.put(folder, "b/blues.00000.AIFF", other).getParent();
        Path c = Tree.put(folder, "c/blues.00000.wave", SOUND).getParent();

        ImportReport report = GtzanImport.into(to(), List.of(a, b, c), Progress.NONE);

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.same()).isEqualTo(1);
        assertThat(report.refused()).isEmpty();
        assertThat(Imports.files(to())).containsExactly("genres_original/blues/blues.00000.wav");
        assertThat(Imports.findings(report))
                .hasSize(2)
                .allMatch(finding -> finding.startsWith("CONFLICT ") && finding.endsWith("was not replaced"));
    }

    @Test
    void everyFormatThatIsReadIsImported() throws IOException {
        byte[] mp3 = Wave.of(new float[Tree.FULL_LENGTH], SyntheticMusic.RATE).toMp3();
        Path from = folder.resolve("from");
        List<String> extensions = List.of("wav", "wave", "mp3", "flac", "ogg", "aiff", "aif", "m4a", "opus", "snd");
        for (int i = 0; i < extensions.size(); i++) {
            // What a file is, its content says.
            Tree.put(from, "rock.0000" + i + "." + extensions.get(i), i == 2 ? mp3 : Imports.sound(i));
        }

        ImportReport report = Imports.of(to(), from);

        assertThat(report.added()).isEqualTo(extensions.size());
        assertThat(report.ignored()).isZero();
        assertThat(Gtzan.at(to()).tracks()).hasSize(extensions.size());
    }

    @Test
    void otherFormatsAreNamed() throws IOException {
        Path from = folder.resolve("from");
        Tree.put(from, "blues.00000.wav", SOUND);
        Tree.put(from, "blues.00000.txt", new byte[1]);
        Tree.put(from, "blues.00001.ape", new byte[1]);
        Tree.put(from, "blues.00002.mid", new byte[1]);
        Tree.put(from, "images/blues00002.png", new byte[1]);
        Tree.put(from, "images/blues00003.PNG", new byte[1]);
        Tree.put(from, "README", new byte[1]);
        Tree.put(from, "song.flac", SOUND);

        ImportReport report = Imports.of(to(), from);

        assertThat(report.ignored()).isEqualTo(7);
        assertThat(Imports.findings(report))
                .containsExactly(
                        "STRAY song.flac: not a track of the data set",
                        "STRAY blues.00001.ape: a track in a format that is not read",
                        "STRAY blues.00002.mid: a track in a format that is not read");
        assertThat(report.formats())
                .containsExactly("1 without extension, README", "2 .png, the first is images/blues00002.png");
    }

    @Test
    void aCopyInNoFormatThatIsReadIsToldSo() throws IOException {
        Path from = Tree.put(folder, "from/a.xyz", new byte[1]).getParent();

        assertThatThrownBy(() -> Imports.of(to(), from)).hasMessageEndingWith("; ignored: 1 .xyz, a.xyz");
    }

    @Test
    void linksInAFolderAreFollowed() throws IOException {
        Path from = Files.createDirectories(folder.resolve("from"));
        Tree.put(folder, "elsewhere/blues.00000.wav", SOUND);
        Files.createSymbolicLink(from.resolve("blues"), folder.resolve("elsewhere"));
        Files.createSymbolicLink(from.resolve("jazz.00001.wav"), folder.resolve("elsewhere/blues.00000.wav"));
        Files.createSymbolicLink(from.resolve("jazz.00002.wav"), folder.resolve("gone"));
        Files.createSymbolicLink(from.resolve("again"), from);
        Path link = Files.createSymbolicLink(folder.resolve("link"), from);

        ImportReport report = Imports.of(to(), link);

        assertThat(report.added()).isEqualTo(2);
        assertThat(Imports.findings(report))
                .containsExactlyInAnyOrder(
                        "BROKEN jazz.00002.wav: is a link to nothing",
                        "BROKEN again: cannot be read: a link to a folder that it is in");
    }

    @Test
    void aFolderThatMayNotBeReadIsOneFinding() throws IOException {
        Path from = Tree.put(folder, "from/blues.00000.wav", SOUND).getParent();
        Path closed = Tree.put(from, "closed/blues.00001.wav", SOUND).getParent();
        closed.toFile().setReadable(false);
        assumeThat(Files.isReadable(closed)).as("root may read everything").isFalse();
        try {
            assertThat(Imports.findings(Imports.of(to(), from)))
                    .containsExactly("BROKEN closed: cannot be read: permission denied");
        } finally {
            closed.toFile().setReadable(true);
        }
    }

    @Test
    void refusesATargetBeforeAnyWork() throws IOException {
        Path from = Tree.put(folder, "from/blues.00000.wav", SOUND).getParent();
        Path file = Tree.put(folder, "file", SOUND);

        for (Path target : List.of(file, file.resolve("below"))) {
            assertThatThrownBy(() -> Imports.of(target, from))
                    .isInstanceOf(DatasetException.class)
                    .hasMessage(target + ": is no folder to import into: " + file + " is a file");
        }
        assertThat(file).hasBinaryContent(SOUND);
    }

    @Test
    void whatIsRefusedLeavesNoFolder() throws IOException {
        Path from = Tree.put(folder, "from/a.xyz", new byte[1]).getParent();

        assertThatThrownBy(() -> Imports.of(to(), from)).isInstanceOf(DatasetException.class);

        assertThat(to()).doesNotExist();
        assertThat(Imports.files(folder)).containsExactly("from/a.xyz");
    }

    @Test
    void deletesWhatAKilledImportLeft() throws IOException {
        Path from = Tree.put(folder, "from/blues.00000.wav", SOUND).getParent();
        Path old = Tree.put(to(), "genres_original/jazz/.part-1-jazz.00000.wav", SOUND);
        Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(1))));
        Tree.put(to(), "genres/jazz/.part-2-jazz.00000.au", SOUND);

        Imports.of(to(), from);

        assertThat(Gtzan.at(to()).validate(Progress.NONE).of(Fault.STRAY)).isEmpty();
        assertThat(Imports.files(to()))
                .containsExactly("genres/jazz/.part-2-jazz.00000.au", "genres_original/blues/blues.00000.wav");
    }

    @RepeatedTest(20)
    void importsAtTheSameTimeEndWell() throws Exception {
        Path wav = folder.resolve("wav");
        Path au = folder.resolve("au");
        for (int i = 0; i < 20; i++) {
            String name = String.format("blues.%05d", i);
            Tree.put(wav, name + ".wav", Imports.sound(i));
            Tree.put(au, name + ".au", Tree.au(Imports.sound(i)));
        }
        ExecutorService threads = Executors.newFixedThreadPool(4);

        List<Callable<ImportReport>> imports = IntStream.range(0, 4)
                .mapToObj(i -> (Callable<ImportReport>) () -> Imports.of(to(), i % 2 == 0 ? wav : au))
                .toList();
        int added = 0;
        for (var report : threads.invokeAll(imports)) {
            added += report.get().added();
        }
        threads.shutdown();

        assertThat(added).isEqualTo(20);
        assertThat(Imports.files(to())).hasSize(20).noneMatch(file -> file.contains(".part-"));
        assertThat(Gtzan.at(to()).tracks()).hasSize(20).allSatisfy(track -> assertThat(track.file())
                .hasSameBinaryContentAs((track.file().toString().endsWith("au") ? au : wav)
                        .resolve(track.file().getFileName())));
    }

    /** A folder below the target, beside what is imported. */
    @Test
    void theSourceMayLieInTheTarget() throws IOException {
        Path from = Tree.put(to(), "download/blues.00000.wav", SOUND).getParent();

        assertThat(Imports.of(to(), from).added()).isEqualTo(1);
        assertThat(Imports.of(to(), to()).same()).isEqualTo(1);
    }

    @Test
    void aTableInAnotherEncodingIsNoTable() throws IOException {
        Path from = Tree.put(folder, "from/blues.00000.wav", SOUND).getParent();
        Tree.put(from, "features_3_sec.csv", "filename,l\u00e4nge\n".getBytes(StandardCharsets.ISO_8859_1));

        assertThat(Imports.of(to(), from).ignored()).isEqualTo(1);
    }

    private Path to() {
        return folder.resolve("to");
    }
}
