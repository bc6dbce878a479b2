package io.github.jukelab.dataset;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one held-out track or segment shares with training.
 *
 * @param id a held-out track, such as {@code blues.00000}, or segment, such as {@code blues.00000.3}
 * @param track the track, or the track of the segment
 * @param trackInTraining whether segments of the same track are in training
 * @param artistInTraining ids of the training tracks by the same artist, including the same track if it is in training;
 *     empty if there is none or the artist is not known
 * @param nearest the nearest training row, if rows were given
 */
public record Overlap(
        String id, Track track, boolean trackInTraining, List<String> artistInTraining, Optional<Neighbour> nearest) {

    /**
     * Copies the list.
     *
     * @param id a held-out track or segment
     * @param track its track
     * @param trackInTraining whether the track is in training
     * @param artistInTraining training tracks by the same artist
     * @param nearest the nearest training row
     */
    public Overlap {
        artistInTraining = List.copyOf(artistInTraining);
    }

    /** One per held-out id, in order. */
    static List<Overlap> of(Dataset dataset, Segments segments, Collection<String> train, Collection<String> heldOut) {
        Set<Track> training =
                new LinkedHashSet<>(dataset.tracksOf(train, segments).values());
        Map<String, List<String>> byArtist = training.stream()
                .filter(track -> track.artist().isPresent())
                .collect(Collectors.groupingBy(
                        track -> track.artist().orElseThrow(), Collectors.mapping(Track::id, Collectors.toList())));
        return dataset.tracksOf(heldOut, segments).entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), training, byArtist))
                .toList();
    }

    private static Overlap of(String id, Track track, Set<Track> training, Map<String, List<String>> byArtist) {
        List<String> same = track.artist().map(byArtist::get).orElse(List.of());
        return new Overlap(id, track, training.contains(track), same, Optional.empty());
    }

    Overlap withNearest(Neighbour neighbour) {
        return new Overlap(id, track, trackInTraining, artistInTraining, Optional.of(neighbour));
    }

    /** One line, such as {@code Overlap[blues.00000.3, its track is in training]}. */
    @Override
    public String toString() {
        String text = trackInTraining
                ? "its track is in training"
                : artistInTraining.isEmpty()
                        ? "shares nothing known with training"
                        : "training tracks by its artist: " + artistInTraining.size();
        return "Overlap[" + id + ", " + text
                + nearest.map(neighbour -> "; nearest: " + neighbour).orElse("") + "]";
    }
}
