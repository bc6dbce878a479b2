package io.github.jukelab.dataset;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What training has in common with one held-out track or segment.
 *
 * @param id what is held out, such as {@code blues.00000}, or a segment, {@code blues.00000.3}
 * @param track itself, or the one it was cut from
 * @param trackInTraining whether segments of the same track are in training
 * @param artistInTraining ids of the training tracks by the same artist, its own among them if segments of it are there;
 *     empty if there is none or the artist is not known
 * @param nearest the training row that is most like its own, where rows are given
 */
public record Overlap(
        String id, Track track, boolean trackInTraining, List<String> artistInTraining, Optional<Neighbour> nearest) {

    /**
     * Copies the list.
     *
     * @param id what is held out
     * @param track its track
     * @param trackInTraining whether that is in training
     * @param artistInTraining training tracks by the same artist
     * @param nearest the training row that is most like its own
     */
    public Overlap {
        artistInTraining = List.copyOf(artistInTraining);
    }

    /** Of each held-out id, in order. */
    static List<Overlap> of(Dataset dataset, Segments segments, Collection<String> train, Collection<String> held) {
        Set<Track> learnt =
                new LinkedHashSet<>(dataset.tracksOf(train, segments).values());
        Map<String, List<String>> byArtist = learnt.stream()
                .filter(track -> track.artist().isPresent())
                .collect(Collectors.groupingBy(
                        track -> track.artist().orElseThrow(), Collectors.mapping(Track::id, Collectors.toList())));
        return dataset.tracksOf(held, segments).entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), learnt, byArtist))
                .toList();
    }

    private static Overlap of(String id, Track track, Set<Track> learnt, Map<String, List<String>> byArtist) {
        List<String> same = track.artist().map(byArtist::get).orElse(List.of());
        return new Overlap(id, track, learnt.contains(track), same, Optional.empty());
    }

    Overlap withNearest(Neighbour neighbour) {
        return new Overlap(id, track, trackInTraining, artistInTraining, Optional.of(neighbour));
    }

    /** One line, such as {@code Overlap[blues.00000.3, its track is in training]}. */
    @Override
    public String toString() {
        String words = trackInTraining
                ? "its track is in training"
                : artistInTraining.isEmpty()
                        ? "nothing known in common with training"
                        : "training tracks by its artist: " + artistInTraining.size();
        return "Overlap[" + id + ", " + words
                + nearest.map(neighbour -> "; nearest: " + neighbour).orElse("") + "]";
    }
}
