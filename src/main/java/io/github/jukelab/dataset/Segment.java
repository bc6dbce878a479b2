package io.github.jukelab.dataset;

import java.util.OptionalInt;

/**
 * A track, or a numbered segment of it.
 *
 * @param track the track it is part of
 * @param number from 0; empty for the whole track
 */
public record Segment(Track track, OptionalInt number) {

    /**
     * A whole track.
     *
     * @param track any
     * @return the whole track as a segment
     */
    public static Segment whole(Track track) {
        return new Segment(track, OptionalInt.empty());
    }

    /**
     * A numbered segment.
     *
     * @param track the track it is part of
     * @param number from 0
     * @return the segment
     */
    public static Segment of(Track track, int number) {
        return new Segment(track, OptionalInt.of(number));
    }

    /**
     * The id, unique within the data set.
     *
     * @return {@code blues.00000} for a whole track, {@code blues.00000.3} for its fourth segment
     */
    public String id() {
        return number.isPresent() ? track.id() + "." + number.getAsInt() : track.id();
    }
}
