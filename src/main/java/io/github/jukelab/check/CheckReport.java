package io.github.jukelab.check;

import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wrong with the files of a data set.
 *
 * @param files how many were read
 * @param usable label → number of files that can be used: those that can be read and are neither silent, nor too short,
 *     nor a copy with the same samples; in the order of the data set
 * @param concerns by topic, in the order of {@link Topic}, then by place
 */
public record CheckReport(int files, Map<String, Integer> usable, List<Concern> concerns) {

    private static final Set<Topic> COPIES =
            EnumSet.of(Topic.UNREADABLE, Topic.SILENT, Topic.DUPLICATED, Topic.ALIKE, Topic.LEAK);

    /**
     * Copies map and list.
     *
     * @param files how many were read
     * @param usable label → number of files that can be used
     * @param concerns by topic
     */
    public CheckReport {
        usable = Collections.unmodifiableMap(new LinkedHashMap<>(usable));
        concerns = List.copyOf(concerns);
    }

    /**
     * With further concerns, but none of {@link Topic#SIMILAR} where a file cannot be read, is silent, or is known to be
     * a copy.
     *
     * @param further about the same data set
     * @return these and those, in order
     */
    CheckReport with(List<Concern> further) {
        Set<String> known = concerns.stream()
                .filter(concern -> COPIES.contains(concern.topic()))
                .map(Concern::place)
                .collect(Collectors.toSet());
        List<Concern> all = Stream.concat(
                        concerns.stream(),
                        further.stream()
                                .filter(concern ->
                                        concern.topic() != Topic.SIMILAR || !known.contains(concern.place())))
                .sorted(FolderCheck.ORDER)
                .toList();
        return new CheckReport(files, usable, all);
    }

    /**
     * The topics with a concern.
     *
     * @return in the order of {@link Topic}
     */
    public List<Topic> topics() {
        return concerns.stream().map(Concern::topic).distinct().toList();
    }

    /**
     * The concerns of one topic.
     *
     * @param topic any
     * @return ordered by place; perhaps none
     */
    public List<Concern> of(Topic topic) {
        return concerns.stream().filter(concern -> concern.topic() == topic).toList();
    }

    /**
     * Whether training should not go on.
     *
     * @return true if there is a concern whose topic {@linkplain Topic#stops stops}
     */
    public boolean stops() {
        return topics().stream().anyMatch(Topic::stops);
    }

    /**
     * How many tracks can be used, in words.
     *
     * @return such as {@code 11 of 12 tracks can be used: cat 5, dog 6}
     */
    public String summary() {
        int sum = usable.values().stream().mapToInt(Integer::intValue).sum();
        return sum + " of " + files + " tracks can be used: "
                + usable.entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue())
                        .collect(Collectors.joining(", "));
    }

    /**
     * Whether training should go on, in words.
     *
     * @return one sentence or two
     */
    public String verdict() {
        if (concerns.isEmpty()) {
            return "Nothing was found. Training can go on.";
        }
        return stops()
                ? "Training should not go on: " + titles(true) + "."
                : "Training can go on. Look at the warnings before: " + titles(false) + ".";
    }

    private String titles(boolean stops) {
        return topics().stream()
                .filter(topic -> topic.stops() == stops)
                .map(Topic::title)
                .collect(Collectors.joining("; "));
    }

    @Override
    public String toString() {
        return "CheckReport[" + summary() + "; " + verdict() + "]";
    }
}
