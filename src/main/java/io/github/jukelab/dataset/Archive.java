package io.github.jukelab.dataset;

import io.github.jukelab.Progress;
import io.github.jukelab.RelativePath;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Reads the files of a folder, a zip or a tar, gzipped or not; the type is detected from the content. */
final class Archive {

    /** Reads one file; the stream may be used until it returns. */
    @FunctionalInterface
    interface FileReader {
        void read(String name, InputStream content) throws IOException;
    }

    private Archive() {}

    /** Passes each file to the reader, in order; files below {@code except} are skipped. */
    static void read(Path from, Path except, FileReader reader, Progress progress) throws IOException {
        if (Files.isDirectory(from)) {
            folder(from, except, reader, progress);
        } else if (!Files.exists(from)) {
            throw new DatasetException(from, "no such file or folder" + RelativePath.lookedIn(from));
        } else if (startsWith(from, 'P', 'K')) {
            zip(from, reader, progress);
        } else if (startsWith(from, 0x1f, 0x8b)) {
            try (CountingInputStream counted = new CountingInputStream(from);
                    InputStream in = new BufferedInputStream(new GZIPInputStream(counted, 1 << 16))) {
                tar(from, in, counted, reader, progress);
            }
        } else {
            try (CountingInputStream counted = new CountingInputStream(from);
                    InputStream in = new BufferedInputStream(counted)) {
                tar(from, in, counted, reader, progress);
            }
        }
    }

    private static boolean startsWith(Path file, int first, int second) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == first && in.read() == second;
        }
    }

    private static void folder(Path from, Path except, FileReader reader, Progress progress) throws IOException {
        Path out = except.toAbsolutePath().normalize();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(from)) {
            files = walk.filter(Files::isRegularFile)
                    .filter(file -> !file.toAbsolutePath().normalize().startsWith(out))
                    .sorted()
                    .toList();
        }
        for (int i = 0; i < files.size(); i++) {
            Progress.checkInterrupted();
            String name = files.get(i).getFileName().toString();
            try (InputStream in = Files.newInputStream(files.get(i))) {
                reader.read(name, in);
            }
            progress.report(i + 1, files.size(), name);
        }
    }

    private static void zip(Path from, FileReader reader, Progress progress) throws IOException {
        try (ZipFile zip = new ZipFile(from.toFile())) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (int i = 0; i < entries.size(); i++) {
                Progress.checkInterrupted();
                try (InputStream in = zip.getInputStream(entries.get(i))) {
                    reader.read(entries.get(i).getName(), in);
                }
                progress.report(i + 1, entries.size(), entries.get(i).getName());
            }
        }
    }

    /** Progress is in bytes of the archive: the number of files is known only at its end. */
    private static void tar(
            Path from, InputStream in, CountingInputStream counted, FileReader reader, Progress progress)
            throws IOException {
        Tar tar = new Tar(from, in);
        for (var name = tar.next(); name.isPresent(); name = tar.next()) {
            Progress.checkInterrupted();
            reader.read(name.get(), tar);
            progress.report(counted.bytes(), counted.size(), name.get());
        }
    }
}
