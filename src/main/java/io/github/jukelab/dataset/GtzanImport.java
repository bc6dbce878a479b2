package io.github.jukelab.dataset;

import io.github.jukelab.Csv;
import io.github.jukelab.Progress;
import io.github.jukelab.archive.Archive;
import io.github.jukelab.archive.ArchiveException;
import io.github.jukelab.archive.ArchiveFile;
import io.github.jukelab.archive.ArchiveLimits;
import io.github.jukelab.archive.UnreadableException;
import io.github.jukelab.audio.AudioFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Imports the user's copy of GTZAN: folders, zips (Kaggle) and tar.gz (Marsyas) of audio files, complete or partial.
 *
 * <p>The published feature tables beside the tracks are imported, too, after a check of their header only.
 *
 * <p>Tracks are recognised by file name, in any folder and any format that can be read. The target path depends only on
 * the track, never on a path in an archive. Each file is written under a temporary name, decoded once, and moved. Files
 * that cannot be decoded are skipped and reported. Existing tracks are not replaced, nor imported in a second format,
 * so an interrupted import can be run again, and two imports may write into one folder at the same time.
 *
 * <p>An archive can be small and unpack to more than a disk holds: a file of more than 64 MB is skipped, and a source
 * ends at 16 GB or 100 000 files.
 */
public final class GtzanImport {

    /**
     * A track of GTZAN has 1.3 MB as wav; 30 seconds in stereo at 192 kHz and 32 bits have 46 MB. The complete set has
     * 1.3 GB as wav and 5.3 GB in stereo at 44.1 kHz. Kaggle's copy has 3000 files.
     */
    private static final ArchiveLimits LIMITS = new ArchiveLimits(64L << 20, 16L << 30, 100_000);

    private static final List<String> TABLES = List.of("features_30_sec.csv", "features_3_sec.csv");
    private static final List<String> FIRST_COLUMNS = List.of("filename", "length");
    private static final Set<String> ARCHIVES =
            Set.of("zip", "tar", "gz", "tgz", "bz2", "tbz2", "xz", "txz", "zst", "7z", "rar");
    private static final int BLOCK = 1 << 16;

    private final Path folder;
    private final ImportFolder target;
    private final ArchiveLimits limits;
    private final List<String> tables = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private final List<DatasetException> refused = new ArrayList<>();
    private final IgnoredFiles untold = new IgnoredFiles();
    private final Map<String, ArchiveFile> otherFormats = new LinkedHashMap<>();
    private Path from;
    private long unpacked;
    private int known;
    private int added;
    private int same;
    private int ignored;

    private GtzanImport(Path folder, ArchiveLimits limits) {
        this.folder = folder;
        this.target = new ImportFolder(folder);
        this.limits = limits;
    }

    /**
     * Imports GTZAN from one source, as {@link #into(Path, List, Progress)} does.
     *
     * @param folder the target
     * @param from a folder or an archive
     * @param progress called after each file
     * @return what was imported
     * @throws DatasetException if nothing can be written to {@code folder}, or if {@code from} is missing, is not a
     *     folder or such an archive, has neither a track of GTZAN nor a feature table, or is larger than any copy;
     *     tracks that were imported before this was found stay
     * @throws java.util.concurrent.CancellationException if the thread was interrupted; finished tracks stay
     */
    public static ImportReport into(Path folder, Path from, Progress progress) throws DatasetException {
        ImportReport report = into(folder, List.of(from), progress);
        if (!report.refused().isEmpty()) {
            throw report.refused().get(0);
        }
        return report;
    }

    /**
     * Imports GTZAN from several sources, such as the parts of a copy. If they have a track twice, the first stays.
     *
     * @param folder the target, such as {@code data/gtzan}: au files go to {@code genres/<genre>}, others to {@code
     *     genres_original/<genre>}, feature tables to the folder itself
     * @param sources folders and archives
     * @param progress called after each file, for each source from 0; in bytes for a tar archive, else in files
     * @return what was imported, and which sources could not be; the others were imported in spite of them
     * @throws DatasetException if nothing can be written to {@code folder}
     * @throws java.util.concurrent.CancellationException if the thread was interrupted; finished tracks stay
     */
    public static ImportReport into(Path folder, List<Path> sources, Progress progress) throws DatasetException {
        return into(folder, sources, LIMITS, progress);
    }

    static ImportReport into(Path folder, List<Path> sources, ArchiveLimits limits, Progress progress)
            throws DatasetException {
        return new GtzanImport(folder, limits).run(sources, progress);
    }

    private ImportReport run(List<Path> sources, Progress progress) throws DatasetException {
        target.check();
        for (Path source : sources) {
            try {
                importFrom(source, progress);
            } catch (DatasetException e) {
                refused.add(e);
            }
        }
        return new ImportReport(folder, added, same, ignored, tables, untold.texts(), findings, refused);
    }

    private void importFrom(Path source, Progress progress) throws DatasetException {
        from = source;
        int earlier = findings.size();
        known = 0;
        try {
            target.clean();
            new Archive(source, target.roots(), limits)
                    .read(GtzanImport::isWanted, this::importFile, this::unreadable, progress);
            findOtherFormats();
        } catch (ArchiveException e) {
            throw new DatasetException(source, e.reason());
        } catch (IOException | UncheckedIOException e) {
            Progress.checkInterrupted();
            throw new DatasetException(
                    source, "cannot be imported into " + folder + ": " + UnreadableException.reason(e));
        }
        if (known == 0) {
            throw new DatasetException(
                    source, "holds no usable GTZAN track, such as blues.00000.wav or .au" + why(earlier));
        }
    }

    /** What was found instead, for the message. */
    private String why(int earlier) {
        if (findings.size() > earlier) {
            return "; first of " + (findings.size() - earlier) + " findings: " + findings.get(earlier);
        }
        return untold.texts().isEmpty() ? "" : "; ignored: " + String.join("; ", untold.texts());
    }

    private static boolean isWanted(String path) {
        String name = ArchiveFile.fileName(path);
        return TABLES.contains(name) || TrackFinder.trackOf(Gtzan.INFO, name).isPresent();
    }

    private void unreadable(String path, String reason) {
        findings.add(new Finding(path, ArchiveFile.fileName(path), Fault.BROKEN, reason));
    }

    private void importFile(ArchiveFile file) throws IOException {
        String name = file.fileName();
        Optional<String> track = TrackFinder.trackOf(Gtzan.INFO, name);
        try {
            if (track.isPresent()) {
                Path path = target.file(track.get(), name);
                copy(file, path, part -> addTrack(track.get(), file, part, path));
            } else if (TABLES.contains(name)) {
                Path path = folder.resolve(name);
                copy(file, path, part -> addTable(file, part, path));
            } else {
                ignore(file);
            }
        } catch (UnreadableException e) {
            findings.add(new Finding(file.name(), track.orElse(name), Fault.BROKEN, e.getMessage()));
        }
    }

    /** Moves a temporary file to its target, if it should be there. */
    @FunctionalInterface
    private interface Mover {
        void move(Path part) throws IOException;
    }

    private void copy(ArchiveFile file, Path path, Mover mover) throws IOException {
        Path part = ImportFolder.part(path);
        try {
            unpack(file, part);
            mover.move(part);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void unpack(ArchiveFile file, Path part) throws IOException {
        long size = 0;
        try (InputStream in = open(file);
                OutputStream out = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
            for (byte[] block = next(in); block.length > 0; block = next(in)) {
                size += block.length;
                unpacked += block.length;
                limits.checkFile(size);
                limits.checkAll(from, unpacked);
                out.write(block);
            }
        }
    }

    private static InputStream open(ArchiveFile file) throws IOException {
        try {
            return file.content().open();
        } catch (IOException | RuntimeException e) {
            throw UnreadableException.of(e);
        }
    }

    private static byte[] next(InputStream in) throws IOException {
        Progress.checkInterrupted();
        try {
            return in.readNBytes(BLOCK);
        } catch (ArchiveException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw UnreadableException.of(e);
        }
    }

    private void ignore(ArchiveFile file) {
        ignored++;
        String name = file.fileName();
        int dot = name.lastIndexOf('.');
        String stem = name.substring(0, Math.max(0, dot));
        if (ARCHIVES.contains(name.substring(dot + 1).toLowerCase(Locale.ROOT))) {
            findings.add(new Finding(file.name(), name, Fault.STRAY, "an archive; unpack it or import it by itself"));
        } else if (name.startsWith("._") || AudioFiles.isAudioFile(name)) {
            findings.add(new Finding(file.name(), name, Fault.STRAY, IntegrityCheck.strayReason(name)));
        } else if (Gtzan.INFO.tracks().containsKey(stem)) {
            otherFormats.putIfAbsent(stem, file);
        } else {
            untold.add(file);
        }
    }

    /** Tracks that a source has in no other format than one that cannot be read. */
    private void findOtherFormats() throws IOException {
        for (var format : otherFormats.entrySet()) {
            if (target.existing(format.getKey()).isEmpty()) {
                ArchiveFile file = format.getValue();
                findings.add(
                        new Finding(file.name(), format.getKey(), Fault.STRAY, "a track in a format that is not read"));
            }
        }
        otherFormats.clear();
    }

    private void addTable(ArchiveFile file, Path part, Path path) throws IOException {
        String name = path.getFileName().toString();
        if (!Csv.hasHeader(part, FIRST_COLUMNS)) {
            ignore(file);
            return;
        }
        known++;
        if (Files.exists(path) && Files.mismatch(part, path) >= 0) {
            findings.add(conflict(file, name, path));
        } else {
            Files.move(part, path, StandardCopyOption.REPLACE_EXISTING);
            tables.remove(name);
            tables.add(name);
        }
    }

    /** Moves a file to its target, unless the track is there or the file cannot be decoded. */
    private void addTrack(String track, ArchiveFile file, Path part, Path path) throws IOException {
        Optional<Path> there = target.existing(track);
        if (there.isEmpty()) {
            IntegrityCheck.Decoded decoded = IntegrityCheck.decode(Gtzan.INFO, track, part, file.name());
            findings.addAll(decoded.findings());
            if (decoded.hash().isEmpty()) {
                return;
            }
            there = target.move(track, part, path);
        }
        known++;
        if (there.isEmpty()) {
            added++;
        } else if (Files.mismatch(part, there.get()) < 0) {
            same++;
        } else {
            findings.add(conflict(file, track, there.get()));
        }
    }

    private static Finding conflict(ArchiveFile file, String track, Path there) {
        return new Finding(file.name(), track, Fault.CONFLICT, "another " + there + " exists and was not replaced");
    }
}
