package io.github.jukelab.dataset;

import io.github.jukelab.audio.AudioFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Cats and dogs: some 277 recordings of one second to eighteen, wav, 16 kHz, as they are on Kaggle; only the declaration
 * is here, the audio is the user's own copy, whole or in part.
 *
 * <p>The data set says twice who is for testing, and not the same: once by its folders {@code train} and {@code test},
 * once by its table {@code train_test_split.csv}. The article reads the table, and then goes by the folders. Here whoever
 * splits says which: {@link #byFolders} or {@link #byTable}. The validation set of the article, 42 of 210 tracks for
 * training, is {@code withValidation(dataset, 0.2, seed)}.
 *
 * <p>One thing to know before trusting a figure: many clips are overlapping parts of one recording, such as cat_5, cat_6
 * and cat_7, and the table parts them. A recording takes the artist's place here, so {@link Split#leakage()} counts them, and
 * {@code keepingGroups(dataset, dataset.artistGroups())} mends it.
 */
public final class CatsDogs {

    /** What the data set is, apart from any copy of it. */
    public static final DatasetInfo INFO = info();

    private static final String TABLE = "train_test_split.csv";
    /** From the folder above {@code cats_dogs} down to the files. */
    private static final int DEPTH = 4;

    private CatsDogs() {}

    /**
     * The copy of cats and dogs in a folder, with {@code cats_dogs} in it or not: all sound files below it whose folder
     * begins with {@code cat} or {@code dog}, such as {@code train/cat/cat_1.wav}, which becomes {@code cat.cat_1}. Those
     * in {@code test/test} are dogs, as in the article. Links are followed, hidden files passed over.
     *
     * @param folder such as {@code data/cats_dogs}
     * @return the data set; it may be part of the data set
     * @throws DatasetException if the folder is missing or holds neither cats nor dogs
     */
    public static Dataset at(Path folder) throws DatasetException {
        TrackFinder.check(folder);
        Path inner = folder.resolve("cats_dogs");
        Path root = Files.isDirectory(inner) ? inner : folder;
        Map<String, List<Path>> files = new TreeMap<>();
        for (Path file : sounds(root)) {
            label(file).ifPresent(label -> files.computeIfAbsent(label, none -> new ArrayList<>())
                    .add(file));
        }
        if (files.isEmpty()) {
            throw new DatasetException(
                    folder, "holds neither cats nor dogs; expected folders such as train/cat, train/dog, test/cats");
        }
        List<Track> tracks = AudioFolder.tracks(files).stream()
                .map(track -> new Track(track.id(), track.label(), artist(track.id()), track.file()))
                .toList();
        return new Dataset(INFO, root, tracks);
    }

    private static Optional<String> artist(String id) {
        return Optional.ofNullable(INFO.artists().get(id));
    }

    /** Those in folders: what the root is called says nothing. */
    private static List<Path> sounds(Path root) throws DatasetException {
        try (Stream<Path> files = Files.walk(root, DEPTH, FileVisitOption.FOLLOW_LINKS)) {
            return files.filter(AudioFiles::isAudioFile)
                    .filter(Files::isRegularFile)
                    .filter(file -> !root.equals(file.getParent()))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            throw new DatasetException(root, "cannot be listed: " + e.getMessage());
        }
    }

    private static Optional<String> label(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        String name = folder.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean strangeDogs = folder.endsWith(Path.of("test", "test"));
        return INFO.labels().stream()
                .filter(label -> name.startsWith(label) || strangeDogs && label.equals("dog"))
                .findFirst();
    }

    /**
     * The split that the folders are: what lies below {@code train} is for training, what lies below {@code test} for
     * testing.
     *
     * @param dataset as {@link #at} gives it
     * @return the split, by track, without validation set
     * @throws IllegalArgumentException if one of the folders has no tracks, as in copies without {@code test}
     */
    public static Split byFolders(Dataset dataset) {
        Map<String, Subset> subsets = new LinkedHashMap<>();
        dataset.tracks().forEach(track -> subset(dataset, track).ifPresent(subset -> subsets.put(track.id(), subset)));
        return split(dataset, subsets, "by folders", "in " + dataset.folder() + "; byTable may have one");
    }

    private static Optional<Subset> subset(Dataset dataset, Track track) {
        String name = dataset.folder().relativize(track.file()).getName(0).toString();
        return Stream.of(Subset.TRAIN, Subset.TEST)
                .filter(subset -> subset.toString().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * The split by the table that lies beside the folders, whatever folder a file is in. Tracks that are not in the table
     * are left out. Its column {@code odd} names files that are in others, too, and is not used.
     *
     * @param dataset as {@link #at} gives it
     * @return the split, by track, without validation set; its name says how many files of the table are here
     * @throws DatasetException if the table is missing or is another one
     * @throws IllegalArgumentException if no track is left for training or for testing
     */
    public static Split byTable(Dataset dataset) throws DatasetException {
        Path table = dataset.folder().resolve(TABLE);
        Map<String, Subset> listed = listed(table);
        Map<String, Subset> subsets = new LinkedHashMap<>();
        for (Track track : dataset.tracks()) {
            Optional.ofNullable(listed.get(track.label() + "/" + track.file().getFileName()))
                    .ifPresent(subset -> subsets.put(track.id(), subset));
        }
        return split(
                dataset,
                subsets,
                "by table of " + listed.size() + " files, " + subsets.size() + " here",
                "by " + table);
    }

    /** {@code <label>/<file name>} → side. */
    private static Map<String, Subset> listed(Path table) throws DatasetException {
        List<String[]> rows = rows(table);
        Map<String, Subset> listed = new LinkedHashMap<>();
        List<String> header = List.of(rows.get(0));
        for (Subset subset : List.of(Subset.TEST, Subset.TRAIN)) {
            for (String label : INFO.labels()) {
                int column = header.indexOf(subset + "_" + label);
                if (column < 0) {
                    throw new DatasetException(table, "has no column " + subset + "_" + label + ", only " + header);
                }
                rows.stream()
                        .skip(1)
                        .filter(row -> column < row.length && !row[column].isBlank())
                        .forEach(row -> listed.put(label + "/" + row[column].strip(), subset));
            }
        }
        return listed;
    }

    private static List<String[]> rows(Path table) throws DatasetException {
        try {
            return Stream.of(Files.readString(table).split("\\R"))
                    .map(line -> line.split(","))
                    .toList();
        } catch (IOException e) {
            throw new DatasetException(table, "the table of the split cannot be read: " + e);
        }
    }

    private static Split split(Dataset dataset, Map<String, Subset> subsets, String name, String where) {
        for (Subset subset : List.of(Subset.TRAIN, Subset.TEST)) {
            if (!subsets.containsValue(subset)) {
                throw new IllegalArgumentException("cats and dogs " + name + ": no track for " + subset + " " + where);
            }
        }
        return Split.of(name, 0, dataset, Segments.NONE, subsets);
    }

    private static DatasetInfo info() {
        return new DatasetInfo(
                "cats and dogs",
                "cats and dogs",
                List.of("cat", "dog"),
                Map.of(),
                OptionalInt.of(16_000),
                OptionalInt.empty(),
                "CC BY-SA 3.0, as the data set's page says",
                "M. Moreaux: Audio Cats and Dogs. Kaggle, mmoreaux/audio-cats-and-dogs",
                "Kaggle (\"Audio Cats and Dogs\", wav)",
                DatasetLists.column("cats_dogs_recordings.csv", "recording"),
                Map.of(),
                Map.of());
    }
}
