package io.github.jukelab.dataset;

import io.github.jukelab.Csv;
import io.github.jukelab.CsvException;
import io.github.jukelab.Progress;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Imports the user's copy of GTZAN: a folder, a zip (Kaggle) or a tar.gz (Marsyas) of wav, au or mp3 files, complete or
 * partial.
 *
 * <p>The published feature tables beside the tracks are imported, too, after a check of their header only.
 *
 * <p>Tracks are recognised by file name, in any folder. The target path depends only on the track, never on a path in
 * an archive. Each file is written under a temporary name, decoded once, and moved. Files that cannot be decoded are
 * skipped and reported; existing files are not replaced, so an interrupted import can be run again.
 */
public final class GtzanImport {

    private static final List<String> TABLES = List.of("features_30_sec.csv", "features_3_sec.csv");
    private static final List<String> FIRST_COLUMNS = List.of("filename", "length");

    private final Path folder;
    private final Path from;
    private final List<String> tables = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private int added;
    private int same;
    private int ignored;

    private GtzanImport(Path folder, Path from) {
        this.folder = folder;
        this.from = from;
    }

    /**
     * Imports GTZAN.
     *
     * @param folder the target, such as {@code data/gtzan}: au files go to {@code genres/<genre>}, others to {@code
     *     genres_original/<genre>}, feature tables to the folder itself
     * @param from a folder or an archive
     * @param progress called after each file; in bytes for a tar archive, else in files
     * @return what was imported
     * @throws DatasetException if {@code from} is missing, is not a folder or such an archive, or has neither a track
     *     of GTZAN nor a feature table
     * @throws java.util.concurrent.CancellationException if the thread was interrupted; finished tracks stay
     */
    public static ImportReport into(Path folder, Path from, Progress progress) throws DatasetException {
        return new GtzanImport(folder, from).run(progress);
    }

    private ImportReport run(Progress progress) throws DatasetException {
        try {
            Archive.read(from, folder, this::importFile, progress);
        } catch (DatasetException e) {
            throw e;
        } catch (EOFException | ZipException e) {
            findings.add(new Finding(from.toString(), from.getFileName().toString(), Fault.BROKEN, e.getMessage()));
        } catch (IOException | UncheckedIOException e) {
            throw new DatasetException(from, "cannot be imported: " + e.getMessage());
        }
        if (added + same + tables.size() == 0) {
            String why = findings.isEmpty() ? "" : "; first of " + findings.size() + " findings: " + findings.get(0);
            throw new DatasetException(from, "holds no usable GTZAN track, such as blues.00000.wav or .au" + why);
        }
        return new ImportReport(folder, added, same, ignored, tables, findings);
    }

    private void importFile(String path, InputStream content) throws IOException {
        String name = path.substring(StrictMath.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        Optional<String> track = TrackFinder.trackOf(Gtzan.INFO, name);
        if (track.isPresent()) {
            copy(content, target(track.get(), name), (part, file) -> moveTrack(track.get(), path, part, file));
        } else if (TABLES.contains(name)) {
            copy(content, folder.resolve(name), (part, file) -> moveTable(path, part, file));
        } else {
            ignore(path, name);
        }
    }

    /** Moves a temporary file to its target, if it should be there. */
    @FunctionalInterface
    private interface Mover {
        void move(Path part, Path file) throws IOException;
    }

    private static void copy(InputStream content, Path file, Mover mover) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(".part-" + file.getFileName());
        try {
            Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
            mover.move(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void ignore(String path, String name) {
        ignored++;
        String low = name.toLowerCase(Locale.ROOT);
        if (low.endsWith(".wav") || low.endsWith(".au")) {
            findings.add(new Finding(path, name, Fault.STRAY, IntegrityCheck.strayReason(name)));
        }
    }

    private Path target(String track, String name) {
        boolean au = name.toLowerCase(Locale.ROOT).endsWith(".au");
        return folder.resolve(au ? "genres" : "genres_original")
                .resolve(Gtzan.INFO.tracks().get(track))
                .resolve(track + name.substring(name.lastIndexOf('.')).toLowerCase(Locale.ROOT));
    }

    private void moveTable(String path, Path part, Path file) throws IOException {
        String name = file.getFileName().toString();
        if (!isFeatureTable(part)) {
            ignore(path, name);
        } else if (Files.exists(file) && Files.mismatch(part, file) >= 0) {
            findings.add(new Finding(path, name, Fault.CONFLICT, "another " + file + " exists and was not replaced"));
        } else {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            tables.add(name);
        }
    }

    private static boolean isFeatureTable(Path file) throws IOException {
        try (Csv table = Csv.open(file)) {
            return Collections.indexOfSubList(table.columns(), FIRST_COLUMNS) == 0;
        } catch (CsvException e) {
            return false;
        }
    }

    /** Moves a file to its target, unless the target exists or the file cannot be decoded. */
    private void moveTrack(String track, String path, Path part, Path file) throws IOException {
        if (Files.exists(file)) {
            if (Files.mismatch(part, file) < 0) {
                same++;
            } else {
                findings.add(
                        new Finding(path, track, Fault.CONFLICT, "another " + file + " exists and was not replaced"));
            }
            return;
        }
        IntegrityCheck.Decoded decoded = IntegrityCheck.decode(Gtzan.INFO, track, part, path);
        findings.addAll(decoded.findings());
        if (!decoded.hash().isEmpty()) {
            Files.move(part, file);
            added++;
        }
    }
}
