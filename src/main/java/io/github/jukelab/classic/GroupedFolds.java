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

/** Deals the tracks of samples to folds, group by group, so that each fold has about as many samples of each label. */
final class GroupedFolds {

    /** One fold: its tracks, and how many samples of each label it has. */
    private record Fold(Set<String> tracks, int[] counts) {

        /** How many samples there are already of the labels of these, counted once for each of these. */
        int crowd(Collection<Integer> labels) {
            return labels.stream().mapToInt(label -> counts[label]).sum();
        }

        int size() {
            return IntStream.of(counts).sum();
        }
    }

    private GroupedFolds() {}

    /** The tracks of each fold; no fold is empty. A track that is not among the groups' keys is a group by itself. */
    static List<Set<String>> of(FeatureVectors samples, Map<String, String> groups, int k, long seed) {
        List<List<Integer>> dealt = grouped(samples, groups);
        if (dealt.size() < k) {
            throw new IllegalArgumentException(
                    "folds must be at most the number of groups, " + dealt.size() + ", got " + k);
        }
        Collections.shuffle(dealt, new Random(seed));
        dealt.sort(Comparator.<List<Integer>>comparingInt(List::size).reversed());
        List<Fold> folds = new ArrayList<>();
        for (int fold = 0; fold < k; fold++) {
            folds.add(new Fold(new HashSet<>(), new int[samples.labels().size()]));
        }
        dealt.forEach(group -> deal(group, samples, folds));
        return folds.stream().map(Fold::tracks).toList();
    }

    /** The places of the samples of each group. */
    private static List<List<Integer>> grouped(FeatureVectors samples, Map<String, String> groups) {
        return new ArrayList<>(IntStream.range(0, samples.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        i -> groups.getOrDefault(samples.track(i), samples.track(i)),
                        LinkedHashMap::new,
                        Collectors.toList()))
                .values());
    }

    /** To the fold that has fewest samples of the group's labels, of equals to the smallest, then the first. */
    private static void deal(List<Integer> group, FeatureVectors samples, List<Fold> folds) {
        List<Integer> labels = group.stream().map(samples::label).toList();
        Fold chosen = folds.stream()
                .min(Comparator.comparingInt((Fold fold) -> fold.crowd(labels)).thenComparingInt(Fold::size))
                .orElseThrow();
        labels.forEach(label -> chosen.counts[label]++);
        group.forEach(place -> chosen.tracks.add(samples.track(place)));
    }
}
