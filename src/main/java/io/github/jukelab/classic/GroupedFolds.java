package io.github.jukelab.classic;

import io.github.jukelab.input.FeatureVector;
import io.github.jukelab.input.FeatureVectors;
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
        List<List<FeatureVector>> shuffled = grouped(vectors, groups);
        if (shuffled.size() < k) {
            throw new IllegalArgumentException(
                    "folds must be at most the number of groups, " + shuffled.size() + ", got " + k);
        }
        Collections.shuffle(shuffled, new Random(seed));
        shuffled.sort(Comparator.<List<FeatureVector>>comparingInt(List::size).reversed());
        List<Fold> folds = new ArrayList<>();
        for (int fold = 0; fold < k; fold++) {
            folds.add(new Fold(new HashSet<>(), new int[vectors.labels().size()]));
        }
        shuffled.forEach(group -> assign(group, vectors.labels(), folds));
        return folds.stream().map(Fold::tracks).toList();
    }

    /** The feature vectors of each group. */
    private static List<List<FeatureVector>> grouped(FeatureVectors vectors, Map<String, String> groups) {
        return new ArrayList<>(vectors.vectors().stream()
                .collect(Collectors.groupingBy(
                        vector -> groups.getOrDefault(vector.track(), vector.track()),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values());
    }

    /** Assigns a group to the fold with the fewest vectors of its labels; on a tie to the smallest, then the first. */
    private static void assign(List<FeatureVector> group, List<String> classes, List<Fold> folds) {
        List<Integer> labels =
                group.stream().map(vector -> classes.indexOf(vector.label())).toList();
        Fold chosen = folds.stream()
                .min(Comparator.comparingInt((Fold fold) -> fold.count(labels)).thenComparingInt(Fold::size))
                .orElseThrow();
        labels.forEach(label -> chosen.counts[label]++);
        group.forEach(vector -> chosen.tracks.add(vector.track()));
    }
}
