package io.github.jukelab.table;

import io.github.jukelab.Progress;
import io.github.jukelab.WholeFile;
import io.github.jukelab.table.FeatureTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One making of a table: other threads read and compute, the calling one alone keeps journal, progress and table. */
final class ExtractionRun {

    /** Two for each thread: one in work, and one that it need not wait for. */
    private static final int QUEUED = 2;

    private final Extraction extraction;
    private final Path table;
    private final Journal journal;
    private final Map<Recording, List<String>> remarks = new HashMap<>();
    private int rows;

    private ExtractionRun(Extraction extraction, Path table, Journal journal) {
        this.extraction = extraction;
        this.table = table;
        this.journal = journal;
    }

    static Extracted into(Path table, Extraction extraction, List<Path> places, Progress progress) throws IOException {
        if (Files.isDirectory(table)) {
            throw new IOException(table + ": is a folder, but a table is a file");
        }
        SoundFiles found = SoundFiles.at(places);
        List<Recording> recordings = Recording.of(found.files());
        if (recordings.isEmpty()) {
            throw new IOException(
                    places.stream().map(Path::toString).collect(Collectors.joining(", ")) + ": no sound file there");
        }
        try (Journal journal = Journal.open(table, extraction.settings())) {
            return new ExtractionRun(extraction, table, journal).run(recordings, found.unreadable(), progress);
        }
    }

    private Extracted run(List<Recording> recordings, List<String> unreadable, Progress progress) throws IOException {
        List<Recording> missing =
                recordings.stream().filter(recording -> !isDone(recording)).toList();
        compute(missing, progress);
        List<Recording> usable = recordings.stream().filter(this::isDone).toList();
        write(usable);
        Stream<String> unusable =
                missing.stream().filter(recording -> !isDone(recording)).flatMap(this::remarks);
        int kept = recordings.size() - missing.size();
        return new Extracted(
                table,
                rows,
                usable.size() - kept,
                kept,
                Stream.concat(unreadable.stream(), unusable).toList(),
                usable.stream().flatMap(this::remarks).toList());
    }

    private boolean isDone(Recording recording) {
        return journal.holds(recording.stamp());
    }

    private Stream<String> remarks(Recording recording) {
        return remarks.getOrDefault(recording, List.of()).stream();
    }

    private void compute(List<Recording> recordings, Progress progress) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(extraction.threads());
        try {
            CompletionService<Measured> work = new ExecutorCompletionService<>(pool);
            Iterator<Recording> waiting = recordings.iterator();
            for (int i = 0; i < QUEUED * extraction.threads(); i++) {
                submit(work, waiting);
            }
            for (int done = 1; done <= recordings.size(); done++) {
                Measured measured = work.take().get();
                submit(work, waiting);
                keep(measured);
                progress.report(done, recordings.size(), measured.recording().filename());
            }
        } catch (InterruptedException e) {
            throw new CancellationException("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("features cannot be computed: " + e.getCause(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private void submit(CompletionService<Measured> work, Iterator<Recording> waiting) {
        if (waiting.hasNext()) {
            Recording next = waiting.next();
            work.submit(() -> Measured.of(next, extraction));
        }
    }

    private void keep(Measured measured) throws IOException {
        if (!measured.rows().isEmpty()) {
            journal.add(measured.recording().stamp(), measured.rows());
        }
        if (!measured.remarks().isEmpty()) {
            remarks.put(measured.recording(), measured.remarks());
        }
    }

    private void write(List<Recording> recordings) throws IOException {
        if (recordings.isEmpty()) {
            return;
        }
        WholeFile.write(table, part -> {
            try (FeatureTableWriter out = new FeatureTableWriter(part)) {
                for (Recording recording : recordings) {
                    for (Row row : journal.rows(recording.stamp(), filenames(recording), recording.label())) {
                        out.row(row);
                        rows++;
                    }
                }
            }
        });
    }

    private IntFunction<String> filenames(Recording recording) {
        return extraction.piece().isPresent()
                ? piece -> Filenames.ofPiece(recording.filename(), piece)
                : whole -> recording.filename();
    }
}
