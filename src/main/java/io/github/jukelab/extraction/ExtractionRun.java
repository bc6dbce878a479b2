package io.github.jukelab.extraction;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.Interrupts;
import io.github.jukelab.Progress;
import io.github.jukelab.extraction.FeatureTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One extraction of a table: a pool reads and computes; only the calling thread writes journal, progress and table. */
final class ExtractionRun {

    /** Submitted tasks per thread: one running and one waiting. */
    private static final int TASKS_PER_THREAD = 2;

    private final FeatureExtraction extraction;
    private final Path table;
    private final Journal journal;
    private final Map<SourceFile, List<String>> warnings = new HashMap<>();
    private int rows;

    private ExtractionRun(FeatureExtraction extraction, Path table, Journal journal) {
        this.extraction = extraction;
        this.table = table;
        this.journal = journal;
    }

    static ExtractionReport into(Path table, FeatureExtraction extraction, List<Path> paths, Progress progress)
            throws IOException {
        if (Files.isDirectory(table)) {
            throw new IOException(table + ": is a folder, but must be a file");
        }
        AudioFileFinder found = AudioFileFinder.search(paths);
        List<SourceFile> files = SourceFile.of(found.files());
        if (files.isEmpty()) {
            throw new IOException(
                    paths.stream().map(Path::toString).collect(Collectors.joining(", ")) + ": no audio files found");
        }
        try (Journal journal = Journal.open(table, extraction.settings())) {
            return new ExtractionRun(extraction, table, journal).run(files, found.unreadable(), progress);
        }
    }

    private ExtractionReport run(List<SourceFile> files, List<String> unreadable, Progress progress)
            throws IOException {
        List<SourceFile> missing = files.stream().filter(file -> !isDone(file)).toList();
        compute(missing, progress);
        List<SourceFile> usable = files.stream().filter(this::isDone).toList();
        write(usable);
        Stream<String> unusable = missing.stream().filter(file -> !isDone(file)).flatMap(this::warnings);
        int reused = files.size() - missing.size();
        return new ExtractionReport(
                table,
                rows,
                usable.size() - reused,
                reused,
                Stream.concat(unreadable.stream(), unusable).toList(),
                usable.stream().flatMap(this::warnings).toList());
    }

    private boolean isDone(SourceFile file) {
        return journal.contains(file.fingerprint());
    }

    private Stream<String> warnings(SourceFile file) {
        return warnings.getOrDefault(file, List.of()).stream();
    }

    private void compute(List<SourceFile> files, Progress progress) throws IOException {
        ExecutorService pool = Executors.newFixedThreadPool(extraction.threads());
        try {
            CompletionService<ExtractionTask> pending = new ExecutorCompletionService<>(pool);
            Iterator<SourceFile> waiting = files.iterator();
            for (int i = 0; i < TASKS_PER_THREAD * extraction.threads(); i++) {
                submit(pending, waiting);
            }
            for (int done = 1; done <= files.size(); done++) {
                ExtractionTask result = pending.take().get();
                submit(pending, waiting);
                store(result);
                progress.report(done, files.size(), result.file().filename());
            }
        } catch (InterruptedException e) {
            throw Interrupts.stopped("interrupted");
        } catch (ExecutionException e) {
            throw new IllegalStateException("features cannot be computed: " + e.getCause(), e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    private void submit(CompletionService<ExtractionTask> pending, Iterator<SourceFile> waiting) {
        if (waiting.hasNext()) {
            SourceFile next = waiting.next();
            pending.submit(() -> ExtractionTask.of(next, extraction));
        }
    }

    private void store(ExtractionTask result) throws IOException {
        if (!result.rows().isEmpty()) {
            journal.add(result.file().fingerprint(), result.rows());
        }
        if (!result.warnings().isEmpty()) {
            warnings.put(result.file(), result.warnings());
        }
    }

    private void write(List<SourceFile> files) throws IOException {
        if (files.isEmpty()) {
            return;
        }
        AtomicFile.write(table, part -> {
            try (FeatureTableWriter out = new FeatureTableWriter(part)) {
                for (SourceFile file : files) {
                    for (Row row : journal.rows(file.fingerprint(), filenames(file), file.label())) {
                        out.row(row);
                        rows++;
                    }
                }
            }
        });
    }

    private IntFunction<String> filenames(SourceFile file) {
        return extraction.segment().isPresent()
                ? segment -> Filenames.ofSegment(file.filename(), segment)
                : whole -> file.filename();
    }
}
