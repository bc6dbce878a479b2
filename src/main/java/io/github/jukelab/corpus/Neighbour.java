package io.github.jukelab.corpus;

import java.util.Locale;

/**
 * The training row that is nearest to a test row: what a model that learns by heart answers with.
 *
 * @param id of the training row, a song or a piece
 * @param song that song, or the one it was cut from
 * @param distance Euclidean, in the unit of the rows, at least 0; 0 for a repetition
 * @param sameSong whether both rows are of one song
 * @param sameArtist whether both songs are by one artist, as far as known
 */
public record Neighbour(String id, Song song, double distance, boolean sameSong, boolean sameArtist) {

    /** One line, such as {@code Neighbour[blues.00000.4, blues, at distance 1.23, the same song]}. */
    @Override
    public String toString() {
        String relation = sameSong ? "the same song" : sameArtist ? "the same artist" : "another or unknown artist";
        return String.format(
                Locale.ROOT, "Neighbour[%s, %s, at distance %.2f, %s]", id, song.label(), distance, relation);
    }
}
