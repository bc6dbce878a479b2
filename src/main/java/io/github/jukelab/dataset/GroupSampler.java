package io.github.jukelab.dataset;

import io.github.jukelab.SplitMix64;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Chooses whole artists of every label until a share of its tracks or segments is reached. */
final class GroupSampler {

    private GroupSampler() {}

    /** Some of the ids, given with their tracks. */
    static List<String> of(Map<String, Track> tracksOf, double share, long seed) {
        Map<String, Map<String, List<String>>> labels = new TreeMap<>();
        tracksOf.forEach((id, track) -> labels.computeIfAbsent(track.label(), label -> new LinkedHashMap<>())
                .computeIfAbsent(track.artist().orElse(track.id()), artist -> new ArrayList<>())
                .add(id));
        List<String> chosen = new ArrayList<>();
        labels.forEach((label, artists) -> chosen.addAll(some(label, artists.values(), share, seed)));
        return chosen;
    }

    /** Artists in random order, each unless that is too much; if all are too much, the one with the fewest tracks. */
    private static List<String> some(String label, Collection<List<String>> artists, double share, long seed) {
        if (artists.size() < 2) {
            throw new IllegalArgumentException(
                    "a validation set needs two artists of every label in training, " + label + " has one");
        }
        double most = share * artists.stream().mapToInt(List::size).sum();
        List<String> taken = new ArrayList<>();
        for (List<String> tracks : SplitMix64.of(seed, label).shuffled(artists)) {
            if (taken.size() + tracks.size() <= most) {
                taken.addAll(tracks);
            }
        }
        return taken.isEmpty()
                ? artists.stream().min(Comparator.comparingInt(List::size)).orElseThrow()
                : taken;
    }
}
