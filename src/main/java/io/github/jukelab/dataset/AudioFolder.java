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
 * Your own recordings, one folder per label: {@code tracks/electronica/*.mp3}, {@code tracks/silent_film/*.mp3}. Their
 * sampling rate, length and number are not declared.
 */
public final class AudioFolder {

    private AudioFolder() {}

    /**
     * Lists the audio files in the subfolders of a folder; the subfolder's name is the label. A file is an audio file
     * if its extension is one. Links are followed. Hidden files and folders are skipped, and so are deeper folders.
     *
     * <p>A track's id is {@code <label>.<file name without extension>}, with {@code -} in place of dots, because a dot
     * comes before a segment's number. If the file name starts with the label and a dot, as in GTZAN, the label is not
     * repeated: {@code cat/cat_1.wav} is {@code cat.cat_1}, {@code blues/blues.00000.au} is {@code blues.00000}. If two
     * files of a label would get the same id, {@code -2} is appended to the second by name, and so on.
     *
     * @param folder such as {@code data/tracks}; its name becomes the data set's
     * @return the data set, labels in alphabetical order; with only one label it cannot be split
     * @throws DatasetException if the folder is missing or none of its subfolders has an audio file
     */
    public static Dataset at(Path folder) throws DatasetException {
        TrackFinder.check(folder);
        Map<String, List<Path>> filesByLabel = new TreeMap<>();
        for (String label : TrackFinder.folders(folder)) {
            List<Path> files = TrackFinder.files(folder, label).stream()
                    .filter(AudioFiles::isAudioFile)
                    .toList();
            if (!files.isEmpty()) {
                filesByLabel.put(label, files);
            }
        }
        if (filesByLabel.isEmpty()) {
            throw new DatasetException(
                    folder, "has no subfolders with audio files; expected one per label" + found(folder));
        }
        return new Dataset(info(folder, List.copyOf(filesByLabel.keySet())), folder, tracks(filesByLabel));
    }

    /** What the folder has instead, for the message. */
    private static String found(Path folder) throws DatasetException {
        List<String> folders = TrackFinder.folders(folder);
        long files = TrackFinder.files(folder, "").stream()
                .filter(AudioFiles::isAudioFile)
                .count();
        return "; found " + (folders.isEmpty() ? "no folders" : "folders " + String.join(", ", folders))
                + (files == 0 ? "" : "; audio files beside them: " + files);
    }

    /** One track per file, with unique ids; by label, then id. */
    static List<Track> tracks(Map<String, List<Path>> files) {
        Set<String> used = new HashSet<>();
        List<Track> tracks = new ArrayList<>();
        files.forEach((label, ofLabel) -> {
            for (Path file : ofLabel) {
                String id = label + "." + stem(label, file.getFileName().toString());
                tracks.add(new Track(unique(id, used), label, Optional.empty(), file));
            }
        });
        tracks.sort(Comparator.comparing(Track::label).thenComparing(Track::id));
        return tracks;
    }

    /** The file name without extension and without {@code <label>.}; {@code -} in place of dots. */
    private static String stem(String label, String filename) {
        String stem = filename.substring(0, filename.lastIndexOf('.'));
        String name = stem.startsWith(label + ".") ? stem.substring(label.length() + 1) : stem;
        return name.replace('.', '-');
    }

    private static String unique(String id, Set<String> used) {
        String unique = id;
        for (int i = 2; !used.add(unique); i++) {
            unique = id + "-" + i;
        }
        return unique;
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
                "not known; the terms of the recordings apply",
                "not known",
                "your own folder",
                Map.of(),
                Map.of(),
                Map.of());
    }
}
