package io.github.jukelab.corpus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is on both sides of a split although it should not be: the reason why a figure may be too good.
 *
 * @param songs songs with pieces in training and in validation or test; none unless the split is by row
 * @param artists artists with a song in training and one in validation or test
 * @param exposed validation and test songs whose artist is in training
 * @param held validation and test songs in all
 * @param unknown validation and test songs whose artist is not known
 */
public record Leak(Set<String> songs, Set<String> artists, int exposed, int held, int unknown) {

    /**
     * Copies the sets.
     *
     * @param songs on both sides
     * @param artists on both sides
     * @param exposed held-out songs whose artist is in training
     * @param held held-out songs
     * @param unknown held-out songs without a known artist
     */
    public Leak {
        songs = new TreeSet<>(songs);
        artists = new TreeSet<>(artists);
    }

    /** The counts over what is held out. */
    static Leak of(List<Exposure> held) {
        Map<Song, Exposure> songs = new LinkedHashMap<>();
        held.forEach(exposure -> songs.put(exposure.song(), exposure));
        Set<String> crossing = songs.values().stream()
                .filter(Exposure::songInTraining)
                .map(exposure -> exposure.song().id())
                .collect(Collectors.toSet());
        List<Song> exposed = songs.values().stream()
                .filter(exposure -> !exposure.artistInTraining().isEmpty())
                .map(Exposure::song)
                .toList();
        Set<String> artists =
                exposed.stream().flatMap(song -> song.artist().stream()).collect(Collectors.toSet());
        long unknown =
                songs.keySet().stream().filter(song -> song.artist().isEmpty()).count();
        return new Leak(crossing, artists, exposed.size(), songs.size(), (int) unknown);
    }

    /**
     * Whether anything is known to cross.
     *
     * @return true if a song or an artist is on both sides
     */
    public boolean any() {
        return !songs.isEmpty() || !artists.isEmpty();
    }

    /** One line, such as {@code 14 artists cross: 19 of 30 held-out songs (63 %) have their artist in training}. */
    @Override
    public String toString() {
        StringBuilder words = new StringBuilder();
        if (!songs.isEmpty()) {
            words.append("PIECES OF ").append(songs.size()).append(" SONGS ARE IN TRAINING AND HELD OUT; ");
        }
        if (artists.isEmpty()) {
            words.append("no known artist crosses");
        } else {
            words.append(String.format(
                    Locale.ROOT,
                    "%d artists cross: %d of %d held-out songs (%.0f %%) have their artist in training",
                    artists.size(),
                    exposed,
                    held,
                    100.0 * exposed / held));
        }
        return words + (unknown > 0 ? "; artist of " + unknown + " held-out songs not known" : "");
    }
}
