package io.github.jukelab.corpus;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Chooses whole artists of every label until a share of its songs or pieces is reached. */
final class WholeArtists {

    private WholeArtists() {}

    static List<String> of(Corpus corpus, Collection<String> ids, double share, long seed) {
        Map<String, Map<String, List<String>>> labels = new TreeMap<>();
        corpus.songsOf(ids).forEach((id, song) -> labels.computeIfAbsent(song.label(), label -> new LinkedHashMap<>())
                .computeIfAbsent(song.artist().orElse(song.id()), artist -> new ArrayList<>())
                .add(id));
        List<String> held = new ArrayList<>();
        labels.forEach((label, artists) -> held.addAll(some(label, artists.values(), share, seed)));
        return held;
    }

    /** One artist after the other, unless that is too much; if all are, the one with the fewest songs. */
    private static List<String> some(String label, Collection<List<String>> artists, double share, long seed) {
        if (artists.size() < 2) {
            throw new IllegalArgumentException(
                    "a validation side needs two artists of every label in training, " + label + " has one");
        }
        double most = share * artists.stream().mapToInt(List::size).sum();
        List<String> taken = new ArrayList<>();
        for (List<String> songs : Dice.of(seed, label).shuffled(artists)) {
            if (taken.size() + songs.size() <= most) {
                taken.addAll(songs);
            }
        }
        return taken.isEmpty()
                ? artists.stream().min(Comparator.comparingInt(List::size)).orElseThrow()
                : taken;
    }
}
