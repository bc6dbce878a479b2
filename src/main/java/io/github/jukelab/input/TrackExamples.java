package io.github.jukelab.input;

import io.github.jukelab.codec.AudioException;
import io.github.jukelab.dataset.Track;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The examples that one preprocessing made of tracks.
 *
 * @param values of all examples
 * @param rows track id → where its examples are in {@code values}
 * @param skipped track id → why it gives none
 */
record TrackExamples(ExampleStore values, Map<String, int[]> rows, Map<String, AudioException> skipped) {

    static TrackExamples in(ExampleStore values) {
        return new TrackExamples(values, new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
    }

    /** Takes the examples of a track, in any thread; what it gave before is replaced. */
    void add(Track track, List<float[]> inputs) {
        rows.put(track.id(), inputs.stream().mapToInt(values::append).toArray());
    }

    void skip(Track track, AudioException reason) {
        skipped.put(track.id(), reason);
    }
}
