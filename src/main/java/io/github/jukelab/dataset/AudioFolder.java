package io.github.jukelab.dataset;

import io.github.jukelab.audio.AudioFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;

/**
 * Recordings of one's own, one folder per label: {@code tracks/electronica/*.mp3}, {@code tracks/silent_film/*.mp3}. Nothing
 * is known of them beforehand, neither their rate nor their length nor how many there should be.
 */
public final class AudioFolder {

    private AudioFolder() {}

    /**
     * The sound files of a folder's sub-folders, each labelled by its sub-folder. All are taken that have the ending of a
     * sound file; links are followed; hidden files and folders, and what lies deeper, are passed over.
     *
     * <p>A track's id is {@code <label>.<file name without ending>}, with {@code -} in place of dots, so that a segment's
     * number can stand behind one; a name that says its label already, as in GTZAN, does not say it twice: {@code
     * cat/cat_1.wav} is {@code cat.cat_1}, {@code blues/blues.00000.au} is {@code blues.00000}. Where two files of a
     * label come to the same id, the later by name has {@code -2} behind it, and so on.
     *
     * @param folder such as {@code data/tracks}; its name becomes the data set's
     * @return the data set, labels in alphabetical order; of one label only it can be heard but not split
     * @throws DatasetException if the folder is missing or none of its folders holds a sound file
     */
    public static Dataset at(Path folder) throws DatasetException {
        TrackFinder.check(folder);
        Map<String, List<Path>> sounds = new TreeMap<>();
        for (String label : TrackFinder.folders(folder)) {
            List<Path> files = TrackFinder.files(folder, label).stream()
                    .filter(AudioFiles::isAudioFile)
                    .toList();
            if (!files.isEmpty()) {
                sounds.put(label, files);
            }
        }
        if (sounds.isEmpty()) {
            throw new DatasetException(
                    folder, "holds no folders with sound files in them, one per label" + found(folder));
        }
        return new Dataset(info(folder, List.copyOf(sounds.keySet())), folder, tracks(sounds));
    }

    /** What is there instead, as far as it helps. */
    private static String found(Path folder) throws DatasetException {
        List<String> folders = TrackFinder.folders(folder);
        long loose = TrackFinder.files(folder, "").stream()
                .filter(AudioFiles::isAudioFile)
                .count();
        return "; found " + (folders.isEmpty() ? "no folder" : "folders " + String.join(", ", folders))
                + (loose == 0 ? "" : " and, beside them, sound files: " + loose);
    }

    /** The tracks of files by label, with ids of their own. */
    static List<Track> tracks(Map<String, List<Path>> files) {
        Set<String> taken = new HashSet<>();
        List<Track> tracks = new ArrayList<>();
        files.forEach((label, sounds) -> {
            for (Path file : sounds) {
                String id = label + "." + stem(label, file.getFileName().toString());
                tracks.add(new Track(free(id, taken), label, Optional.empty(), file));
            }
        });
        tracks.sort(Comparator.comparing(Track::label).thenComparing(Track::id));
        return tracks;
    }

    /** The name without ending, and without the label if it begins with that; {@code -} in place of dots. */
    private static String stem(String label, String name) {
        String stem = name.substring(0, name.lastIndexOf('.'));
        String own = stem.startsWith(label + ".") ? stem.substring(label.length() + 1) : stem;
        return own.replace('.', '-');
    }

    private static String free(String id, Set<String> taken) {
        String own = id;
        for (int i = 2; !taken.add(own); i++) {
            own = id + "-" + i;
        }
        return own;
    }

    private static DatasetInfo info(Path folder, List<String> labels) {
        Path path = folder.toAbsolutePath().normalize();
        String name = Optional.ofNullable(path.getFileName()).orElse(path).toString();
        return new DatasetInfo(
                name,
                name,
                labels,
                Map.of(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                "not known: recordings of your own or of others, whose terms hold",
                "not known",
                "a folder of yours",
                Map.of(),
                Map.of(),
                Map.of());
    }
}
