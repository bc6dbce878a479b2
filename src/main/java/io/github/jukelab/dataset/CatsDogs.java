package io.github.jukelab.dataset;

import io.github.jukelab.Csv;
import io.github.jukelab.CsvException;
import io.github.jukelab.PathText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Cats and dogs: 277 recordings of 1 to 18 s, wav, 16 kHz, published on Kaggle. This class has only the data set's
 * description; the audio is the user's own copy, which may be partial.
 *
 * <p>The data set has two training/test splits that differ: its folders {@code train} and {@code test}, and its table
 * {@code train_test_split.csv}. The article reads the table but uses the folders. Use {@link #byFolders} or {@link
 * #byTable}. The article's validation set, 42 of 210 training tracks, is {@code withValidation(dataset, 0.2, seed)}.
 *
 * <p>Before you trust an accuracy: many clips are overlapping parts of one recording, such as cat_5, cat_6 and cat_7,
 * and the table puts them in different subsets. Here the recording is stored as the artist, so {@link Split#leakage()}
 * counts such clips, and {@code keepingGroups(dataset, dataset.artistGroups())} removes the leakage.
 */
public final class CatsDogs {

    /** The data set's description, independent of any copy. */
    public static final DatasetInfo INFO = info();

    private static final String TABLE = "train_test_split.csv";

    private CatsDogs() {}

    /**
     * The copy of cats and dogs in a folder or in its subfolder {@code cats_dogs}: all audio files whose folder's name
     * starts with {@code cat} or {@code dog}, such as {@code train/cat/cat_1.wav} with the id {@code cat.cat_1}. Files
     * in {@code test/test} are dogs, as in the article. Links are followed, hidden files are skipped.
     *
     * @param folder such as {@code data/cats_dogs}
     * @return the data set; it may be partial
     * @throws DatasetException if the folder is missing or has neither cats nor dogs
     */
    public static Dataset at(Path folder) throws DatasetException {
        TrackFinder.check(folder);
        Path inner = folder.resolve("cats_dogs");
        Path root = Files.isDirectory(inner) ? inner : folder;
        Map<String, List<Path>> files = new TreeMap<>();
        for (Path file : audioFiles(root)) {
            label(file).ifPresent(label -> files.computeIfAbsent(label, none -> new ArrayList<>())
                    .add(file));
        }
        if (files.isEmpty()) {
            throw new DatasetException(
                    folder, "holds neither cats nor dogs; expected folders such as train/cat, train/dog, test/cats");
        }
        return new Dataset(INFO, root, tracks(files));
    }

    /** Whether the published table lies in a folder, or in its subfolder {@code cats_dogs}. */
    static boolean isIn(Path folder) {
        return hasTable(folder) || hasTable(folder.resolve("cats_dogs"));
    }

    private static boolean hasTable(Path folder) {
        try (Csv csv = Csv.open(folder.resolve(TABLE))) {
            return csv.columns().contains(Subset.TRAIN + "_" + INFO.labels().get(0));
        } catch (IOException e) {
            return false;
        }
    }

    /** One track per file, by label, then id: {@code <label>.<file name>}, with {@code -} in place of dots. */
    private static List<Track> tracks(Map<String, List<Path>> files) {
        Set<String> used = new HashSet<>();
        List<Track> tracks = new ArrayList<>();
        files.forEach((label, ofLabel) -> {
            for (Path file : ofLabel) {
                String id = unique(label + "." + stem(label, PathText.of(file.getFileName())), used);
                tracks.add(
                        new Track(id, label, Optional.ofNullable(INFO.artists().get(id)), file));
            }
        });
        tracks.sort(Comparator.comparing(Track::label).thenComparing(Track::id));
        return tracks;
    }

    /** Without {@code <label>.}, if the name begins so. */
    private static String stem(String label, String filename) {
        String stem = PathText.withoutExtension(filename);
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

    /** Files directly in the root are skipped: the root's name is not a label. */
    private static List<Path> audioFiles(Path root) throws DatasetException {
        return FolderScan.of(root).recordings().stream()
                .filter(file -> file.getNameCount() > 1)
                .map(root::resolve)
                .toList();
    }

    private static Optional<String> label(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        String name = folder.getFileName().toString().toLowerCase(Locale.ROOT);
        boolean inTestTest = folder.endsWith(Path.of("test", "test"));
        return INFO.labels().stream()
                .filter(label -> name.startsWith(label) || inTestTest && label.equals("dog"))
                .findFirst();
    }

    /**
     * The training/test splits that a copy brings along: {@code its folders}, as {@link #byFolders}, and {@code its
     * table}, as {@link #byTable}.
     *
     * @param dataset as {@link #at} gives it, or any other
     * @return each of the two that has a training and a test track here, by name; empty for synthetic animals
     * @throws DatasetException if the table is there and has other columns
     */
    public static Map<String, List<Split>> publishedSplits(Dataset dataset) throws DatasetException {
        Map<String, List<Split>> splits = new LinkedHashMap<>();
        if (hasBoth(subsetsByFolders(dataset))) {
            splits.put("its folders", List.of(byFolders(dataset)));
        }
        if (Files.exists(table(dataset)) && hasBoth(subsetsByTable(dataset))) {
            splits.put("its table", List.of(byTable(dataset)));
        }
        return Collections.unmodifiableMap(splits);
    }

    private static boolean hasBoth(Map<String, Subset> subsets) {
        return subsets.values().containsAll(List.of(Subset.TRAIN, Subset.TEST));
    }

    /**
     * The split by folders: files below {@code train} are the training set, files below {@code test} the test set.
     *
     * @param dataset as {@link #at} gives it
     * @return the split, by track, without validation set
     * @throws IllegalArgumentException if {@code train} or {@code test} has no tracks, as in copies without {@code
     *     test}
     */
    public static Split byFolders(Dataset dataset) {
        return split(
                dataset, subsetsByFolders(dataset), "by folders", "in " + dataset.folder() + "; byTable may have one");
    }

    private static Map<String, Subset> subsetsByFolders(Dataset dataset) {
        Map<String, Subset> subsets = new LinkedHashMap<>();
        dataset.tracks().forEach(track -> subset(dataset, track).ifPresent(subset -> subsets.put(track.id(), subset)));
        return subsets;
    }

    private static Optional<Subset> subset(Dataset dataset, Track track) {
        String name = dataset.folder().relativize(track.file()).getName(0).toString();
        return Stream.of(Subset.TRAIN, Subset.TEST)
                .filter(subset -> subset.toString().equalsIgnoreCase(name))
                .findFirst();
    }

    /**
     * The split by the table beside the folders; the folder of a file does not matter. Tracks that are not in the table
     * are excluded. The table's column {@code odd} repeats files of other columns and is not used.
     *
     * @param dataset as {@link #at} gives it
     * @return the split, by track, without validation set; its name includes the number of the table's files found here
     * @throws DatasetException if the table is missing or has other columns
     * @throws IllegalArgumentException if no track is left for training or for testing
     */
    public static Split byTable(Dataset dataset) throws DatasetException {
        Path table = table(dataset);
        Map<String, Subset> subsets = subsetsByTable(dataset);
        return split(
                dataset,
                subsets,
                "by table of " + listed(table).size() + " files, " + subsets.size() + " here",
                "by " + table);
    }

    private static Path table(Dataset dataset) {
        return dataset.folder().resolve(TABLE);
    }

    private static Map<String, Subset> subsetsByTable(Dataset dataset) throws DatasetException {
        Map<String, Subset> listed = listed(table(dataset));
        Map<String, Subset> subsets = new LinkedHashMap<>();
        for (Track track : dataset.tracks()) {
            Optional.ofNullable(listed.get(track.label() + "/" + track.file().getFileName()))
                    .ifPresent(subset -> subsets.put(track.id(), subset));
        }
        return subsets;
    }

    /** {@code <label>/<file name>} → subset. */
    private static Map<String, Subset> listed(Path table) throws DatasetException {
        try (Csv csv = Csv.open(table)) {
            List<List<String>> rows = csv.rows();
            Map<String, Subset> listed = new LinkedHashMap<>();
            for (Subset subset : List.of(Subset.TEST, Subset.TRAIN)) {
                for (String label : INFO.labels()) {
                    int column = csv.column(subset + "_" + label);
                    rows.stream()
                            .map(row -> row.get(column).strip())
                            .filter(name -> !name.isEmpty())
                            .forEach(name -> listed.put(label + "/" + name, subset));
                }
            }
            return listed;
        } catch (CsvException e) {
            throw new DatasetException(table, e.reason());
        } catch (IOException e) {
            throw new DatasetException(table, "cannot be read: " + e);
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
                "CC BY-SA 3.0, according to the data set's page",
                "M. Moreaux: Audio Cats and Dogs. Kaggle, mmoreaux/audio-cats-and-dogs",
                "Kaggle (\"Audio Cats and Dogs\", wav)",
                DatasetLists.column("cats_dogs_recordings.csv", "recording"),
                Map.of(),
                Map.of());
    }
}
