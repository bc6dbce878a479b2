package io.github.jukelab.extraction;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.OutputFile;
import io.github.jukelab.Progress;
import io.github.jukelab.audio.FileBatch;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioSource;
import io.github.jukelab.extraction.FeatureTable.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** One extraction of a table: a pool reads and computes; only the calling thread writes journal, progress and table. */
final class ExtractionRun {

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

    static ExtractionReport into(Path table, FeatureExtraction extraction, AudioInputs inputs, Progress progress)
            throws IOException {
        OutputFile output = OutputFile.of(table);
        List<SourceFile> files = inputs.files();
        output.outside(files.stream().map(SourceFile::path).toList());
        List<String> unreadable = inputs.folders().stream()
                .flatMap(folder -> folder.unreadable().stream())
                .toList();
        try (Journal journal = Journal.open(output, extraction.settings(), progress)) {
            return new ExtractionRun(extraction, table, journal).run(files, unreadable, progress);
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
        new FileBatch<>(files, SourceFile::path, SourceFile::filename, extraction.threads())
                .run(this::rows, new Results(), progress);
    }

    private TrackRows rows(SourceFile file) throws IOException {
        try (AudioSource source = AudioSource.open(file.path())) {
            return extraction.rows(source, file.track().options(), file.filename(), file.label());
        }
    }

    /** Stores rows in the journal as soon as they are computed. */
    private final class Results implements FileBatch.Results<SourceFile, TrackRows> {

        @Override
        public void computed(SourceFile file, TrackRows track) throws IOException {
            journal.add(file.fingerprint(), track.rows());
            warnings.put(
                    file,
                    track.warnings().stream()
                            .map(warning -> file.name() + ": " + warning)
                            .toList());
        }

        @Override
        public void skipped(SourceFile file, AudioException reason) {
            warnings.put(file, List.of(file.name() + ": " + reason.reason()));
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
