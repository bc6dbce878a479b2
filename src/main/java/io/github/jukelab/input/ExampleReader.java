package io.github.jukelab.input;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.AudioException;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.Track;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Many tracks' examples, read by all cores, a few tracks in memory at a time. */
final class ExampleReader {

    private static final int AT_A_TIME = 8;

    private ExampleReader() {}

    static Examples of(Preprocessing preprocessing, List<Track> tracks, List<String> labels, Progress progress)
            throws AudioException {
        try {
            return Examples.of(
                    labels,
                    IntStream.iterate(0, i -> i < tracks.size(), i -> i + AT_A_TIME)
                            .boxed()
                            .flatMap(i -> some(preprocessing, tracks, i, progress)));
        } catch (UncheckedIOException e) {
            if (e.getCause() instanceof AudioException reason) {
                throw reason;
            }
            throw e;
        }
    }

    private static Stream<Example> some(Preprocessing preprocessing, List<Track> tracks, int from, Progress progress) {
        Progress.checkInterrupted();
        int to = Math.min(from + AT_A_TIME, tracks.size());
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
