package io.github.jukelab.dataset;

import java.util.Locale;

/**
 * The training row nearest to a test row. A model that memorises the training set would predict its label.
 *
 * @param id of the training row, a track or a segment
 * @param track the row's track
 * @param distance Euclidean, in the unit of the rows, at least 0; 0 for equal rows
 * @param sameTrack whether both rows are of one track
 * @param sameArtist whether both tracks are known to be by one artist
 */
public record Neighbour(String id, Track track, double distance, boolean sameTrack, boolean sameArtist) {

    /** One line, such as {@code Neighbour[blues.00000.4, blues, at distance 1.23, the same track]}. */
    @Override
    public String toString() {
        String relation = sameTrack ? "the same track" : sameArtist ? "the same artist" : "another or unknown artist";
        return String.format(
                Locale.ROOT, "Neighbour[%s, %s, at distance %.2f, %s]", id, track.label(), distance, relation);
    }
}
