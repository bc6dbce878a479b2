package io.github.jukelab.dataset;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is in both subsets of a split although it should not be: the reason why a figure may be too good.
 *
 * @param tracks tracks with segments in training and in validation or test; none unless the split is by row
 * @param artists artists with a track in training and one in validation or test
 * @param exposed validation and test tracks whose artist is in training
 * @param held validation and test tracks in all
 * @param unknown validation and test tracks whose artist is not known
 */
public record Leakage(Set<String> tracks, Set<String> artists, int exposed, int held, int unknown) {

    /**
     * Copies the sets.
     *
     * @param tracks in both subsets
     * @param artists in both subsets
     * @param exposed held-out tracks whose artist is in training
     * @param held held-out tracks
     * @param unknown held-out tracks without a known artist
     */
    public Leakage {
        tracks = new TreeSet<>(tracks);
        artists = new TreeSet<>(artists);
    }

    /** The counts over what is held out. */
    static Leakage of(List<Overlap> held) {
        Map<Track, Overlap> tracks = new LinkedHashMap<>();
        held.forEach(exposure -> tracks.put(exposure.track(), exposure));
        Set<String> crossing = tracks.values().stream()
                .filter(Overlap::trackInTraining)
                .map(exposure -> exposure.track().id())
                .collect(Collectors.toSet());
        List<Track> exposed = tracks.values().stream()
                .filter(exposure -> !exposure.artistInTraining().isEmpty())
                .map(Overlap::track)
                .toList();
        Set<String> artists =
                exposed.stream().flatMap(track -> track.artist().stream()).collect(Collectors.toSet());
        long unknown = tracks.keySet().stream()
                .filter(track -> track.artist().isEmpty())
                .count();
        return new Leakage(crossing, artists, exposed.size(), tracks.size(), (int) unknown);
    }

    /**
     * Whether anything is known to cross.
     *
     * @return true if a track or an artist is in both subsets
     */
    public boolean any() {
        return !tracks.isEmpty() || !artists.isEmpty();
    }

    /** One line, such as {@code 14 artists cross: 19 of 30 held-out tracks (63 %) have their artist in training}. */
    @Override
    public String toString() {
        StringBuilder words = new StringBuilder();
        if (!tracks.isEmpty()) {
            words.append("PIECES OF ").append(tracks.size()).append(" SONGS ARE IN TRAINING AND HELD OUT; ");
        }
        if (artists.isEmpty()) {
            words.append("no known artist crosses");
        } else {
            words.append(String.format(
                    Locale.ROOT,
                    "%d artists cross: %d of %d held-out tracks (%.0f %%) have their artist in training",
                    artists.size(),
                    exposed,
                    held,
                    100.0 * exposed / held));
        }
        return words + (unknown > 0 ? "; artist of " + unknown + " held-out tracks not known" : "");
    }
}
