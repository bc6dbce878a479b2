package io.github.jukelab.input;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.AudioException;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.Track;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Reads the examples of many tracks on all cores, with a few tracks in memory at a time. */
final class ExampleReader {

    private static final int CHUNK = 8;

    private ExampleReader() {}

    static Examples of(Preprocessing preprocessing, List<Track> tracks, List<String> labels, Progress progress)
            throws AudioException {
        try {
            return Examples.of(
                    labels,
                    IntStream.iterate(0, i -> i < tracks.size(), i -> i + CHUNK)
                            .boxed()
                            .flatMap(i -> chunk(preprocessing, tracks, i, progress)));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof AudioException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private static Stream<Example> chunk(Preprocessing preprocessing, List<Track> tracks, int from, Progress progress) {
        Progress.checkInterrupted();
        int to = Math.min(from + CHUNK, tracks.size());
        List<Example> examples = tracks.subList(from, to).parallelStream()
                .flatMap(track -> preprocessing.examples(track, read(track)).stream())
                .toList();
        progress.report(to, tracks.size(), tracks.get(to - 1).id());
        return examples.stream();
    }

    private static Wave read(Track track) {
        try {
            return Wave.read(track.file());
        } catch (AudioException e) {
            throw new UncheckedIOException(e);
        }
    }
}
