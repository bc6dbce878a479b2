package io.github.jukelab.dataset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Says that the groups of own recordings are not known, with numbers. */
final class GroupWarning {

    private static final String IF = "if takes of one speaker, animal or place are in several of them, the accuracy is"
            + " too high. Name the groups in a column group of the label table, or as folders within those of the classes";

    private GroupWarning() {}

    static Optional<String> of(Dataset dataset) {
        List<Track> tracks = dataset.tracks();
        long unknown = tracks.stream().filter(track -> track.artist().isEmpty()).count();
        if (unknown > 0) {
            String which = unknown == tracks.size()
                    ? "no groups are known of these " + unknown + " tracks: "
                    : "no group is known of " + unknown + " of these " + tracks.size() + " tracks: ";
            return Optional.of(which + IF + takes(tracks));
        }
        boolean filesOnly = tracks.stream().allMatch(track -> track.artist().equals(Optional.of(fileId(track))));
        return filesOnly
                ? Optional.of("the only groups of these " + tracks.size() + " tracks are their "
                        + dataset.artists().size() + " files: " + IF)
                : Optional.empty();
    }

    private static String fileId(Track track) {
        return track.id().substring(0, track.id().length() - track.partId().length());
    }

    /** Names that differ in a number at their end only, unless all of a label do. */
    private static String takes(List<Track> tracks) {
        Map<String, Map<String, List<String>>> byLabel = tracks.stream()
                .collect(Collectors.groupingBy(
                        Track::label,
                        TreeMap::new,
                        Collectors.groupingBy(
                                GroupWarning::withoutNumber,
                                TreeMap::new,
                                Collectors.mapping(Track::id, Collectors.toList()))));
        List<List<String>> alike = byLabel.values().stream()
                .filter(names -> names.size() > 1)
                .flatMap(names -> names.values().stream())
                .filter(names -> names.size() > 1)
                .toList();
        if (alike.isEmpty()) {
            return "";
        }
        int count = alike.stream().mapToInt(List::size).sum();
        return ". " + count + " names differ from others in a number only, such as "
                + String.join(" and ", alike.get(0).subList(0, 2));
    }

    private static String withoutNumber(Track track) {
        return track.id().replaceFirst("[-_. ]*\\d+$", "");
    }
}
