package io.github.jukelab.input;

import io.github.jukelab.Progress;
import io.github.jukelab.dataset.IntegrityReport;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What became of tracks whose files were read, now or by an earlier run.
 *
 * @param collector has the examples
 * @param report on the files, if they were checked
 * @param notes a line for each file of the cache that is used, new, damaged or could not be written
 */
record CachedReading(ExampleCollector collector, Optional<IntegrityReport> report, List<String> notes) {

    /** Reads the files of the tracks. */
    @FunctionalInterface
    interface Reader {

        /** Gives each track to the collector; returns a report if the files were checked. */
        Optional<IntegrityReport> readInto(ExampleCollector collector, Progress progress) throws IOException;
    }

    /**
     * Takes from the cache what is there; if anything is missing, reads the files and keeps the rest.
     *
     * @param key of the tracks; asked for only if there is a cache
     */
    static CachedReading of(
            Optional<ExampleCache> cache,
            Supplier<TracksKey> key,
            Collection<? extends Preprocessing> preprocessings,
            Reader reader,
            Progress progress)
            throws IOException {
        if (cache.isEmpty() || preprocessings.isEmpty()) {
            ExampleCollector collector = new ExampleCollector(preprocessings);
            return new CachedReading(collector, reader.readInto(collector, progress), List.of());
        }
        return of(cache.get(), key.get(), preprocessings, reader, progress);
    }

    private static CachedReading of(
            ExampleCache cache,
            TracksKey key,
            Collection<? extends Preprocessing> preprocessings,
            Reader reader,
            Progress progress)
            throws IOException {
        List<String> notes = new ArrayList<>();
        Map<Preprocessing, TrackExamples> all = new LinkedHashMap<>();
        Map<Preprocessing, TrackExamples> missing = new LinkedHashMap<>();
        Optional<IntegrityReport> report = Optional.empty();
        for (Preprocessing preprocessing : preprocessings) {
            Optional<ExampleCache.Kept> kept = cache.find(key, preprocessing, progress, notes::add);
            if (kept.isPresent()) {
                all.put(preprocessing, kept.get().examples());
                report = kept.get().report();
            } else {
                missing.put(preprocessing, TrackExamples.in(cache.store(preprocessing)));
            }
        }
        if (missing.isEmpty()) {
            int tracks = key.tracks().size();
            progress.report(tracks, tracks, "kept by an earlier run");
        } else {
            report = read(cache, key, missing, reader, progress, notes);
            all.putAll(missing);
        }
        return new CachedReading(new ExampleCollector(all), report, List.copyOf(notes));
    }

    private static Optional<IntegrityReport> read(
            ExampleCache cache,
            TracksKey key,
            Map<Preprocessing, TrackExamples> missing,
            Reader reader,
            Progress progress,
            List<String> notes)
            throws IOException {
        try {
            Optional<IntegrityReport> report = reader.readInto(new ExampleCollector(missing), progress);
            missing.forEach((preprocessing, examples) ->
                    cache.keep(key, preprocessing, new ExampleCache.Kept(examples, report), notes::add));
            cache.trim(notes::add);
            return report;
        } finally {
            for (TrackExamples examples : missing.values()) {
                ExampleCache.releasePart(examples.values());
            }
        }
    }
}
