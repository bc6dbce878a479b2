package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.Wave;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GtzanImportTest {

    private static final byte[] TRACK = Tree.wav(Tree.FULL_LENGTH, 1);
    private static final byte[] OTHER = Tree.wav(Tree.FULL_LENGTH, 2);
    private static final byte[] NOISE = "no sound".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path folder;

    @Test
    void importsAFolderAndReportsFaults() throws IOException {
        Path from = folder.resolve("from");
        Tree.put(from, "some/where/blues.00000.wav", TRACK);
        Tree.put(from, "jazz.00054.wav", NOISE);
        Tree.put(from, "._blues.00000.wav", NOISE);
        Tree.put(from, "features_30_sec.csv", NOISE);
        List<String> reports = new ArrayList<>();

        ImportReport report =
                GtzanImport.into(to(), from, (done, total, what) -> reports.add(done + "/" + total + " " + what));

        assertThat(files()).containsExactly("genres_original/blues/blues.00000.wav");
        assertThat(report.findings()).extracting(Finding::fault).containsExactly(Fault.STRAY, Fault.BROKEN);
        assertThat(report)
                .asString()
                .startsWith("ImportReport[1 tracks added, 0 already there, 2 other files ignored, 2");
        assertThat(reports).hasSize(4).contains("4/4 blues.00000.wav");
        assertThat(Gtzan.at(to()).tracks()).hasSize(1);
    }

    @Test
    void importsTheFeatureTable() throws IOException {
        byte[] table = "filename,length,chroma_stft_mean\n".getBytes(StandardCharsets.UTF_8);
        Path from = folder.resolve("from");
        Tree.put(from, "Data/features_30_sec.csv", table);

        assertThat(GtzanImport.into(to(), from, Progress.NONE).tables()).containsExactly("features_30_sec.csv");
        assertThat(to().resolve("features_30_sec.csv")).hasBinaryContent(table);
        assertThat(GtzanImport.into(to(), from, Progress.NONE))
                .asString()
                .startsWith(
                        "ImportReport[0 tracks added, 0 already there, features_30_sec.csv, 0 other files ignored, 0");
        Tree.put(from, "Data/features_30_sec.csv", "filename,length,other\n".getBytes(StandardCharsets.UTF_8));
        Tree.put(from, "blues.00000.wav", TRACK);
        assertThat(GtzanImport.into(to(), from, Progress.NONE).findings())
                .extracting(Finding::fault)
                .containsExactly(Fault.CONFLICT);
        assertThat(to().resolve("features_30_sec.csv")).hasBinaryContent(table);
    }

    /** A byte order mark and quotes do not matter; what is no such table is another file. */
    @Test
    void knowsAFeatureTableByItsColumns() throws IOException {
        byte[] table = "\uFEFF\"filename\",\"length\",x\r\n".getBytes(StandardCharsets.UTF_8);
        Path from = folder.resolve("from");
        Tree.put(from, "features_30_sec.csv", table);
        Tree.put(from, "features_3_sec.csv", "filename,\"length\n".getBytes(StandardCharsets.UTF_8));

        ImportReport report = GtzanImport.into(to(), from, Progress.NONE);

        assertThat(report.tables()).containsExactly("features_30_sec.csv");
        assertThat(report.ignored()).isEqualTo(1);
        assertThat(to().resolve("features_30_sec.csv")).hasBinaryContent(table);
    }

    @Test
    void canBeRunAgain() throws IOException {
        Path from = folder.resolve("from");
        Tree.put(from, "blues.00000.wav", TRACK);
        GtzanImport.into(to(), from, Progress.NONE);
        Tree.put(from, "blues.00001.wav", OTHER);

        ImportReport report = GtzanImport.into(to(), from, Progress.NONE);

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.same()).isEqualTo(1);
        assertThat(report.findings()).isEmpty();
    }

    @Test
    void doesNotReplaceExistingTracks() throws IOException {
        Path from = folder.resolve("from");
        Tree.put(from, "blues.00000.wav", OTHER);
        Tree.put(from, "blues.00001.wav", OTHER);
        Path there = Tree.put(to(), "genres_original/blues/blues.00000.wav", TRACK);

        ImportReport report = GtzanImport.into(to(), from, Progress.NONE);

        assertThat(report.findings()).extracting(Finding::fault).containsExactly(Fault.CONFLICT);
        assertThat(there).hasBinaryContent(TRACK);
    }

    @Test
    void importsAZipAndNeverWritesOutside() throws IOException {
        Path zip = folder.resolve("archive.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of(
                    "Data/genres_original/blues/blues.00000.wav",
                    "../../../blues.00001.wav",
                    "__MACOSX/Data/._blues.00000.wav",
                    "..\\jazz.00003.wav",
                    "../evil.sh")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(name.contains("._") ? NOISE : TRACK);
            }
        }

        ImportReport report = GtzanImport.into(to(), zip, Progress.NONE);

        assertThat(report.added()).isEqualTo(3);
        assertThat(report.ignored()).isEqualTo(2);
        assertThat(files())
                .containsExactly(
                        "genres_original/blues/blues.00000.wav",
                        "genres_original/blues/blues.00001.wav",
                        "genres_original/jazz/jazz.00003.wav");
        try (Stream<Path> beside = Files.list(folder)) {
            assertThat(beside).hasSize(2);
        }
    }

    @Test
    void importsAGzippedTarOfAu() throws IOException {
        Path tar = folder.resolve("genres.tar.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(tar))) {
            out.write(Tars.tar("genres/blues/", '5', new byte[0]));
            out.write(Tars.tar("genres/blues/blues.00000.au", '0', Tree.au(TRACK)));
            out.write(Tars.tar(
                    "././@LongLink", 'L', ("x/".repeat(80) + "jazz.00001.au\0").getBytes(StandardCharsets.UTF_8)));
            out.write(Tars.tar("x/x/x/x/x/cut", '0', Tree.au(TRACK)));
            out.write(Tars.tar("pax", 'x', "24 path=y/pop.00009.wav\n".getBytes(StandardCharsets.UTF_8)));
            out.write(Tars.tar("y/short", '0', TRACK));
            out.write(new byte[1024]);
        }
        List<Long> reports = new ArrayList<>();

        ImportReport report =
                GtzanImport.into(to(), tar, (done, total, what) -> reports.add(done <= total ? done : -1));

        assertThat(report.added()).isEqualTo(3);
        assertThat(files())
                .containsExactly(
                        "genres/blues/blues.00000.au",
                        "genres/jazz/jazz.00001.au",
                        "genres_original/pop/pop.00009.wav");
        assertThat(reports).hasSize(3).isSorted().doesNotContain(-1L);
    }

    /** Names come from a pax header's path alone, whatever else such headers hold, and whatever comes between. */
    @Test
    void noFileOfATarVanishes() throws IOException {
        Path tar = tarOf(
                Tars.tar("g", 'g', Tars.pax("comment", "all path=x/global.wav")),
                Tars.tar("pax", 'x', Tars.pax("comment", "made by x path=y/z.wav")),
                Tars.tar("blues.00000.wav", '0', TRACK),
                Tars.tar(
                        "pax",
                        'x',
                        Tars.concat(Tars.pax("comment", "a\n24 path=no.wav\n"), Tars.pax("path", "y/blues.00001.wav"))),
                Tars.tar("cut", '0', OTHER),
                Tars.tar("pax", 'x', Tars.pax("mtime", "1.5")),
                Tars.tar("long", 'L', ("x/".repeat(80) + "blues.00002.wav\0").getBytes(StandardCharsets.UTF_8)),
                Tars.tar("cut", '0', Tree.wav(Tree.FULL_LENGTH, 3)),
                Tars.tar("a volume", 'V', new byte[0]),
                Tars.tar("blues.00003.wav", '7', Tree.wav(Tree.FULL_LENGTH, 4)),
                Tars.tar("folder.wav/", '0', new byte[0]));

        ImportReport report = GtzanImport.into(to(), tar, Progress.NONE);

        assertThat(report.findings()).isEmpty();
        assertThat(report.ignored()).isZero();
        assertThat(files())
                .containsExactly(
                        "genres_original/blues/blues.00000.wav",
                        "genres_original/blues/blues.00001.wav",
                        "genres_original/blues/blues.00002.wav",
                        "genres_original/blues/blues.00003.wav");
    }

    /** GNU tar leaves out long runs of zeros: here the second half of the track. */
    @Test
    void importsASparseFileOfATar() throws IOException {
        int half = TRACK.length / 1024 * 512;
        byte[] silentEnd = Arrays.copyOf(Arrays.copyOf(TRACK, half), TRACK.length);
        byte[] entry = Tars.tar("blues.00000.wav", 'S', Arrays.copyOf(TRACK, half));
        Tars.put(entry, 257, "ustar  ");
        Tars.put(entry, 386, String.format("%011o\0%011o\0%011o\0%011o\0", 0, half, TRACK.length, 0));
        Tars.put(entry, 483, String.format("%011o\0", TRACK.length));
        Tars.sum(entry);

        GtzanImport.into(to(), tarOf(entry), Progress.NONE);

        assertThat(to().resolve("genres_original/blues/blues.00000.wav")).hasBinaryContent(silentEnd);
    }

    @Test
    void aLinkWithoutATargetIsAnEmptyFile() throws IOException {
        Path tar = tarOf(
                Tars.tar("blues.00000.wav", '0', TRACK),
                Tars.tar("blues.00001.wav", '1', new byte[0]),
                Tars.tar("blues.00002.wav", '2', new byte[0]));

        ImportReport report = GtzanImport.into(to(), tar, Progress.NONE);

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.findings()).extracting(Finding::fault).containsExactly(Fault.BROKEN, Fault.BROKEN);
        assertThat(report.findings()).extracting(Finding::track).containsExactly("blues.00001", "blues.00002");
        assertThat(report.findings()).extracting(Finding::detail).containsOnly("the file is empty (0 bytes)");
    }

    @Test
    void importsTheTracksBeforeADamage() throws IOException {
        byte[] damaged = Tars.tar("blues.00001.wav", '0', TRACK);
        damaged[3] ^= 1;
        byte[] negative = Tars.tar("blues.00001.wav", '0', TRACK);
        Tars.put(negative, 124, "-0000000001");
        Tars.sum(negative);
        byte[] short512 = Tree.cut(Tars.tar("blues.00001.wav", '0', TRACK), 300);

        for (byte[] second : List.of(damaged, negative, short512)) {
            Path tar = Tree.put(folder, "damaged.tar", Tars.concat(Tars.tar("blues.00000.wav", '0', TRACK), second));
            ImportReport report = GtzanImport.into(to(), tar, Progress.NONE);

            assertThat(report.added() + report.same()).isEqualTo(1);
            assertThat(report.findings()).extracting(Finding::fault).containsExactly(Fault.BROKEN);
            assertThat(report.findings())
                    .extracting(Finding::detail)
                    .containsExactly("the archive is damaged or ends too early");
        }
    }

    private Path tarOf(byte[]... entries) throws IOException {
        return Tree.put(folder, "archive.tar", Tars.concat(Tars.concat(entries), new byte[1024]));
    }

    @Test
    void importsCompleteTracksOfATruncatedArchive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(Tars.tar("blues.00000.wav", '0', TRACK));
        bytes.write(Tars.tar("blues.00001.wav", '0', TRACK));
        Path tar = Tree.put(folder, "cut.tar", Tree.cut(bytes.toByteArray(), bytes.size() - 5000));

        ImportReport report = GtzanImport.into(to(), tar, Progress.NONE);

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.findings()).extracting(Finding::detail).containsExactly("the archive ends too early");
        assertThat(files()).containsExactly("genres_original/blues/blues.00000.wav");
    }

    @Test
    void refusesUnusableSources() throws IOException {
        Path text = Tree.put(folder, "notes.txt", "x".repeat(2000).getBytes(StandardCharsets.UTF_8));
        Path bad = Tree.put(folder, "bad/jazz.00054.wav", NOISE).getParent();
        Path zip = Tree.put(folder, "broken.zip", "PK and no more".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> GtzanImport.into(to(), folder.resolve("none"), Progress.NONE))
                .isInstanceOf(DatasetException.class)
                .hasMessageEndingWith("none: no such file or folder");
        assertThatThrownBy(() -> GtzanImport.into(to(), text, Progress.NONE))
                .hasMessageEndingWith("is neither a folder nor a zip nor a tar archive");
        assertThatThrownBy(() -> GtzanImport.into(to(), bad, Progress.NONE))
                .hasMessageContainingAll("holds no usable GTZAN track", "jazz.00054", "BROKEN");
        assertThatThrownBy(() -> GtzanImport.into(to(), zip, Progress.NONE)).hasMessageContaining("broken.zip");
    }

    @Test
    void keepsTheExtension() throws IOException {
        byte[] mp3 = Wave.of(new float[Tree.FULL_LENGTH], SyntheticMusic.RATE).toMp3();
        Path from = Tree.put(folder.resolve("from"), "blues.00007.MP3", mp3).getParent();

        ImportReport report = GtzanImport.into(to(), from, Progress.NONE);

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.findings()).isEmpty();
        assertThat(to().resolve("genres_original/blues/blues.00007.mp3")).hasBinaryContent(mp3);
    }

    @Test
    void stopsWhenInterrupted() throws IOException {
        Path from = Tree.put(folder, "from/blues.00000.wav", TRACK).getParent();
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> GtzanImport.into(to(), from, Progress.NONE)).isInstanceOf(CancellationException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    private Path to() {
        return folder.resolve("to");
    }

    private List<String> files() throws IOException {
        return Imports.files(to());
    }
}
