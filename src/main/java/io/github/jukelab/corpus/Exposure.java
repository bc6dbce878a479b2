package io.github.jukelab.corpus;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What training has in common with one held-out song or piece.
 *
 * @param id what is held out, such as {@code blues.00000}, or a piece, {@code blues.00000.3}
 * @param song itself, or the one it was cut from
 * @param songInTraining whether pieces of the same song are in training
 * @param artistInTraining ids of the training songs by the same artist, its own among them if pieces of it are there;
 *     empty if there is none or the artist is not known
 * @param nearest the training row that is most like its own, where rows are given
 */
public record Exposure(
        String id, Song song, boolean songInTraining, List<String> artistInTraining, Optional<Neighbour> nearest) {

    /**
     * Copies the list.
     *
     * @param id what is held out
     * @param song its song
     * @param songInTraining whether that is in training
     * @param artistInTraining training songs by the same artist
     * @param nearest the training row that is most like its own
     */
    public Exposure {
        artistInTraining = List.copyOf(artistInTraining);
    }

    /** Of each held-out id, in order. */
    static List<Exposure> of(Corpus corpus, Collection<String> train, Collection<String> held) {
        Set<Song> learnt = new LinkedHashSet<>(corpus.songsOf(train).values());
        Map<String, List<String>> byArtist = learnt.stream()
                .filter(song -> song.artist().isPresent())
                .collect(Collectors.groupingBy(
                        song -> song.artist().orElseThrow(), Collectors.mapping(Song::id, Collectors.toList())));
        return corpus.songsOf(held).entrySet().stream()
                .map(entry -> of(entry.getKey(), entry.getValue(), learnt, byArtist))
                .toList();
    }

    private static Exposure of(String id, Song song, Set<Song> learnt, Map<String, List<String>> byArtist) {
        List<String> same = song.artist().map(byArtist::get).orElse(List.of());
        return new Exposure(id, song, learnt.contains(song), same, Optional.empty());
    }

    Exposure withNearest(Neighbour neighbour) {
        return new Exposure(id, song, songInTraining, artistInTraining, Optional.of(neighbour));
    }

    /** One line, such as {@code Exposure[blues.00000.3, its song is in training]}. */
    @Override
    public String toString() {
        String words = songInTraining
                ? "its song is in training"
                : artistInTraining.isEmpty()
                        ? "nothing known in common with training"
                        : "training songs by its artist: " + artistInTraining.size();
        return "Exposure[" + id + ", " + words
                + nearest.map(neighbour -> "; nearest: " + neighbour).orElse("") + "]";
    }
}
