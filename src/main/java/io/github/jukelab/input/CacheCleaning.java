package io.github.jukelab.input;

import io.github.jukelab.WriteLock;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Removes files of the cache, and what killed programs left there: unfinished files and marks of use. Other programs may
 * use the cache meanwhile.
 *
 * @param folder of the cache; it may be missing
 * @param kept its files, the one that was not used for the longest time first
 */
record CacheCleaning(Path folder, List<Entry> kept) {

    /** What has no owner may get one soon: it has just been created, or is about to get its name. */
    private static final Duration YOUNG = Duration.ofMinutes(1);

    /** A file, with the time of its last use. */
    record Entry(Path path, long bytes, FileTime used) {

        /** Empty if another program has just removed it. */
        static Optional<Entry> of(Path path) throws IOException {
            try {
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                return Optional.of(new Entry(path, attributes.size(), attributes.lastModifiedTime()));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            }
        }
    }

    /** Removes what has no owner, and looks what is there. */
    static CacheCleaning of(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return new CacheCleaning(folder, List.of());
        }
        removeUnowned(folder, ExampleFile.PART + "*");
        removeUnowned(folder, UseMark.pattern(""));
        List<Entry> kept = entries(folder, "*" + ExampleCache.KEPT);
        kept.sort(Comparator.comparing(Entry::used));
        return new CacheCleaning(folder, kept);
    }

    private static void removeUnowned(Path folder, String pattern) throws IOException {
        Instant young = Instant.now().minus(YOUNG);
        for (Entry entry : entries(folder, pattern)) {
            if (entry.used().toInstant().isBefore(young)) {
                removeIfUnowned(entry.path());
            }
        }
    }

    private static void removeIfUnowned(Path path) throws IOException {
        Optional<WriteLock> lock = WriteLock.attempt(path);
        if (lock.isPresent()) {
            lock.get().close();
            Files.deleteIfExists(path);
        }
    }

    private static List<Entry> entries(Path folder, String pattern) throws IOException {
        List<Entry> entries = new ArrayList<>();
        try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, pattern)) {
            for (Path path : stream) {
                Entry.of(path).ifPresent(entries::add);
            }
        }
        return entries;
    }

    /** Removes files that are not in use until all are together at most so large. */
    ExampleCache.Cleaned downTo(long limit) throws IOException {
        long left = kept.stream().mapToLong(Entry::bytes).sum();
        List<Entry> removed = new ArrayList<>();
        int used = 0;
        for (Entry entry : kept) {
            if (left > limit && isInUse(entry.path())) {
                used++;
            } else if (left > limit) {
                Files.deleteIfExists(entry.path());
                left -= entry.bytes();
                removed.add(entry);
            }
        }
        return new ExampleCache.Cleaned(
                removed.size(), removed.stream().mapToLong(Entry::bytes).sum(), used);
    }

    private boolean isInUse(Path path) throws IOException {
        return !entries(folder, UseMark.pattern(path.getFileName().toString())).isEmpty();
    }
}
