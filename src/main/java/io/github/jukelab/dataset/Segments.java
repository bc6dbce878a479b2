package io.github.jukelab.dataset;

import io.github.jukelab.Require;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Segments with their tracks, for splits of segments. A whole track can be its own segment, as in a feature table of
 * tracks.
 *
 * <p>Example: {@code Splits.bySegment(dataset, examples.segments(), SplitRatio.of(0.8, 0.2), seed)}
 *
 * @param trackIds segment id, such as {@code blues.00000.3} → track id, such as {@code blues.00000}; keeps its order
 */
public record Segments(Map<String, String> trackIds) {

    /** No segments, for splits of whole tracks. */
    public static final Segments NONE = new Segments(Map.of());

    /**
     * Copies the map.
     *
     * @param trackIds segment id → track id
     */
    public Segments {
        trackIds = Collections.unmodifiableMap(new LinkedHashMap<>(trackIds));
    }

    /**
     * The same number of segments for every track.
     *
     * @param dataset the tracks
     * @param perTrack segments per track, at least 1
     * @return segments with the ids {@code <track>.0} and so on
     * @throws IllegalArgumentException if {@code perTrack} is less than 1
     */
    public static Segments of(Dataset dataset, int perTrack) {
        Require.atLeast("segments per track", 1, perTrack);
        Map<String, String> trackIds = new LinkedHashMap<>();
        dataset.tracks().forEach(track -> IntStream.range(0, perTrack)
                .forEach(i -> trackIds.put(Segment.of(track, i).id(), track.id())));
        return new Segments(trackIds);
    }

    /**
     * The segment ids.
     *
     * @return unique, in order
     */
    public List<String> ids() {
        return List.copyOf(trackIds.keySet());
    }

    /**
     * The track of a segment.
     *
     * @param id of a segment, or of a whole track
     * @return the track's id; the id itself if it is not one of these segments
     */
    public String trackId(String id) {
        return trackIds.getOrDefault(id, id);
    }

    @Override
    public String toString() {
        return "Segments[" + trackIds.size() + " of "
                + trackIds.values().stream().distinct().count() + " tracks]";
    }
}
