package io.github.jukelab.extraction;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.Journal;
import io.github.jukelab.OutputFile;
import io.github.jukelab.Progress;
import io.github.jukelab.codec.AudioSource;
import io.github.jukelab.extraction.FeatureTable.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** One extraction of a table: what is missing in its journal is computed, then all of it is written. */
final class ExtractionRun {

    private final FeatureExtraction extraction;
    private final Path table;

    private ExtractionRun(FeatureExtraction extraction, Path table) {
        this.extraction = extraction;
        this.table = table;
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
            return new ExtractionRun(extraction, table).run(journal, files, unreadable, progress);
        }
    }

    private ExtractionReport run(Journal journal, List<SourceFile> files, List<String> unreadable, Progress progress)
            throws IOException {
        JournaledFiles done = JournaledFiles.run(journal, files, extraction.threads(), this::rows, progress);
        return new ExtractionReport(
                table,
                write(done),
                done.computed(),
                done.reused(),
                Stream.concat(unreadable.stream(), done.skipped().stream()).toList(),
                done.warnings());
    }

    private JournaledFiles.Result rows(SourceFile file) throws IOException {
        try (AudioSource source = AudioSource.open(file.path())) {
            TrackRows track = extraction.rows(source, file.track().options(), file.filename(), file.label());
            return new JournaledFiles.Result(RowText.of(track.rows()), track.warnings());
        }
    }

    /** The number of rows; without any, no table is written. */
    private int write(JournaledFiles done) throws IOException {
        int[] rows = new int[1];
        if (!done.usable().isEmpty()) {
            AtomicFile.write(table, part -> {
                try (FeatureTableWriter out = new FeatureTableWriter(
                        Files.newOutputStream(part), extraction.features().names())) {
                    for (SourceFile file : done.usable()) {
                        for (Row row : RowText.rows(done.text(file), filenames(file), file.label())) {
                            out.row(row);
                            rows[0]++;
                        }
                    }
                }
            });
        }
        return rows[0];
    }

    private IntFunction<String> filenames(SourceFile file) {
        return extraction.segment().isPresent()
                ? segment -> Filenames.ofSegment(file.filename(), segment)
                : whole -> file.filename();
    }
}
