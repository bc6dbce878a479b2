package io.github.jukelab.input;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.FileBatch;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.LoadOptions;
import io.github.jukelab.dataset.IntegrityReport;
import io.github.jukelab.dataset.Track;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the examples of many tracks on all cores, with one track per core in memory. */
final class ExampleReader {

    private final Preprocessing preprocessing;
    private final List<Track> tracks;

    private ExampleReader(Preprocessing preprocessing, List<Track> tracks) {
        this.preprocessing = preprocessing;
        this.tracks = tracks;
    }

    static Examples of(
            Optional<ExampleCache> cache,
            Preprocessing preprocessing,
            List<Track> tracks,
            List<String> labels,
            Progress progress)
            throws IOException {
        check(tracks, labels);
        ExampleReader reader = new ExampleReader(preprocessing, tracks);
        ExampleCollector collector = CachedReading.of(
                        cache, () -> TracksKey.ofUsedSound(tracks), List.of(preprocessing), reader::readInto, progress)
                .collector();
        return reader.examples(collector, labels);
    }

    private Optional<IntegrityReport> readInto(ExampleCollector collector, Progress progress) throws IOException {
        FileBatch.of(tracks, Track::file, Track::id)
                .run(
                        track -> {
                            collector.accept(track, read(track));
                            return track;
                        },
                        new Results(collector),
                        progress);
        return Optional.empty();
    }

    /** Before any file is read. */
    private static void check(List<Track> tracks, List<String> labels) {
        if (tracks.isEmpty()) {
            throw new IllegalArgumentException("there must be at least one track, got none");
        }
        for (Track track : tracks) {
            if (!labels.contains(track.label())) {
                throw new IllegalArgumentException(
                        "label of " + track.id() + " must be one of " + labels + ", got " + track.label());
            }
        }
    }

    /** Of a file at the preprocessing's own rate, only the samples that it uses; to be resampled, it is read whole. */
    private Wave read(Track track) throws AudioException {
        int samples = preprocessing.samples();
        if (samples < Integer.MAX_VALUE && rate(track.file()) == preprocessing.rate()) {
            LoadOptions options = track.options();
            double used = Math.min((double) samples / preprocessing.rate(), options.duration());
            return Wave.read(track.file(), options.withDuration(used));
        }
        return track.read();
    }

    private static int rate(Path file) throws AudioException {
        return Wave.read(file, LoadOptions.WHOLE.withDuration(Double.MIN_VALUE)).rate();
    }

    /** The collector has examples and reasons. */
    private record Results(ExampleCollector collector) implements FileBatch.Results<Track, Track> {

        @Override
        public void computed(Track track, Track collected) {}

        @Override
        public void skipped(Track track, AudioException reason) {
            collector.skip(track, reason);
        }
    }

    private Examples examples(ExampleCollector collector, List<String> labels) throws IOException {
        Map<String, AudioException> skipped = collector.skipped(preprocessing);
        List<Track> usable = tracks.stream()
                .filter(track -> !skipped.containsKey(track.id()))
                .toList();
        Set<String> usableLabels = usable.stream().map(Track::label).collect(Collectors.toSet());
        for (Track track : tracks) {
            if (!usableLabels.contains(track.label())) {
                throw new IOException("no track of " + track.label() + " can be used; the first: "
                        + skipped.get(track.id()).getMessage());
            }
        }
        List<String> lines = tracks.stream()
                .filter(track -> skipped.containsKey(track.id()))
                .map(track -> track.named(track.file().toString()) + ": "
                        + skipped.get(track.id()).reason())
                .toList();
        return collector.examples(preprocessing, usable, labels).withSkipped(lines);
    }
}
