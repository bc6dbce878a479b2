package io.github.jukelab.classic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Assigns tracks to folds, group by group, so that the labels are spread evenly over the folds. */
final class GroupedFolds {

    /** One fold: its tracks, and the number of its feature vectors of each label. */
    private record Fold(Set<String> tracks, int[] counts) {

        /** The sum of the counts of these labels; a label that is listed twice is added twice. */
        int count(Collection<Integer> labels) {
            return labels.stream().mapToInt(label -> counts[label]).sum();
        }

        int size() {
            return IntStream.of(counts).sum();
        }
    }

    private GroupedFolds() {}

    /** The tracks of each fold; no fold is empty. A track that is not among the groups' keys is a group by itself. */
    static List<Set<String>> of(FeatureVectors vectors, Map<String, String> groups, int k, long seed) {
        List<List<Integer>> shuffled = grouped(vectors, groups);
        if (shuffled.size() < k) {
            throw new IllegalArgumentException(
                    "folds must be at most the number of groups, " + shuffled.size() + ", got " + k);
        }
        Collections.shuffle(shuffled, new Random(seed));
        shuffled.sort(Comparator.<List<Integer>>comparingInt(List::size).reversed());
        List<Fold> folds = new ArrayList<>();
        for (int fold = 0; fold < k; fold++) {
            folds.add(new Fold(new HashSet<>(), new int[vectors.labels().size()]));
        }
        shuffled.forEach(group -> assign(group, vectors, folds));
        return folds.stream().map(Fold::tracks).toList();
    }

    /** The indices of the feature vectors of each group. */
    private static List<List<Integer>> grouped(FeatureVectors vectors, Map<String, String> groups) {
        return new ArrayList<>(IntStream.range(0, vectors.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> groups.getOrDefault(vectors.track(i), vectors.track(i)),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values());
    }

    /** Assigns a group to the fold with the fewest vectors of its labels; on a tie to the smallest, then the first. */
    private static void assign(List<Integer> group, FeatureVectors vectors, List<Fold> folds) {
        List<Integer> labels = group.stream().map(vectors::label).toList();
        Fold chosen = folds.stream()
                .min(Comparator.comparingInt((Fold fold) -> fold.count(labels)).thenComparingInt(Fold::size))
                .orElseThrow();
        labels.forEach(label -> chosen.counts[label]++);
        group.forEach(index -> chosen.tracks.add(vectors.track(index)));
    }
}
