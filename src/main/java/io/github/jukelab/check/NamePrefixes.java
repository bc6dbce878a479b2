package io.github.jukelab.check;

import io.github.jukelab.PathText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the names of files tell about where they come from: {@code rex_01} and {@code rex_02} are of one dog, {@code
 * p225_003} is the third sentence of speaker p225. A name is divided into words at blanks, dots, dashes and underscores,
 * and before a number at the end of a word. A date is one word.
 */
final class NamePrefixes {

    /** The words of a name that may be tried as a beginning. */
    private static final int MOST_WORDS = 4;

    private static final Pattern DATE = Pattern.compile("(?:19|20)\\d\\d[-_.]?[01]\\d[-_.]?[0-3]\\d");
    private static final Pattern WORD = Pattern.compile(
            DATE + "(?!\\d)|[^\\W\\d_]{2,}(?=\\d+(?:[\\W_]|$))|[^\\W_]+", Pattern.UNICODE_CHARACTER_CLASS);

    /** The number of a song on an album is no group. */
    private static final Pattern COUNTER = Pattern.compile("\\d{1,2}");

    private NamePrefixes() {}

    /**
     * Groups files by the shortest beginning of their names that fits: at least half of the files share theirs with
     * another one, there are at most half as many beginnings as files, and a label has more than one.
     *
     * @param sounds files whose group is not known
     * @return beginning → files, of those that are shared; empty if no beginning fits
     */
    static Map<String, List<Sound>> of(List<Sound> sounds) {
        for (int words = 1; words <= MOST_WORDS; words++) {
            int count = words;
            Map<String, List<Sound>> groups = new TreeMap<>();
            for (Sound sound : sounds) {
                beginning(sound.file(), count).ifPresent(key -> groups.computeIfAbsent(key, k -> new ArrayList<>())
                        .add(sound));
            }
            if (fits(groups, sounds.size())) {
                groups.values().removeIf(files -> files.size() == 1);
                return groups;
            }
        }
        return Map.of();
    }

    private static boolean fits(Map<String, List<Sound>> groups, int files) {
        long shared = groups.values().stream()
                .map(List::size)
                .filter(size -> size > 1)
                .mapToInt(Integer::intValue)
                .sum();
        Map<String, Long> beginningsByLabel = groups.values().stream()
                .map(sounds -> sounds.stream().map(Sound::label).distinct().toList())
                .flatMap(Collection::stream)
                .collect(Collectors.groupingBy(label -> label, Collectors.counting()));
        return 2 * shared >= files
                && 2 * groups.size() <= files
                && beginningsByLabel.values().stream().anyMatch(count -> count > 1);
    }

    /** The first words of a name, if more follow. */
    private static Optional<String> beginning(String file, int count) {
        String name = name(file);
        Matcher word = WORD.matcher(name);
        int end = 0;
        for (int i = 0; i < count; i++) {
            if (!word.find() || i == 0 && COUNTER.matcher(word.group()).matches() && !name.matches("[\\d\\W_]+")) {
                return Optional.empty();
            }
            end = word.end();
        }
        return word.find() ? Optional.of(name.substring(0, end)) : Optional.empty();
    }

    /** The date in a name, with dashes. */
    static Optional<String> date(String file) {
        Matcher date = Pattern.compile("(?<!\\d)" + DATE + "(?!\\d)").matcher(name(file));
        return date.find() ? Optional.of(date.group()) : Optional.empty();
    }

    /** Whether a word of the path is one of these. */
    static boolean hasWord(String file, Collection<String> words) {
        return WORD.matcher(PathText.withoutExtension(file))
                .results()
                .anyMatch(word -> words.contains(word.group().toLowerCase(Locale.ROOT)));
    }

    private static String name(String file) {
        return PathText.withoutExtension(file.substring(file.lastIndexOf('/') + 1));
    }
}
