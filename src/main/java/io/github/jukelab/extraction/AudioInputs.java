package io.github.jukelab.extraction;

import io.github.jukelab.PathText;
import io.github.jukelab.RelativePath;
import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetException;
import io.github.jukelab.dataset.Datasets;
import io.github.jukelab.dataset.FolderReport;
import io.github.jukelab.dataset.FolderScan;
import io.github.jukelab.dataset.Gtzan;
import io.github.jukelab.dataset.Track;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The sound files of a feature table, with the name and label that each has there. Of a folder they are those of the
 * {@linkplain Datasets#open data set} that it holds, so that a table and a training agree: the name is the track's id
 * with the file's extension, such as {@code cat/1.wav} or {@code blues.00000.au}.
 *
 * <p>A single file has its own name, and the label of the track of GTZAN that is named so, else the name of its folder.
 * If files of several folders would have the same name, more folders are prepended until the names differ.
 */
public final class AudioInputs {

    /** A file, or a part of one, and what it is called in the table. */
    private record Named(Track track, String filename) {}

    /** By absolute path; that of a part is the path that it would have as a file beside its own. */
    private final Map<Path, Named> files = new TreeMap<>();

    private final Map<String, String> declared = new HashMap<>();
    private final List<FolderReport> folders = new ArrayList<>();
    private final List<String> passedOver = new ArrayList<>();

    private AudioInputs() {}

    /**
     * Finds the sound files of a list of files and folders. A listed file is always included; a file that is listed
     * twice is included once.
     *
     * @param paths sound files, and folders with sound files at any depth
     * @return at least one file
     * @throws IOException if a path is missing, a folder cannot be listed, or there are no sound files
     */
    public static AudioInputs of(List<Path> paths) throws IOException {
        AudioInputs inputs = new AudioInputs();
        for (Path path : paths) {
            inputs.add(path);
        }
        return inputs.notEmpty();
    }

    private AudioInputs notEmpty() throws IOException {
        if (files.isEmpty()) {
            throw new IOException(passedOver.isEmpty() ? "no audio files found" : String.join("; ", passedOver));
        }
        return this;
    }

    /**
     * Finds all sound files of a list of files and folders, whether or not a folder is a data set: those of a folder are
     * called by their path in it, such as {@code monday/1.wav}.
     *
     * @param paths sound files, and folders with sound files at any depth
     * @return at least one file
     * @throws IOException if a path is missing, a folder cannot be listed, or there are no sound files
     */
    public static AudioInputs all(List<Path> paths) throws IOException {
        AudioInputs inputs = new AudioInputs();
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                inputs.addAll(path);
            } else {
                inputs.add(path);
            }
        }
        return inputs.notEmpty();
    }

    /**
     * The files of a data set.
     *
     * @param dataset any
     * @return its files, without a report on its folder
     */
    public static AudioInputs of(Dataset dataset) {
        AudioInputs inputs = new AudioInputs();
        inputs.add(dataset);
        return inputs;
    }

    private void add(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(
                    path.toString(), null, "no such file or folder" + RelativePath.lookedIn(path));
        }
        if (Files.isDirectory(path)) {
            addFolder(path);
        } else {
            add(path, PathText.of(absolute(path).getFileName()));
        }
    }

    private void add(Path path, String filename) {
        Path absolute = absolute(path);
        files.putIfAbsent(absolute, new Named(new Track(filename, label(absolute), Optional.empty(), path), filename));
    }

    /**
     * The files of a folder that is known already, such as one with a label table.
     *
     * @param folder what it was taken for
     * @return its files, or parts of them
     */
    public static AudioInputs of(FolderReport folder) {
        AudioInputs inputs = of(folder.dataset());
        inputs.folders.add(folder);
        return inputs;
    }

    private void addFolder(Path path) throws DatasetException {
        Dataset dataset;
        try {
            dataset = Datasets.open(path);
        } catch (DatasetException e) {
            passedOver.add(e.getMessage());
            return;
        }
        folders.add(FolderReport.of(dataset));
        add(dataset);
    }

    private void addAll(Path folder) throws DatasetException {
        FolderScan scan = FolderScan.of(folder);
        passedOver.addAll(scan.unreadable());
        if (scan.recordings().isEmpty()) {
            passedOver.add(folder + ": no sound files");
        }
        for (Path file : scan.recordings()) {
            add(folder.resolve(file), PathText.of(file));
        }
    }

    private void add(Dataset dataset) {
        boolean known = !dataset.info().tracks().isEmpty();
        for (Track track : dataset.tracks()) {
            String filename = track.id() + PathText.extension(track.file().toString());
            String other = known ? declared.putIfAbsent(dataset.id() + " " + track.id(), "" + track.file()) : null;
            if (other == null || other.equals("" + track.file())) {
                files.putIfAbsent(key(track), new Named(track, filename));
            } else {
                passedOver.add(track.file() + ": the same track of " + dataset.title() + " as " + other);
            }
        }
    }

    private static Path key(Track track) {
        Path absolute = absolute(track.file());
        String name = absolute.getFileName().toString();
        return track.part().isEmpty()
                ? absolute
                : absolute.resolveSibling(PathText.withoutExtension(name) + track.partId() + PathText.extension(name));
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private static String label(Path absolute) {
        String id = PathText.withoutExtension(PathText.of(absolute.getFileName()));
        return Optional.ofNullable(Gtzan.INFO.tracks().get(id)).orElseGet(() -> folder(absolute));
    }

    private static String folder(Path absolute) {
        Path folder = absolute.getParent().getFileName();
        return PathText.label(folder == null ? "" : PathText.of(folder));
    }

    /**
     * What each folder was taken for.
     *
     * @return one report per folder with sound files, in the order of the list
     */
    public List<FolderReport> folders() {
        return List.copyOf(folders);
    }

    /**
     * What is not used, besides what the reports on the folders say.
     *
     * @return a line for each folder without sound files or that cannot be listed, and for each track of a known data
     *     set that is in a second folder, too
     */
    public List<String> passedOver() {
        return List.copyOf(passedOver);
    }

    /**
     * The files.
     *
     * @return one per file, in the order of absolute paths
     * @throws java.util.concurrent.CancellationException if the thread was interrupted
     */
    public List<SourceFile> files() {
        Map<Path, String> proposed = new TreeMap<>();
        files.forEach((key, file) -> proposed.put(key, file.filename()));
        Map<Path, String> filenames = Filenames.unique(proposed);
        List<SourceFile> sources = new ArrayList<>();
        files.forEach((key, file) -> sources.add(SourceFile.of(key, file.track(), filenames.get(key))));
        return sources;
    }

    @Override
    public String toString() {
        return "AudioInputs[" + files.size() + " files, " + folders.size() + " folders]";
    }
}
