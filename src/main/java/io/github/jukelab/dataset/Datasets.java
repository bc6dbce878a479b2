package io.github.jukelab.dataset;

import io.github.jukelab.Progress;
import io.github.jukelab.audio.AudioFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Detects which data set a folder or label table holds. No other class decides this. */
public final class Datasets {

    private static final List<DatasetInfo> SYNTHETIC =
            List.of(SyntheticMusic.INFO, SyntheticAnimals.INFO, SyntheticTracks.INFO);

    private Datasets() {}

    /**
     * Opens the data set in a folder, or that of a label table, as {@link #open(Path)} does.
     *
     * @param data its path; if relative, from the current folder, in notebooks their own
     * @return the data set
     * @throws DatasetException if the folder has no sound files, or is missing: then the message says which folder was
     *     looked in
     * @throws java.nio.file.InvalidPathException if the text cannot be a path on this system
     */
    public static Dataset open(String data) throws DatasetException {
        return open(Path.of(data));
    }

    /**
     * Opens the data set in a folder. A synthetic data set is recognised by its {@code stand-in.txt}, cats and dogs by
     * their table. GTZAN is recognised in any format, by the names of its folders and files and either the name of the
     * folder above them, {@code genres_original} or {@code genres}, or the lengths of its sounds, so that own recordings
     * of jazz and rock stay own recordings. Any other folder is an {@link AudioFolder}. {@link FolderReport} says what
     * a folder was taken for.
     *
     * <p>A file is a label table, whose recordings lie in its own folder: see {@link #open(Path, Path)}.
     *
     * @param folder a data set, or a label table
     * @return the data set
     * @throws DatasetException if the folder is missing or has no sound files, or as for {@link #open(Path, Path)}
     */
    public static Dataset open(Path folder) throws DatasetException {
        if (isTable(folder)) {
            return FolderReport.open(folder).dataset();
        }
        TrackFinder.check(folder);
        Optional<DatasetInfo> synthetic = synthetic(folder);
        if (synthetic.isPresent()) {
            return TrackFinder.read(synthetic.get(), folder);
        }
        if (CatsDogs.isIn(folder)) {
            return CatsDogs.at(folder);
        }
        FolderScan scan = FolderScan.of(folder);
        Optional<Dataset> known = TrackFinder.recognise(Gtzan.INFO, folder, scan, Gtzan::soundsLike)
                .or(() -> TrackFinder.recognise(SyntheticMusic.INFO, folder, scan, recordings -> false));
        return known.isPresent() ? known.get() : AudioFolder.of(folder, scan);
    }

    /**
     * Opens recordings with a label table. Only files that it names are tracks. Its format is known by its content.
     *
     * <p>CSV has the columns {@code file} and {@code label}. It may have the columns {@code start} and {@code end}, in
     * seconds, and one with the group: {@code group}, {@code speaker}, {@code animal}, {@code artist}, {@code site} or
     * {@code session}.
     *
     * <p>A label track of Audacity is about the recording that it lies beside and is named after. A selection table of
     * Raven is about the same, or about those in its column {@code Begin File}. A folder may have any number of them, at
     * any depth; their names end in {@code .txt}.
     *
     * <p>A file is named by its path in the folder, or by the end of it if no other file has the same; the extension may
     * be left out. A track's id is that path without extension; for a part of a file, also the part: {@code
     * wren/1@1500-3250ms}. Times are rounded to milliseconds. A group is stored as the artist, so that splits can keep it
     * together. Parts of one file are one group, that of the file if there is no other.
     *
     * <p>Rows without a label or recording, and labels that are points in time, are skipped; {@link
     * FolderReport#open(Path, Path)} names them.
     *
     * <p>The data set is named after both, such as {@code recordings (labels.csv)}, so that run cards say where the labels
     * are from.
     *
     * @param folder of the recordings
     * @param labels the table, or the folder of tables
     * @return the data set, labels in alphabetical order
     * @throws DatasetException if a table cannot be read, no row can be used, a sound has several labels, or a file is in
     *     several groups; the message names the line
     */
    public static Dataset open(Path folder, Path labels) throws DatasetException {
        return FolderReport.open(folder, labels).dataset();
    }

    /** Whether a path is that of a label table rather than a folder. */
    static boolean isTable(Path data) {
        return Files.isRegularFile(data) && !AudioFiles.isAudioFile(data);
    }

    /**
     * Opens a folder as a data set of a given kind.
     *
     * @param folder a copy of such a data set
     * @param kind the kind of data set
     * @return the data set
     * @throws DatasetException if the folder is missing or is not of that kind
     */
    public static Dataset open(Path folder, DefaultDataset kind) throws DatasetException {
        return switch (kind) {
            case MUSIC -> Gtzan.at(folder);
            case ANIMALS -> CatsDogs.at(folder);
            case TRACKS -> AudioFolder.at(folder);
        };
    }

    /**
     * Whether a data set is one that Jukelab renders, so that results on it mean nothing about recordings.
     *
     * @param info what the data set is
     * @return true for synthetic music, animals and tracks
     */
    public static boolean isSynthetic(DatasetInfo info) {
        return SYNTHETIC.contains(info);
    }

    /** The synthetic data set of a kind, rendered into its folder in {@code data} if it is not complete there. */
    static Dataset synthetic(Path data, DefaultDataset kind, long seed, Progress progress) throws DatasetException {
        return switch (kind) {
            case MUSIC -> SyntheticMusic.generate(data.resolve("standin"), seed, progress);
            case ANIMALS -> SyntheticAnimals.generate(data.resolve("standin-animals"), seed, progress);
            case TRACKS -> SyntheticTracks.generate(data.resolve("standin-tracks"), seed, progress);
        };
    }

    private static Optional<DatasetInfo> synthetic(Path folder) throws DatasetException {
        Path note = folder.resolve(SyntheticSet.NOTE);
        if (!Files.isRegularFile(note)) {
            return Optional.empty();
        }
        try {
            String text = Files.readString(note);
            return SYNTHETIC.stream()
                    .filter(info -> text.startsWith(info.id() + " set, "))
                    .findFirst();
        } catch (IOException e) {
            throw new DatasetException(note, "cannot be read: " + e.getMessage());
        }
    }

    /** Whether a folder has only csv files. */
    static boolean hasTablesOnly(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<String> names = entries.map(entry -> entry.getFileName().toString())
                    .filter(name -> !name.startsWith("."))
                    .toList();
            return !names.isEmpty() && names.stream().allMatch(name -> name.endsWith(".csv"));
        }
    }
}
