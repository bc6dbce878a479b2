package io.github.jukelab.dataset;

import io.github.jukelab.Progress;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipException;

/**
 * Brings a copy of GTZAN that the user got into place: a folder, a zip (Kaggle) or a tar.gz (Marsyas), wav, au or
 * mp3, whole or in part.
 *
 * <p>The published feature tables that lie beside the tracks come along; whoever reads them checks what is in them.
 *
 * <p>Tracks are known by file name, wherever they lie; where they go is derived from the track alone, never from a path in
 * an archive. Each is written under another name, decoded once, and moved. What cannot be decoded is left out and
 * reported; what is there already is kept, so an import that was interrupted can be run again.
 */
public final class GtzanImport {

    private static final List<String> TABLES = List.of("features_30_sec.csv", "features_3_sec.csv");
    private static final byte[] HEADER = "filename,length,".getBytes(StandardCharsets.UTF_8);

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
     * @param folder where to, such as {@code data/gtzan}: au files go to {@code genres/<genre>}, others to {@code
     *     genres_original/<genre>} below it, feature tables into it
     * @param from a folder or an archive
     * @param progress told after each file; of a tar archive in bytes, else in files
     * @return what was done
     * @throws DatasetException if {@code from} is missing, is of another kind, or holds neither a track of GTZAN nor a
     *     feature table
     * @throws java.util.concurrent.CancellationException if the thread was interrupted; finished tracks stay
     */
    public static ImportReport into(Path folder, Path from, Progress progress) throws DatasetException {
        return new GtzanImport(folder, from).run(progress);
    }

    private ImportReport run(Progress progress) throws DatasetException {
        try {
            Archive.each(from, folder, this::take, progress);
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

    private void take(String path, InputStream content) throws IOException {
        String name = path.substring(StrictMath.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
        Optional<String> track = TrackFinder.trackOf(Gtzan.INFO, name);
        if (track.isPresent()) {
            through(content, place(track.get(), name), (part, file) -> settle(track.get(), path, part, file));
        } else if (TABLES.contains(name)) {
            through(content, folder.resolve(name), (part, file) -> settleTable(path, part, file));
        } else {
            ignore(path, name);
        }
    }

    /** Moves a file that was copied beside its place, or does not. */
    @FunctionalInterface
    private interface Settling {
        void settle(Path part, Path file) throws IOException;
    }

    private static void through(InputStream content, Path file, Settling settling) throws IOException {
        Files.createDirectories(file.getParent());
        Path part = file.resolveSibling(".part-" + file.getFileName());
        try {
            Files.copy(content, part, StandardCopyOption.REPLACE_EXISTING);
            settling.settle(part, file);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private void ignore(String path, String name) {
        ignored++;
        String low = name.toLowerCase(Locale.ROOT);
        if (low.endsWith(".wav") || low.endsWith(".au")) {
            findings.add(new Finding(path, name, Fault.STRAY, IntegrityCheck.why(name)));
        }
    }

    private Path place(String track, String name) {
        boolean au = name.toLowerCase(Locale.ROOT).endsWith(".au");
        return folder.resolve(au ? "genres" : "genres_original")
                .resolve(Gtzan.INFO.tracks().get(track))
                .resolve(track + name.substring(name.lastIndexOf('.')).toLowerCase(Locale.ROOT));
    }

    private void settleTable(String path, Path part, Path file) throws IOException {
        String name = file.getFileName().toString();
        if (!startsWithHeader(part)) {
            ignore(path, name);
        } else if (Files.exists(file) && Files.mismatch(part, file) >= 0) {
            findings.add(new Finding(path, name, Fault.CONFLICT, "another " + file + " is there and was kept"));
        } else {
            Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            tables.add(name);
        }
    }

    private static boolean startsWithHeader(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(HEADER.length), HEADER);
        }
    }

    /** Moves a finished file to its place, unless it is there or cannot be decoded. */
    private void settle(String track, String path, Path part, Path file) throws IOException {
        if (Files.exists(file)) {
            if (Files.mismatch(part, file) < 0) {
                same++;
            } else {
                findings.add(new Finding(path, track, Fault.CONFLICT, "another " + file + " is there and was kept"));
            }
            return;
        }
        IntegrityCheck.Opened opened = IntegrityCheck.opened(Gtzan.INFO, track, part, path, wave -> {});
        findings.addAll(opened.findings());
        if (!opened.content().isEmpty()) {
            Files.move(part, file);
            added++;
        }
    }
}
