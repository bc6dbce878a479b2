package io.github.jukelab.input;

import io.github.jukelab.audio.Wave;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Track;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

/**
 * Makes the examples of several preprocessings while a data set is checked, so that each file is decoded once: {@code
 * dataset.validate(collector, progress)}. Takes tracks from several threads.
 */
public final class ExampleCollector implements BiConsumer<Track, Wave> {

    private final Map<Preprocessing, Collected> collected = new LinkedHashMap<>();

    /** The values of one preprocessing, and where those of each track are. */
    private record Collected(
            ExampleStore values, Map<String, int[]> rows, Map<String, IllegalArgumentException> failures) {

        static Collected of(Preprocessing preprocessing) {
            return new Collected(
                    new ExampleStore(preprocessing.shape().values()),
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>());
        }
    }

    /**
     * Collects nothing yet.
     *
     * @param preprocessings how sounds become examples; equal ones are made once
     */
    public ExampleCollector(Collection<? extends Preprocessing> preprocessings) {
        preprocessings.forEach(preprocessing -> collected.put(preprocessing, Collected.of(preprocessing)));
    }

    @Override
    public void accept(Track track, Wave wave) {
        collected.forEach((preprocessing, into) -> {
            try {
                List<float[]> inputs = preprocessing.inputs(wave);
                into.rows.put(
                        track.id(),
                        inputs.stream().mapToInt(into.values::append).toArray());
            } catch (IllegalArgumentException e) {
                into.failures.put(track.id(), e); // it matters only if the track is used
            }
        });
    }

    /**
     * The examples of some of the tracks, as {@link Preprocessing#examples} would give them.
     *
     * @param preprocessing one of the collector's
     * @param dataset tracks that were collected
     * @return in the order of the tracks
     * @throws IllegalArgumentException if a track was not collected or cannot be made into examples, such as too short a
     *     sound, or it is another preprocessing
     */
    public Examples examples(Preprocessing preprocessing, Dataset dataset) {
        Collected from = collected.get(preprocessing);
        if (from == null) {
            throw new IllegalArgumentException(
                    "preprocessing must be one of " + collected.keySet() + ", got " + preprocessing);
        }
        for (Track track : dataset.tracks()) {
            IllegalArgumentException failure = from.failures.get(track.id());
            if (failure != null) {
                throw new IllegalArgumentException(track.file() + ": " + failure.getMessage(), failure);
            }
            if (!from.rows.containsKey(track.id())) {
                throw new IllegalArgumentException("track was not collected: " + track.id());
            }
        }
        return Examples.stored(dataset.labels(), preprocessing.shape(), from.values, dataset.tracks(), from.rows);
    }
}
