package io.github.jukelab.check;

import io.github.jukelab.PathText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares the formats of files: those that differ from most, and labels that a model could tell by the format. */
final class Formats {

    /** A label has a format if so many of its files have it. */
    private static final double NEARLY_ALL = 0.95;

    private final List<Sound> sounds;
    private final List<Concern> concerns = new ArrayList<>();

    private Formats(List<Sound> sounds) {
        this.sounds = sounds;
    }

    /** The concerns about the formats of files, perhaps none. */
    static List<Concern> of(List<Sound> sounds) {
        Formats formats = new Formats(sounds);
        Function<Sound, String> rate = sound -> sound.rate() + " Hz";
        Function<Sound, String> channels =
                sound -> sound.channels() == 1 ? "1 channel" : sound.channels() + " channels";
        if (!formats.tellsLabel(rate)) {
            formats.findOthers(Topic.OTHER_RATE, rate);
        }
        if (!formats.tellsLabel(channels)) {
            formats.findOthers(Topic.OTHER_CHANNELS, channels);
        }
        formats.tellsLabel(
                sound -> "the extension " + PathText.extension(sound.file()).toLowerCase(Locale.ROOT));
        return formats.concerns;
    }

    /** Whether nearly all files of each label have one format, which is not the same for all labels. */
    private boolean tellsLabel(Function<Sound, String> format) {
        Map<String, List<Sound>> byLabel =
                sounds.stream().collect(Collectors.groupingBy(Sound::label, TreeMap::new, Collectors.toList()));
        Map<String, String> usual = new TreeMap<>();
        byLabel.forEach((label, files) -> usual.put(label, usual(files, format)));
        boolean tells = usual.values().stream().distinct().count() > 1
                && byLabel.entrySet().stream()
                        .allMatch(entry -> count(entry.getValue(), format, usual.get(entry.getKey()))
                                >= NEARLY_ALL * entry.getValue().size());
        if (tells) {
            byLabel.forEach((label, files) -> concerns.add(new Concern(
                    Topic.FORMAT_IS_LABEL,
                    label,
                    count(files, format, usual.get(label)) + " of " + files.size() + " files have "
                            + usual.get(label))));
        }
        return tells;
    }

    private void findOthers(Topic topic, Function<Sound, String> format) {
        if (sounds.isEmpty()) {
            return;
        }
        String usual = usual(sounds, format);
        String others = ", most files have " + usual;
        sounds.stream()
                .filter(sound -> !format.apply(sound).equals(usual))
                .forEach(sound -> concerns.add(new Concern(topic, sound.name(), format.apply(sound) + others)));
    }

    /** The most frequent format; of equally frequent ones the first. */
    private static String usual(List<Sound> sounds, Function<Sound, String> format) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        sounds.forEach(sound -> counts.merge(format.apply(sound), 1, Integer::sum));
        int most = Collections.max(counts.values());
        return counts.keySet().stream()
                .filter(value -> counts.get(value) == most)
                .findFirst()
                .orElseThrow();
    }

    private static long count(List<Sound> sounds, Function<Sound, String> format, String value) {
        return sounds.stream()
                .filter(sound -> format.apply(sound).equals(value))
                .count();
    }
}
