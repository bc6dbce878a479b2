package io.github.jukelab.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.Mutants;
import io.github.jukelab.Progress;
import io.github.jukelab.SplitMix64;
import io.github.jukelab.archive.ArchiveLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Archives of which some bytes are changed: a report or a {@link DatasetException}, and no file beyond the limits. */
class GtzanImportMutantsTest {

    private static final int MUTANTS = 150;
    private static final ArchiveLimits LIMITS = new ArchiveLimits(1 << 16, 1 << 20, 100);

    @TempDir
    Path folder;

    private final SplitMix64 random = new SplitMix64(Mutants.seed(7));

    @Test
    void tars() throws IOException {
        survives(tar());
    }

    /** The checksum of each header fits, so that what it says is believed. */
    @Test
    void tarsWithFittingChecksums() throws IOException {
        byte[] tar = tar();
        for (int i = 0; i < Mutants.times(MUTANTS); i++) {
            byte[] mutant = tar.clone();
            int header = 512 * random.below(tar.length / 512);
            mutant[header + random.below(512)] = (byte) random.below(256);
            byte[] block = Arrays.copyOfRange(mutant, header, header + 512);
            Tars.sum(block);
            System.arraycopy(block, 0, mutant, header, block.length);
            survivesOne(mutant);
        }
    }

    @Test
    void gzippedTars() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(zipped)) {
            out.write(tar());
        }
        survives(zipped.toByteArray());
    }

    @Test
    void zips() throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zipped)) {
            for (int i = 0; i < 3; i++) {
                out.putNextEntry(new ZipEntry("blues.0000" + i + ".wav"));
                out.write(Imports.sound(i));
            }
        }
        survives(zipped.toByteArray());
    }

    private static byte[] tar() {
        byte[] sparse = Tars.tar("blues.00003.wav", 'S', Imports.sound(3));
        Tars.put(sparse, 257, "ustar  ");
        Tars.put(sparse, 386, String.format("%011o\0%011o\0", 0, 844));
        Tars.put(sparse, 483, String.format("%011o\0", 844));
        Tars.sum(sparse);
        return Tars.concat(
                Tars.tar("blues.00000.wav", '0', Imports.sound(0)),
                Tars.link("blues.00001.wav", '1', "blues.00000.wav"),
                Tars.tar("pax", 'x', Tars.concat(Tars.pax("path", "blues.00002.wav"), Tars.pax("size", "0000000844"))),
                Tars.tar("cut", '0', Imports.sound(2)),
                sparse,
                Tars.tar("././@LongLink", 'L', "x/y/blues.00004.wav".getBytes(StandardCharsets.UTF_8)),
                Tars.tar("cut", '0', Imports.sound(4)),
                Tars.END);
    }

    private void survives(byte[] archive) throws IOException {
        for (int i = 0; i < Mutants.times(MUTANTS); i++) {
            survivesOne(mutant(archive));
        }
    }

    /** Some bytes changed, or the end cut off, or a part moved. */
    private byte[] mutant(byte[] archive) {
        byte[] mutant = archive.clone();
        switch (random.below(4)) {
            case 0 -> mutant = Tree.cut(archive, random.below(archive.length));
            case 1 -> {
                int length = random.below(600);
                int from = random.below(archive.length - length);
                System.arraycopy(archive, from, mutant, random.below(archive.length - length), length);
            }
            default -> {
                for (int i = random.below(5); i >= 0; i--) {
                    mutant[random.below(mutant.length)] = (byte) random.below(256);
                }
            }
        }
        return mutant;
    }

    private void survivesOne(byte[] mutant) throws IOException {
        Path to = folder.resolve("to");
        Path from = Tree.put(folder, "mutant", mutant);

        ImportReport report = GtzanImport.into(to, List.of(from), LIMITS, Progress.NONE);

        assertThat(report.refused()).extracting(DatasetException::getMessage).allSatisfy(this::isInWords);
        assertThat(report.findings()).extracting(Finding::detail).allSatisfy(this::isInWords);
        for (String file : Imports.files(to)) {
            assertThat(file).startsWith("genres");
            assertThat(Files.size(to.resolve(file))).isLessThanOrEqualTo(LIMITS.file());
            Files.delete(to.resolve(file));
        }
    }

    private void isInWords(String text) {
        assertThat(text).doesNotContain("Exception", "Error", "null", "java.", "cannot be imported into");
    }
}
