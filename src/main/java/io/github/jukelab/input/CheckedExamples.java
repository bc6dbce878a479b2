package io.github.jukelab.input;

import io.github.jukelab.Progress;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.IntegrityReport;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The examples of a data set and the check of its files. Each file is read once for both, or not at all if an earlier
 * run has kept both in an {@link ExampleCache}.
 *
 * @param report on all files; if it was kept by an earlier run, without strays
 * @param collector has the examples
 * @param notes a line for each kept file that is used, new, damaged or could not be written
 */
public record CheckedExamples(IntegrityReport report, ExampleCollector collector, List<String> notes) {

    /**
     * Copies the notes.
     *
     * @param report on all files
     * @param collector has the examples
     * @param notes a line for each kept file
     */
    public CheckedExamples {
        notes = List.copyOf(notes);
    }

    /**
     * Reads all files, or what an earlier run has kept of them.
     *
     * @param dataset the tracks
     * @param preprocessings how sounds become examples; if there is none, files are only checked
     * @param progress told after each track
     * @return examples and report
     * @throws IOException if a folder can no longer be listed
     * @throws java.io.UncheckedIOException if examples cannot be written to a file
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public static CheckedExamples of(
            Dataset dataset, Collection<? extends Preprocessing> preprocessings, Progress progress) throws IOException {
        return of(ExampleCache.current(), dataset, preprocessings, progress);
    }

    static CheckedExamples of(
            Optional<ExampleCache> cache,
            Dataset dataset,
            Collection<? extends Preprocessing> preprocessings,
            Progress progress)
            throws IOException {
        CachedReading reading = CachedReading.of(
                cache,
                () -> TracksKey.ofChecked(dataset),
                preprocessings,
                (collector, reported) -> Optional.of(dataset.validate(collector, reported)),
                progress);
        return new CheckedExamples(reading.report().orElseThrow(), reading.collector(), reading.notes());
    }
}
