package io.github.jukelab.extraction;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.Progress;
import io.github.jukelab.extraction.FeatureTable.Row;
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

    private final FeatureExtraction extraction;
    private final Path table;
    private final Journal journal;
    private final Map<SourceFile, List<String>> remarks = new HashMap<>();
    private int rows;

    private ExtractionRun(FeatureExtraction extraction, Path table, Journal journal) {
        this.extraction = extraction;
        this.table = table;
        this.journal = journal;
    }

    static ExtractionReport into(Path table, FeatureExtraction extraction, List<Path> places, Progress progress)
            throws IOException {
        if (Files.isDirectory(table)) {
            throw new IOException(table + ": is a folder, but a table is a file");
        }
        SoundFiles found = SoundFiles.at(places);
        List<SourceFile> recordings = SourceFile.of(found.files());
        if (recordings.isEmpty()) {
            throw new IOException(
                    places.stream().map(Path::toString).collect(Collectors.joining(", ")) + ": no sound file there");
        }
        try (Journal journal = Journal.open(table, extraction.settings())) {
            return new ExtractionRun(extraction, table, journal).run(recordings, found.unreadable(), progress);
        }
    }

    private ExtractionReport run(List<SourceFile> recordings, List<String> unreadable, Progress progress)
            throws IOException {
        List<SourceFile> missing =
                recordings.stream().filter(recording -> !isDone(recording)).toList();
        compute(missing, progress);
        List<SourceFile> usable = recordings.stream().filter(this::isDone).toList();
        write(usable);
        Stream<String> unusable =
                missing.stream().filter(recording -> !isDone(recording)).flatMap(this::remarks);
        int kept = recordings.size() - missing.size();
        return new ExtractionReport(
                table,
                rows,
                usable.size() - kept,
                kept,
                Stream.concat(unreadable.stream(), unusable).toList(),
                usable.stream().flatMap(this::remarks).toList());
    }

    private boolean isDone(SourceFile recording) {
        return journal.holds(recording.fingerprint());
    }

    private Stream<String> remarks(SourceFile recording) {
        return remarks.getOrDefault(recording, List.of()).stream();
    }

    private void compute(List<SourceFile> recordings, Progress progress) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(extraction.threads());
        try {
            CompletionService<ExtractionTask> work = new ExecutorCompletionService<>(pool);
            Iterator<SourceFile> waiting = recordings.iterator();
            for (int i = 0; i < QUEUED * extraction.threads(); i++) {
                submit(work, waiting);
            }
            for (int done = 1; done <= recordings.size(); done++) {
                ExtractionTask measured = work.take().get();
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

    private void submit(CompletionService<ExtractionTask> work, Iterator<SourceFile> waiting) {
        if (waiting.hasNext()) {
            SourceFile next = waiting.next();
            work.submit(() -> ExtractionTask.of(next, extraction));
        }
    }

    private void keep(ExtractionTask measured) throws IOException {
        if (!measured.rows().isEmpty()) {
            journal.add(measured.recording().fingerprint(), measured.rows());
        }
        if (!measured.remarks().isEmpty()) {
            remarks.put(measured.recording(), measured.remarks());
        }
    }

    private void write(List<SourceFile> recordings) throws IOException {
        if (recordings.isEmpty()) {
            return;
        }
        AtomicFile.write(table, part -> {
            try (FeatureTableWriter out = new FeatureTableWriter(part)) {
                for (SourceFile recording : recordings) {
                    for (Row row : journal.rows(recording.fingerprint(), filenames(recording), recording.label())) {
                        out.row(row);
                        rows++;
                    }
                }
            }
        });
    }

    private IntFunction<String> filenames(SourceFile recording) {
        return extraction.segment().isPresent()
                ? segment -> Filenames.ofSegment(recording.filename(), segment)
                : whole -> recording.filename();
    }
}
