package io.github.jukelab.dataset;

import io.github.jukelab.SplitMix64;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Samples whole artists of each label up to a share of the label's tracks or segments. */
final class GroupSampler {

    private GroupSampler() {}

    /** A sample of the ids, which are given with their tracks. Of a label with one artist, tracks are sampled. */
    static List<String> of(Map<String, Track> tracksOf, double share, long seed) {
        List<String> chosen = new ArrayList<>();
        byLabel(tracksOf, track -> track.artist().orElse(track.id())).forEach((label, artists) -> {
            Map<String, List<String>> groups =
                    artists.size() > 1 ? artists : byLabel(tracksOf, Track::id).get(label);
            chosen.addAll(sample(label, groups.values(), share, seed));
        });
        return chosen;
    }

    /** Label → group → ids. */
    private static Map<String, Map<String, List<String>>> byLabel(
            Map<String, Track> tracksOf, Function<Track, String> group) {
        Map<String, Map<String, List<String>>> labels = new TreeMap<>();
        tracksOf.forEach((id, track) -> labels.computeIfAbsent(track.label(), label -> new LinkedHashMap<>())
                .computeIfAbsent(group.apply(track), key -> new ArrayList<>())
                .add(id));
        return labels;
    }

    /**
     * Takes artists in random order, skipping those that exceed the share; if all do, the artist with the fewest
     * tracks.
     */
    private static List<String> sample(String label, Collection<List<String>> artists, double share, long seed) {
        if (artists.size() < 2) {
            throw new IllegalArgumentException(
                    "a validation set needs two tracks per label in the training set, " + label + " has one");
        }
        double limit = share * artists.stream().mapToInt(List::size).sum();
        List<String> sampled = new ArrayList<>();
        for (List<String> tracks : SplitMix64.of(seed, label).shuffled(artists)) {
            if (sampled.size() + tracks.size() <= limit) {
                sampled.addAll(tracks);
            }
        }
        return sampled.isEmpty()
                ? artists.stream().min(Comparator.comparingInt(List::size)).orElseThrow()
                : sampled;
    }
}
