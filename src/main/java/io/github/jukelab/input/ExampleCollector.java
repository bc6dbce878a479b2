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

    /** The values of one preprocessing, and the rows of each track. */
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
     * A collector that is still empty.
     *
     * @param preprocessings how sounds become examples; equal ones are made once
     */
    public ExampleCollector(Collection<? extends Preprocessing> preprocessings) {
        preprocessings.forEach(preprocessing -> collected.put(preprocessing, Collected.of(preprocessing)));
    }

    @Override
    public void accept(Track track, Wave wave) {
        collected.forEach((preprocessing, target) -> {
            try {
                List<float[]> inputs = preprocessing.inputs(wave);
                target.rows.put(
                        track.id(),
                        inputs.stream().mapToInt(target.values::append).toArray());
            } catch (IllegalArgumentException e) {
                target.failures.put(track.id(), e); // it matters only if the track is used
            }
        });
    }

    /**
     * The examples of some of the tracks, the same as those of {@link Preprocessing#examples}.
     *
     * @param preprocessing one of the collector's
     * @param dataset the tracks, all of them collected
     * @return in the order of the tracks
     * @throws IllegalArgumentException if a track was not collected or gives no examples, for instance because it is
     *     too short, or if the preprocessing is not one of the collector's
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

    @Override
    public String toString() {
        return "ExampleCollector" + collected.keySet();
    }
}
