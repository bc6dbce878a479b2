package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.Progress;
import io.github.jukelab.archive.ArchiveLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.Zip64Mode;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.commons.compress.archivers.zip.ZipMethod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GtzanImportZipTest {

    private static final byte[] SOUND = Imports.sound(1);

    /** Offsets in the header of an entry: before its content, and in the directory. */
    private static final int FLAGS = 6;

    private static final int METHOD = 8;
    private static final int CRC = 14;
    private static final int DIRECTORY_SHIFT = 2;

    @TempDir
    Path folder;

    /** One entry of each form: compressed or not, with its size before or behind the content, 64 bit. */
    @Test
    void readsAllForms() throws IOException {
        Path zip = folder.resolve("a.zip");
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(Files.newOutputStream(zip))) {
            out.setUseZip64(Zip64Mode.Always);
            put(out, "blues.00000.wav", SOUND); // a data descriptor: the stream cannot seek
            putStored(out, "blues.00001.wav");
        }
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(folder.resolve("b.zip"))) {
            put(out, "blues.00002.wav", SOUND);
            putStored(out, "blues.00003.wav");
            out.addRawArchiveEntry(bzip2(), new ByteArrayInputStream(compressed()));
        }

        ImportReport first = Imports.of(to(), zip);
        ImportReport second = Imports.of(to(), folder.resolve("b.zip"));

        assertThat(Imports.findings(first)).isEmpty();
        assertThat(Imports.findings(second)).isEmpty();
        assertThat(Imports.files(to())).hasSize(5);
        for (String file : Imports.files(to())) {
            assertThat(to().resolve(file)).hasBinaryContent(SOUND);
        }
    }

    @Test
    void aSymbolicLinkHasTheContentOfItsTarget() throws IOException {
        Path zip = folder.resolve("a.zip");
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
            link(out, "genres/blues.00001.wav", "../raw/sound");
            link(out, "genres/blues.00002.wav", "../raw/gone");
            put(out, "raw/sound", SOUND);
        }

        ImportReport report = Imports.of(to(), zip);

        assertThat(report.added()).isEqualTo(1);
        assertThat(Imports.findings(report))
                .containsExactly(
                        "BROKEN genres/blues.00002.wav: is a link to raw/gone, which is no file of the archive");
    }

    @Test
    void theChecksumIsCompared() throws IOException {
        ImportReport report = importChanged(CRC, 1);

        assertThat(report.added()).isEqualTo(1);
        assertThat(Imports.findings(report))
                .containsExactly("BROKEN blues.00000.wav: is damaged: its CRC-32 does not fit");
    }

    @Test
    void encryptionIsNamed() throws IOException {
        ImportReport report = importChanged(FLAGS, 1);

        assertThat(report.added()).isEqualTo(1);
        assertThat(Imports.findings(report)).containsExactly("BROKEN blues.00000.wav: is encrypted");
    }

    /** Methods 14, 95 and 93 need other libraries; there is none of number 77. */
    @Test
    void otherMethodsAreNamed() throws IOException {
        String text = "BROKEN blues.00000.wav: is compressed by a method that is not supported: ";

        assertThat(Imports.findings(importChanged(METHOD, 14 ^ 8))).containsExactly(text + "LZMA");
        assertThat(Imports.findings(importChanged(METHOD, 95 ^ 8))).containsExactly(text + "XZ");
        assertThat(Imports.findings(importChanged(METHOD, 93 ^ 8))).containsExactly(text + "ZSTD");
        assertThat(Imports.findings(importChanged(METHOD, 77 ^ 8))).containsExactly(text + "77");
    }

    @Test
    void aDamagedEntryEndsNoOther() throws IOException {
        byte[] bytes = zip();
        for (int i = 60; i < 100; i++) {
            bytes[i] ^= 0x55;
        }

        ImportReport report = Imports.of(to(), Tree.put(folder, "a.zip", bytes));

        assertThat(report.added()).isEqualTo(1);
        assertThat(Imports.findings(report)).singleElement().asString().contains("blues.00000.wav: is damaged");
    }

    @Test
    void aDamagedDirectoryIsToldInWords() throws IOException {
        byte[] bytes = zip();
        bytes[directory(bytes)] ^= 1;
        Path damaged = Tree.put(folder, "damaged.zip", bytes);
        Path cut = Tree.put(folder, "cut.zip", Tree.cut(bytes, bytes.length - 30));

        for (Path zip : List.of(damaged, cut)) {
            assertThatThrownBy(() -> Imports.of(to(), zip))
                    .isInstanceOf(DatasetException.class)
                    .hasMessageContainingAll(zip.toString(), "the zip archive is damaged or ends too early")
                    .hasMessageNotContainingAny("Finding", "null");
        }
    }

    @Test
    void anArchiveInAnArchiveIsNamed() throws IOException {
        Path zip = folder.resolve("a.zip");
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
            put(out, "parts/genres.ZIP", zip());
        }

        assertThatThrownBy(() -> Imports.of(to(), zip))
                .hasMessageContaining("STRAY parts/genres.ZIP: an archive; unpack it or import it by itself");
    }

    /** The same content behind a thousand names. */
    @Test
    void allFilesStopAtALimit() throws IOException {
        Path zip = Tree.put(folder, "a.zip", zip());

        ImportReport report =
                GtzanImport.into(to(), List.of(zip), new ArchiveLimits(2000, SOUND.length + 1, 9), Progress.NONE);

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.refused()).singleElement().asString().contains("a.zip: unpacks to more than");
    }

    /** A zip of blues.00000.wav and blues.00001.wav, of which one byte of the first entry is changed. */
    private ImportReport importChanged(int offset, int change) throws IOException {
        byte[] bytes = zip();
        bytes[offset] ^= (byte) change;
        bytes[directory(bytes) + DIRECTORY_SHIFT + offset] ^= (byte) change;
        return Imports.of(to(), Tree.put(folder, "changed.zip", bytes));
    }

    private byte[] zip() throws IOException {
        Path zip = folder.resolve("good.zip");
        try (ZipArchiveOutputStream out = new ZipArchiveOutputStream(zip)) {
            put(out, "blues.00000.wav", SOUND);
            put(out, "blues.00001.wav", SOUND);
        }
        return Files.readAllBytes(zip);
    }

    /** Where the directory begins. */
    private static int directory(byte[] zip) {
        return new String(zip, StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    }

    private static void put(ZipArchiveOutputStream out, String name, byte[] content) throws IOException {
        write(out, new ZipArchiveEntry(name), content);
    }

    private static void putStored(ZipArchiveOutputStream out, String name) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setMethod(ZipArchiveEntry.STORED);
        entry.setSize(SOUND.length);
        entry.setCrc(crc());
        write(out, entry, SOUND);
    }

    private static void link(ZipArchiveOutputStream out, String name, String target) throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setUnixMode(0120777);
        write(out, entry, target.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(ZipArchiveOutputStream out, ZipArchiveEntry entry, byte[] content) throws IOException {
        out.putArchiveEntry(entry);
        out.write(content);
        out.closeArchiveEntry();
    }

    private static ZipArchiveEntry bzip2() throws IOException {
        ZipArchiveEntry entry = new ZipArchiveEntry("blues.00004.wav");
        entry.setMethod(ZipMethod.BZIP2.getCode());
        entry.setSize(SOUND.length);
        entry.setCompressedSize(compressed().length);
        entry.setCrc(crc());
        return entry;
    }

    private static byte[] compressed() throws IOException {
        return GtzanImportTarTest.bzip2(SOUND);
    }

    private static long crc() {
        CRC32 crc = new CRC32();
        crc.update(SOUND);
        return crc.getValue();
    }

    private Path to() {
        return folder.resolve("to");
    }
}
