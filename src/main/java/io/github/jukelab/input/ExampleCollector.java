package io.github.jukelab.input;

import io.github.jukelab.audio.FileWork;
import io.github.jukelab.audio.Wave;
import io.github.jukelab.codec.AudioException;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Track;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Makes the examples of several preprocessings while a data set is checked, so that each file is decoded once: {@code
 * dataset.validate(collector, progress)}. Takes tracks from several threads.
 *
 * <p>A track of which a preprocessing makes no examples, for instance because it is too short, is {@link #skipped} for
 * this preprocessing alone. If memory runs out, the track can be given once more: what it gave before is replaced.
 */
public final class ExampleCollector implements BiConsumer<Track, Wave> {

    private final Map<Preprocessing, TrackExamples> collected;

    /**
     * A collector that is still empty.
     *
     * @param preprocessings how sounds become examples; equal ones are made once
     */
    public ExampleCollector(Collection<? extends Preprocessing> preprocessings) {
        this(new LinkedHashMap<>());
        preprocessings.forEach(preprocessing -> collected.put(
                preprocessing,
                TrackExamples.in(new ExampleStore(preprocessing.shape().values()))));
    }

    /** A collector of these, to which tracks are added. */
    ExampleCollector(Map<Preprocessing, TrackExamples> collected) {
        this.collected = collected;
    }

    @Override
    public void accept(Track track, Wave wave) {
        collected.forEach((preprocessing, target) -> {
            try {
                target.add(track, preprocessing.inputs(wave));
            } catch (RuntimeException e) {
                target.skip(track, FileWork.unusable(track.file(), e));
            }
        });
    }

    /** Notes that a track gives no examples of any preprocessing. */
    void skip(Track track, AudioException reason) {
        collected.values().forEach(target -> target.skip(track, reason));
    }

    /**
     * The tracks that were collected but give no examples.
     *
     * @param preprocessing one of the collector's
     * @return track id → why, in the order of the ids; a copy
     * @throws IllegalArgumentException if the preprocessing is not one of the collector's
     */
    public SortedMap<String, AudioException> skipped(Preprocessing preprocessing) {
        return new TreeMap<>(collected(preprocessing).skipped());
    }

    /**
     * The examples of some of the tracks, the same as those of {@link Preprocessing#examples}.
     *
     * @param preprocessing one of the collector's
     * @param dataset the tracks, all of them collected and none of them {@link #skipped}
     * @return in the order of the tracks
     * @throws IllegalArgumentException if a track was not collected or was skipped, or if the preprocessing is not one
     *     of the collector's
     */
    public Examples examples(Preprocessing preprocessing, Dataset dataset) {
        return examples(preprocessing, dataset.tracks(), dataset.labels());
    }

    Examples examples(Preprocessing preprocessing, List<Track> tracks, List<String> labels) {
        TrackExamples from = collected(preprocessing);
        for (Track track : tracks) {
            AudioException reason = from.skipped().get(track.id());
            if (reason != null) {
                throw new IllegalArgumentException(reason.getMessage(), reason);
            }
            if (!from.rows().containsKey(track.id())) {
                throw new IllegalArgumentException("track was not collected: " + track.id());
            }
        }
        return Examples.stored(labels, preprocessing.shape(), from.values(), tracks, from.rows());
    }

    private TrackExamples collected(Preprocessing preprocessing) {
        TrackExamples found = collected.get(preprocessing);
        if (found == null) {
            throw new IllegalArgumentException(
                    "preprocessing must be one of " + collected.keySet() + ", got " + preprocessing);
        }
        return found;
    }

    @Override
    public String toString() {
        return "ExampleCollector" + collected.keySet();
    }
}
