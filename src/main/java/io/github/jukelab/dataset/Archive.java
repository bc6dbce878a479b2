package io.github.jukelab.dataset;

import io.github.jukelab.Progress;
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

/** Goes through the files of a folder, a zip or a tar, gzipped or not; which of them is told by content. */
final class Archive {

    /** Takes one file; the stream is good until it returns. */
    @FunctionalInterface
    interface Taker {
        void take(String name, InputStream content) throws IOException;
    }

    private Archive() {}

    /** All files below a place, in order, none of them inside another. */
    static void each(Path from, Path except, Taker taker, Progress progress) throws IOException {
        if (Files.isDirectory(from)) {
            folder(from, except, taker, progress);
        } else if (!Files.exists(from)) {
            throw new DatasetException(from, "no such file or folder");
        } else if (starts(from, 'P', 'K')) {
            zip(from, taker, progress);
        } else if (starts(from, 0x1f, 0x8b)) {
            try (Counted counted = new Counted(from);
                    InputStream in = new BufferedInputStream(new GZIPInputStream(counted, 1 << 16))) {
                tar(from, in, counted, taker, progress);
            }
        } else {
            try (Counted counted = new Counted(from);
                    InputStream in = new BufferedInputStream(counted)) {
                tar(from, in, counted, taker, progress);
            }
        }
    }

    private static boolean starts(Path file, int first, int second) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() == first && in.read() == second;
        }
    }

    private static void folder(Path from, Path except, Taker taker, Progress progress) throws IOException {
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
                taker.take(name, in);
            }
            progress.report(i + 1, files.size(), name);
        }
    }

    private static void zip(Path from, Taker taker, Progress progress) throws IOException {
        try (ZipFile zip = new ZipFile(from.toFile())) {
            List<? extends ZipEntry> entries = zip.stream()
                    .filter(entry -> !entry.isDirectory())
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (int i = 0; i < entries.size(); i++) {
                Progress.checkInterrupted();
                try (InputStream in = zip.getInputStream(entries.get(i))) {
                    taker.take(entries.get(i).getName(), in);
                }
                progress.report(i + 1, entries.size(), entries.get(i).getName());
            }
        }
    }

    /** Progress is in bytes of the archive: how many files it holds is known only at its end. */
    private static void tar(Path from, InputStream in, Counted counted, Taker taker, Progress progress)
            throws IOException {
        Tar tar = new Tar(from, in);
        for (var name = tar.next(); name.isPresent(); name = tar.next()) {
            Progress.checkInterrupted();
            taker.take(name.get(), tar);
            progress.report(counted.bytes(), counted.size(), name.get());
        }
    }
}
