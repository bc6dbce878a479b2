package io.github.jukelab.check;

import io.github.jukelab.dataset.Subset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Looks at what belongs together: groups, folders of subsets, and what names tell about either. */
final class Groups {

    private static final Set<String> TRAIN = Set.of("train", "training");
    private static final Set<String> TEST = Set.of("test", "testing");

    private final List<Sound> sounds;
    private final Map<String, Subset> subsets;
    private final List<Concern> concerns = new ArrayList<>();

    private Groups(List<Sound> sounds, Map<String, Subset> subsets) {
        this.sounds = sounds;
        this.subsets = subsets;
    }

    /**
     * The concerns about groups and names.
     *
     * @param sounds in the order of the data set
     * @param subsets track id → subset, if the folders have them
     */
    static List<Concern> of(List<Sound> sounds, Map<String, Subset> subsets) {
        Groups groups = new Groups(sounds, subsets);
        groups.findGroupsInSubsets();
        groups.findOneGroup("are of the group ", Sound::group);
        groups.findOneGroup("have names with the date ", sound -> NamePrefixes.date(sound.file()));
        groups.findNamedGroups();
        groups.findNamedSubsets();
        return groups.concerns;
    }

    private void findGroupsInSubsets() {
        Map<String, Map<Subset, Integer>> counts = new TreeMap<>();
        for (Sound sound : sounds) {
            Optional<Subset> subset =
                    Optional.ofNullable(subsets.get(sound.track().id()));
            if (sound.group().isPresent() && subset.isPresent()) {
                counts.computeIfAbsent(sound.group().get(), group -> new EnumMap<>(Subset.class))
                        .merge(subset.get(), 1, Integer::sum);
            }
        }
        counts.forEach((group, bySubset) -> {
            if (bySubset.size() > 1) {
                String files = bySubset.entrySet().stream()
                        .map(entry -> entry.getValue() + " in " + entry.getKey())
                        .collect(Collectors.joining(", "));
                concerns.add(new Concern(Topic.GROUP_IN_SUBSETS, group, "files: " + files));
            }
        });
    }

    /** Each label has several files, and all of them are of one group, which no other label has. */
    private void findOneGroup(String what, Function<Sound, Optional<String>> group) {
        Map<String, List<Sound>> byLabel =
                sounds.stream().collect(Collectors.groupingBy(Sound::label, TreeMap::new, Collectors.toList()));
        Map<String, Set<Optional<String>>> groups = new TreeMap<>();
        byLabel.forEach(
                (label, files) -> groups.put(label, files.stream().map(group).collect(Collectors.toSet())));
        boolean one =
                groups.values().stream().allMatch(set -> set.size() == 1 && !set.contains(Optional.<String>empty()));
        boolean different = groups.values().stream().distinct().count() == byLabel.size();
        boolean several = byLabel.values().stream().allMatch(files -> files.size() > 1);
        if (byLabel.size() > 1 && one && different && several) {
            byLabel.forEach((label, files) -> concerns.add(new Concern(
                    Topic.ONE_GROUP,
                    label,
                    "all " + files.size() + " files " + what
                            + groups.get(label).iterator().next().orElseThrow())));
        }
    }

    private void findNamedGroups() {
        List<Sound> without =
                sounds.stream().filter(sound -> sound.group().isEmpty()).toList();
        NamePrefixes.of(without)
                .forEach((beginning, files) -> concerns.add(new Concern(
                        Topic.NAMED_GROUPS,
                        beginning,
                        files.size() + " files, such as " + files.get(0).file())));
    }

    private void findNamedSubsets() {
        if (!subsets.isEmpty()) {
            return;
        }
        List<Sound> train = named(TRAIN);
        List<Sound> test = named(TEST);
        if (!train.isEmpty() && !test.isEmpty()) {
            Set<String> files = new TreeSet<>();
            train.forEach(sound -> files.add(sound.file()));
            test.forEach(sound -> files.add(sound.file()));
            concerns.add(new Concern(
                    Topic.NAMED_SUBSETS,
                    files.size() + " files",
                    "such as " + train.get(0).file() + " and " + test.get(0).file()));
        }
    }

    private List<Sound> named(Set<String> words) {
        return sounds.stream()
                .filter(sound -> NamePrefixes.hasWord(sound.file(), words))
                .toList();
    }
}
