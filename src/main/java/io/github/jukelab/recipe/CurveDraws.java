package io.github.jukelab.recipe;

import io.github.jukelab.SplitMix64;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.Split;
import io.github.jukelab.dataset.Track;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which tracks the draws of a learning curve train on. Draws take the splits in turn, so that each test set is used. A
 * draw takes its tracks from training and validation set of its split, the same number of each label. Its smaller sizes
 * are the first tracks of its larger ones.
 *
 * @param dataset the tracks
 * @param splits at least one
 * @param seed of the draws
 */
record CurveDraws(Dataset dataset, List<Split> splits, long seed) {

    Split split(int draw) {
        return splits.get(draw % splits.size());
    }

    /** All tracks that a draw may take. */
    List<String> all(int draw) {
        return all(split(draw));
    }

    private static List<String> all(Split split) {
        return Stream.concat(split.train().stream(), split.validation().stream())
                .sorted()
                .toList();
    }

    /** Tracks per label, the same for all labels. */
    List<String> tracks(int draw, int perClass) {
        List<Track> pool = pool(split(draw));
        return dataset.labels().stream()
                .flatMap(label -> inOrder(pool, label, draw).stream().limit(perClass))
                .toList();
    }

    /** The tracks of a label as a draw takes them: one of each group, then a second one of each, and so on. */
    private List<String> inOrder(List<Track> pool, String label, int draw) {
        List<Track> tracks =
                pool.stream().filter(track -> track.label().equals(label)).toList();
        List<Track> shuffled =
                SplitMix64.of(seed, "draw " + draw + " of " + label).shuffled(tracks);
        Map<String, Integer> taken = new HashMap<>();
        Map<String, Integer> round = new HashMap<>();
        for (Track track : shuffled) {
            round.put(track.id(), taken.merge(track.artist().orElse(track.id()), 1, Integer::sum));
        }
        List<Track> ordered = new ArrayList<>(shuffled);
        ordered.sort(Comparator.comparing(track -> round.get(track.id())));
        return ordered.stream().map(Track::id).toList();
    }

    private List<Track> pool(Split split) {
        return List.copyOf(dataset.tracksOf(all(split)).values());
    }

    /** The tracks that a label has at least in every split. */
    int fewest(String label) {
        return splits.stream()
                .mapToInt(split -> (int) pool(split).stream()
                        .filter(track -> track.label().equals(label))
                        .count())
                .min()
                .orElseThrow();
    }
}
