package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.archive.ArchiveLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GtzanImportTarTest {

    private static final byte[] SOUND = Imports.sound(1);

    @TempDir
    Path folder;

    @Test
    void aLinkHasTheContentOfItsTarget() throws IOException {
        ImportReport report = importTar(
                Tars.link("genres/blues/blues.00004.wav", '2', "../../raw/later"),
                Tars.tar("genres/blues/blues.00000.wav", '0', SOUND),
                Tars.link("genres/blues/blues.00001.wav", '1', "genres/blues/blues.00000.wav"),
                Tars.link("./genres/blues/blues.00002.wav", '2', "blues.00001.wav"),
                Tars.link("genres/blues/blues.00003.wav", '2', "./../blues/blues.00002.wav"),
                Tars.tar("raw/later", '0', Imports.sound(2)));

        assertThat(Imports.findings(report)).isEmpty();
        assertThat(report.added()).isEqualTo(5);
        assertThat(report.ignored()).isEqualTo(1);
        for (int i = 0; i < 4; i++) {
            assertThat(track(i)).hasBinaryContent(SOUND);
        }
        assertThat(track(4)).hasBinaryContent(Imports.sound(2));
    }

    @Test
    void aLinkWithAFaultIsNamed() throws IOException {
        ImportReport report = importTar(
                Tars.tar("blues.00000.wav", '0', SOUND),
                Tars.link("blues.00001.wav", '2', "blues.00002.wav"),
                Tars.link("blues.00002.wav", '2', "blues.00001.wav"),
                Tars.link("blues.00003.wav", '2', "blues.00003.wav"),
                Tars.link("blues.00004.wav", '1', "gone.wav"),
                Tars.link("blues.00005.wav", '2', "/etc/hostname"),
                Tars.link("cover.png", '2', "gone.png"));

        assertThat(report.added()).isEqualTo(1);
        assertThat(Imports.findings(report))
                .hasSize(5)
                .contains("BROKEN blues.00003.wav: is a link to blues.00003.wav, which is no file of the archive")
                .contains("BROKEN blues.00004.wav: is a link to gone.wav, which is no file of the archive")
                .contains("BROKEN blues.00005.wav: is a link to etc/hostname, which is no file of the archive");
    }

    /** Some programs write the size of the target into the header of a link, with or without content behind it. */
    @Test
    void theSizeOfALinkHidesNoFile() throws IOException {
        byte[] empty = Tars.withSize(Tars.link("blues.00001.wav", '1', "blues.00000.wav"), SOUND.length);
        byte[] full = Tars.tar("blues.00002.wav", '1', SOUND);
        byte[] symbolic = Tars.withSize(Tars.link("blues.00003.wav", '2', "blues.00000.wav"), 15);

        ImportReport report = importTar(
                Tars.tar("blues.00000.wav", '0', SOUND),
                empty,
                full,
                symbolic,
                Tars.tar("blues.00004.wav", '0', SOUND));

        assertThat(Imports.findings(report)).isEmpty();
        assertThat(report.added()).isEqualTo(5);
    }

    @Test
    void theSizeOfAPaxHeaderCounts() throws IOException {
        byte[] entry = Tars.withSize(Tars.tar("blues.00000.wav", '0', SOUND), 0);
        byte[] header = Tars.tar("pax", 'x', Tars.pax("size", "" + SOUND.length));

        ImportReport report = importTar(header, entry, Tars.tar("blues.00001.wav", '0', SOUND));

        assertThat(Imports.findings(report)).isEmpty();
        assertThat(report.added()).isEqualTo(2);
    }

    @Test
    void namesOfLinksCanBeLong() throws IOException {
        String target = "x/".repeat(120) + "sound";
        ImportReport report = importTar(
                Tars.tar("././@LongLink", 'L', (target + "\0").getBytes(StandardCharsets.UTF_8)),
                Tars.tar("x/x/x/cut", '0', SOUND),
                Tars.tar("././@LongLink", 'K', (target + "\0").getBytes(StandardCharsets.UTF_8)),
                Tars.link("blues.00000.wav", '1', "x/x/x/cut"),
                Tars.tar("pax", 'x', Tars.pax("linkpath", target)),
                Tars.link("blues.00001.wav", '1', "x/x/x/cut"));

        assertThat(Imports.findings(report)).isEmpty();
        assertThat(report.added()).isEqualTo(2);
    }

    /** The sparse format 1.0 of GNU tar: the map of its pieces stands before the content. */
    @Test
    void importsASparseFileOfManyPieces() throws IOException {
        byte[] sparse = Tree.cut(SOUND, 400 + 44);
        byte[] map = new byte[8192];
        StringBuilder pieces = new StringBuilder((sparse.length / 2 + 1) + "\n");
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (int i = 0; i < sparse.length; i += 2) {
            pieces.append(i).append("\n1\n");
            content.write(sparse[i]);
            sparse[i + 1] = 0;
        }
        pieces.append(sparse.length).append("\n0\n");
        Tars.put(map, 0, pieces.toString());
        byte[] header = Tars.concat(
                Tars.pax("GNU.sparse.major", "1"),
                Tars.pax("GNU.sparse.minor", "0"),
                Tars.pax("GNU.sparse.name", "x/raw"),
                Tars.pax("GNU.sparse.realsize", "" + sparse.length));
        byte[] usedMap = Arrays.copyOf(map, (pieces.length() + 511) / 512 * 512);

        ImportReport report = importTar(
                Tars.tar("pax", 'x', header),
                Tars.tar("cut", '0', Tars.concat(usedMap, content.toByteArray())),
                Tars.link("features_3_sec.csv", '1', "x/raw"),
                Tars.tar("blues.00001.wav", '0', SOUND));

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.ignored()).isEqualTo(2);
        assertThat(Imports.findings(report)).isEmpty();
    }

    @Test
    void whatIsNoFileIsNamed() throws IOException {
        ImportReport report = importTar(
                Tars.tar("blues.00000.wav", '0', SOUND),
                Tars.tar("blues.00001.wav", '6', new byte[0]),
                Tars.tar("blues.00002.wav", 'M', SOUND),
                Tars.tar("blues.00003.wav", '?', SOUND));

        assertThat(report.added()).isEqualTo(2);
        assertThat(Imports.findings(report))
                .containsExactly(
                        "BROKEN blues.00001.wav: is a device or a pipe, not a file",
                        "BROKEN blues.00002.wav: is the end of a file that begins in another part of the archive");
    }

    @ParameterizedTest
    @ValueSource(longs = {077777777777L, 1 << 20})
    void aSizeBeyondTheEndIsNamed(long size) throws IOException {
        ImportReport report =
                importTar(Tars.tar("blues.00000.wav", '0', SOUND), Tars.withSize(Tars.tar("README", '0', SOUND), size));

        assertThat(report.added()).isEqualTo(1);
        assertThat(Imports.findings(report)).singleElement().asString().contains("archive.tar", "ends too early");
    }

    @Test
    void bytesBehindTheEndAreNamed() throws IOException {
        ImportReport report =
                importTar(Tars.tar("blues.00000.wav", '0', SOUND), Tars.END, Tars.tar("blues.00001.wav", '0', SOUND));

        assertThat(report.added()).isEqualTo(1);
        assertThat(Imports.findings(report))
                .containsExactly("BROKEN archive.tar: has more behind its end, which was not read");
        assertThat(Imports.findings(importTar(Tars.tar("blues.00000.wav", '0', SOUND), new byte[10_240])))
                .isEmpty();
    }

    @Test
    void aWrongChecksumOfGzipIsNamed() throws IOException {
        byte[] bytes = gzip(Tars.concat(Tars.tar("blues.00000.wav", '0', SOUND), Tars.END));
        bytes[bytes.length - 8] ^= 1;

        ImportReport report = Imports.of(to(), Tree.put(folder, "a.tar.gz", bytes));

        assertThat(Imports.findings(report))
                .containsExactly("BROKEN a.tar.gz: the archive is damaged: Corrupt GZIP trailer");
    }

    @Test
    void readsBzip2() throws IOException {
        byte[] bytes = bzip2(Tars.concat(Tars.tar("blues.00000.wav", '0', SOUND), Tars.END));
        Path whole = Tree.put(folder, "a.tar.bz2", bytes);
        Path cut = Tree.put(folder, "cut.tar.bz2", Tree.cut(bytes, 300));

        assertThat(Imports.of(to(), whole).added()).isEqualTo(1);
        assertThatThrownBy(() -> Imports.of(to(), cut))
                .isInstanceOf(DatasetException.class)
                .hasMessageContainingAll("cut.tar.bz2", "damaged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a 7z archive:377abcaf271c",
                "a rar archive:526172211a0701",
                "compressed by xz:fd377a585a00",
                "compressed by zstd:28b52ffd",
                "compressed by lz4:04224d18",
                "compressed by lzip:4c5a4950",
                "compressed by compress:1f9d90"
            })
    void otherKindsAreNamed(String kind) throws IOException {
        byte[] magic = HexFormat.of().parseHex(kind.substring(kind.indexOf(':') + 1));
        Path file = Tree.put(folder, "archive", Arrays.copyOf(magic, 2000));

        assertThatThrownBy(() -> Imports.of(to(), file))
                .isInstanceOf(DatasetException.class)
                .hasMessageContaining("archive: is " + kind.substring(0, kind.indexOf(':')) + ", which is not read");
    }

    @Test
    void anEmptyFileIsNamed() throws IOException {
        Path empty = Tree.put(folder, "empty.tar", new byte[0]);

        assertThatThrownBy(() -> Imports.of(to(), empty)).hasMessageEndingWith("the file is empty (0 bytes)");
    }

    /** 70 kB that unpack to 70 MB. */
    @Test
    void aFileStopsAtALimit() throws IOException {
        Path tar = folder.resolve("bomb.tar.gz");
        byte[] large = new byte[70 << 20];
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(tar))) {
            out.write(Tars.tar("blues.00000.wav", '0', large));
            out.write(Tars.tar("features_3_sec.csv", '0', large));
            out.write(Tars.link("blues.00001.wav", '1', "blues.00000.wav"));
            out.write(Tars.tar("blues.00002.wav", '0', SOUND));
        }

        ImportReport report = Imports.of(to(), tar);

        assertThat(report.added()).isEqualTo(1);
        assertThat(Imports.findings(report))
                .containsExactly(
                        "BROKEN blues.00000.wav: is larger than a track or table can be (64 MB)",
                        "BROKEN features_3_sec.csv: is larger than a track or table can be (64 MB)",
                        "BROKEN blues.00001.wav: is larger than a track or table can be (64 MB)");
        assertThat(Imports.files(to())).containsExactly("genres_original/blues/blues.00002.wav");
    }

    /** The pieces of a sparse file can be any distance apart. */
    @Test
    void holesCountTowardsTheLimit() throws IOException {
        byte[] entry = Tars.tar("blues.00000.wav", 'S', new byte[0]);
        Tars.put(entry, 257, "ustar  ");
        Tars.put(entry, 386, String.format("%011o\0%011o\0", 077777777777L, 0));
        Tars.put(entry, 483, String.format("%011o\0", 077777777777L));
        Tars.sum(entry);

        ImportReport report = importTar(entry, Tars.tar("blues.00001.wav", '0', SOUND));

        assertThat(report.added()).isEqualTo(1);
        assertThat(Imports.findings(report)).singleElement().asString().contains("blues.00000.wav: is larger");
    }

    /** A header that would fill the memory, and one header within another without end. */
    @Test
    void headersStopAtALimit() throws IOException {
        byte[] name = new byte[8 << 20];
        Arrays.fill(name, (byte) 'x');
        byte[] nested = Tars.concat(
                Collections.nCopies(20_000, Tars.tar("pax", 'x', new byte[0])).toArray(byte[][]::new));

        for (byte[] header : List.of(Tars.tar("long", 'L', name), nested)) {
            ImportReport report =
                    importTar(Tars.tar("blues.00000.wav", '0', SOUND), header, Tars.tar("blues.00001.wav", '0', SOUND));

            assertThat(report.added() + report.same()).isEqualTo(1);
            assertThat(Imports.findings(report))
                    .containsExactly("BROKEN archive.tar: the archive is damaged: a header is too long");
        }
    }

    @Test
    void allFilesStopAtALimit() throws IOException {
        Path tar = Tree.put(
                folder,
                "archive.tar",
                Tars.concat(
                        Tars.tar("blues.00000.wav", '0', SOUND),
                        Tars.tar("x", '0', new byte[5000]),
                        Tars.tar("blues.00001.wav", '0', SOUND)));

        assertThat(refusal(tar, new ArchiveLimits(2000, 6000, 9))).contains("archive.tar: unpacks to more than");
        assertThat(refusal(tar, new ArchiveLimits(2000, 90_000, 2))).contains("archive.tar: has more than 2 files");
        assertThat(Imports.files(to())).containsExactly("genres_original/blues/blues.00000.wav");
    }

    private String refusal(Path from, ArchiveLimits limits) throws IOException {
        ImportReport report = GtzanImport.into(to(), List.of(from), limits, Progress.NONE);
        return report.refused().get(0).getMessage();
    }

    private ImportReport importTar(byte[]... entries) throws IOException {
        return Imports.of(to(), Tree.put(folder, "archive.tar", Tars.concat(Tars.concat(entries), Tars.END)));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }

    static byte[] bzip2(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new BZip2CompressorOutputStream(zipped)) {
            out.write(bytes);
        }
        return zipped.toByteArray();
    }

    private Path to() {
        return folder.resolve("to");
    }

    private Path track(int number) {
        return to().resolve("genres_original/blues/blues.0000" + number + ".wav");
    }
}
