package io.github.jukelab.dataset;

import io.github.jukelab.Phrases;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What training shares with the held-out subsets (validation and test) of a split. Leakage can make accuracies too
 * high.
 *
 * @param tracks tracks with segments both in training and in a held-out subset; empty unless segments were split at
 *     random
 * @param artists artists with tracks both in training and in a held-out subset
 * @param exposed number of held-out tracks whose artist is in training
 * @param held number of held-out tracks
 * @param unknown number of held-out tracks whose artist is not known
 */
public record Leakage(Set<String> tracks, Set<String> artists, int exposed, int held, int unknown) {

    /**
     * Copies the sets.
     *
     * @param tracks both in training and held out
     * @param artists both in training and held out
     * @param exposed held-out tracks whose artist is in training
     * @param held held-out tracks
     * @param unknown held-out tracks without a known artist
     */
    public Leakage {
        tracks = Collections.unmodifiableSet(new TreeSet<>(tracks));
        artists = Collections.unmodifiableSet(new TreeSet<>(artists));
    }

    /** The leakage of all held-out tracks or segments. */
    static Leakage of(List<Overlap> overlaps) {
        Map<Track, Overlap> tracks = new LinkedHashMap<>();
        overlaps.forEach(overlap -> tracks.put(overlap.track(), overlap));
        Set<String> shared = tracks.values().stream()
                .filter(Overlap::trackInTraining)
                .map(overlap -> overlap.track().id())
                .collect(Collectors.toSet());
        List<Track> exposed = tracks.values().stream()
                .filter(overlap -> !overlap.artistInTraining().isEmpty())
                .map(Overlap::track)
                .toList();
        Set<String> artists =
                exposed.stream().flatMap(track -> track.artist().stream()).collect(Collectors.toSet());
        long unknown = tracks.keySet().stream()
                .filter(track -> track.artist().isEmpty())
                .count();
        return new Leakage(shared, artists, exposed.size(), tracks.size(), (int) unknown);
    }

    /**
     * Whether there is any known leakage.
     *
     * @return true if a track or an artist is both in training and held out
     */
    public boolean any() {
        return !tracks.isEmpty() || !artists.isEmpty();
    }

    /**
     * The leakage in plain sentences.
     *
     * @return such as {@code 19 of 30 held-out tracks (63.3 %) have a track by their artist in training.}
     */
    public String summary() {
        String segments = tracks.isEmpty()
                ? ""
                : share(tracks.size())
                        + " have segments in training, too: a model can be right by recognising the track. ";
        String shared = artists.isEmpty()
                ? tracks.isEmpty() ? "No track and no known artist is both in training and held out." : ""
                : share(exposed) + " have a track by their artist in training.";
        String missing =
                unknown == 0 ? "" : " The artist of " + Phrases.count(unknown, "held-out track") + " is not known.";
        return (segments + shared + missing).strip();
    }

    private String share(int count) {
        return String.format(
                Locale.ROOT,
                "%,d of %s (%s)",
                count,
                Phrases.count(held, "held-out track"),
                Phrases.percent((double) count / held));
    }

    /** One line, such as {@code 14 shared artists: 19 of 30 held-out tracks (63 %) have their artist in training}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        if (!tracks.isEmpty()) {
            text.append("SEGMENTS OF ").append(tracks.size()).append(" TRACKS ARE IN TRAINING AND HELD OUT; ");
        }
        if (artists.isEmpty()) {
            text.append("no known shared artists");
        } else {
            text.append(String.format(
                    Locale.ROOT,
                    "%d shared artists: %d of %d held-out tracks (%.0f %%) have their artist in training",
                    artists.size(),
                    exposed,
                    held,
                    100.0 * exposed / held));
        }
        return text + (unknown > 0 ? "; artist of " + unknown + " held-out tracks not known" : "");
    }
}
