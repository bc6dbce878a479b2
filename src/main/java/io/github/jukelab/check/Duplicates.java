package io.github.jukelab.check;

import io.github.jukelab.Parallel;
import io.github.jukelab.Progress;
import io.github.jukelab.dataset.Subset;
import io.github.jukelab.dataset.Track;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;

/**
 * Finds sounds that are there twice. For each later file one earlier file is named, if possible one on another side: of
 * another label, subset or group. Parts of one file are only named if their samples are the same: they are in one group.
 */
final class Duplicates {

    private final Map<String, Subset> subsets;
    private final List<Concern> concerns = new ArrayList<>();

    private Duplicates(Map<String, Subset> subsets) {
        this.subsets = subsets;
    }

    /** An earlier file of a later one, in words. */
    private record Copy(Sound earlier, String words) {}

    /**
     * The concerns about the same sound in two files.
     *
     * @param sounds in the order of the data set
     * @param subsets track id → subset, if the folders have them
     */
    static List<Concern> of(List<Sound> sounds, Map<String, Subset> subsets) {
        Duplicates duplicates = new Duplicates(subsets);
        List<Sound> firsts = duplicates.findSame(sounds);
        duplicates.findAlike(firsts);
        return duplicates.concerns;
    }

    /** Finds files with the same samples; the first of each kind. */
    private List<Sound> findSame(List<Sound> sounds) {
        Map<String, List<Sound>> byHash = new LinkedHashMap<>();
        for (Sound sound : sounds) {
            List<Sound> same = byHash.computeIfAbsent(sound.hash(), hash -> new ArrayList<>());
            if (!same.isEmpty()) {
                List<Copy> copies = same.stream()
                        .map(earlier -> new Copy(earlier, "the same samples as " + earlier.name()))
                        .toList();
                add(Topic.DUPLICATED, sound, copies);
            }
            same.add(sound);
        }
        return byHash.values().stream().map(same -> same.get(0)).toList();
    }

    private void findAlike(List<Sound> sounds) {
        Map<Sound, List<Copy>> copies = new HashMap<>();
        for (Match match : matches(sounds)) {
            Sound earlier = sounds.get(match.first());
            Sound later = sounds.get(match.second());
            if (!later.isBeside(earlier)) {
                copies.computeIfAbsent(later, key -> new ArrayList<>()).add(new Copy(earlier, words(match, earlier)));
            }
        }
        for (Sound later : sounds) {
            List<Copy> found = copies.getOrDefault(later, List.of()).stream()
                    .filter(copy -> !areOneGroup(copy.earlier().track(), later.track()))
                    .toList();
            if (!found.isEmpty()) {
                add(Topic.ALIKE, later, found);
            }
        }
    }

    private static List<Match> matches(List<Sound> sounds) {
        FingerprintIndex index =
                new FingerprintIndex(sounds.stream().map(Sound::fingerprint).toList());
        List<Callable<List<Match>>> jobs = new ArrayList<>();
        for (int i = 0; i < sounds.size(); i++) {
            int first = i;
            jobs.add(() -> index.later(first));
        }
        try {
            List<String> names = sounds.stream().map(Sound::name).toList();
            return Parallel.run(jobs, names, Progress.NONE).stream()
                    .flatMap(Collection::stream)
                    .toList();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    private static String words(Match match, Sound earlier) {
        double seconds = match.offset() / Fingerprint.FRAMES_PER_SECOND;
        String sound = "the same sound as " + earlier.name();
        String words = Math.abs(seconds) < 0.05
                ? sound
                : seconds > 0
                        ? String.format(Locale.ROOT, "from %.1f s on %s", seconds, sound)
                        : String.format(Locale.ROOT, "%s from %.1f s on", sound, -seconds);
        return words + String.format(Locale.ROOT, " (%.0f %% alike)", 100 * match.share());
    }

    /** What splits by group keep together is no concern, if the same label and subset is known for it. */
    private boolean areOneGroup(Track earlier, Track later) {
        return later.artist().isPresent()
                && later.artist().equals(earlier.artist())
                && side(earlier, later).isEmpty();
    }

    private void add(Topic topic, Sound later, List<Copy> copies) {
        Copy worst = copies.stream()
                .filter(copy -> side(copy.earlier().track(), later.track()).isPresent())
                .findFirst()
                .orElse(copies.get(0));
        Optional<String> side = side(worst.earlier().track(), later.track());
        concerns.add(new Concern(
                side.isPresent() ? Topic.LEAK : topic,
                later.name(),
                worst.words() + side.map(words -> ", " + words).orElse("")));
    }

    /** How a file is on another side than a later one, in words; empty if it is not known to be. */
    private Optional<String> side(Track earlier, Track later) {
        if (!earlier.label().equals(later.label())) {
            return Optional.of("which has the label " + earlier.label());
        }
        Subset subset = subsets.get(earlier.id());
        if (subset != subsets.get(later.id())) {
            return Optional.of("which is in " + (subset == null ? "no subset" : subset));
        }
        return earlier.artist()
                .filter(group ->
                        later.artist().filter(other -> !other.equals(group)).isPresent())
                .map(group -> "which is of the group " + group);
    }
}
