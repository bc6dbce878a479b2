package io.github.jukelab.dataset;

import io.github.jukelab.PathText;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a folder was taken for, and what of it is not used: to be shown before work on it begins.
 *
 * @param dataset the tracks
 * @param layout how they lie in the folder, a short phrase; for a data set with declared tracks its title
 * @param passedOver a line for each file that is no track, with the reason; if there is a label table, for sound files
 *     only
 * @param skippedRows a line for each row of the label table that is not used, with the reason
 * @param withoutSound the folders of own recordings that have no sound files
 * @param unreadable a line for each file or folder that cannot be looked at, with the reason
 */
public record FolderReport(
        Dataset dataset,
        String layout,
        List<String> passedOver,
        List<String> skippedRows,
        List<String> withoutSound,
        List<String> unreadable) {

    /** With this, the source and layout of a data set with a label table begin. */
    static final String LABELS_OF = "labels of ";

    /** With more labels, only their number is shown. */
    private static final int MOST_LABELS = 12;

    /**
     * Copies the lists.
     *
     * @param dataset the tracks
     * @param layout how they lie in the folder
     * @param passedOver a line for each file that is no track
     * @param skippedRows a line for each row that is not used
     * @param withoutSound folders without sound files
     * @param unreadable a line for each file or folder that cannot be looked at
     */
    public FolderReport {
        passedOver = List.copyOf(passedOver);
        skippedRows = List.copyOf(skippedRows);
        withoutSound = List.copyOf(withoutSound);
        unreadable = List.copyOf(unreadable);
    }

    /**
     * Opens a folder, or a label table whose recordings lie in its own folder.
     *
     * @param data as for {@link Datasets#open(Path)}
     * @return the report, with the data set
     * @throws DatasetException as for {@link Datasets#open(Path)}
     */
    public static FolderReport open(Path data) throws DatasetException {
        return Datasets.isTable(data) ? open(data.toAbsolutePath().getParent(), data) : of(Datasets.open(data));
    }

    /**
     * Opens a folder with a label table.
     *
     * @param folder of the recordings
     * @param labels as for {@link Datasets#open(Path, Path)}
     * @return the report, with the data set and the rows that are not used
     * @throws DatasetException as for {@link Datasets#open(Path, Path)}
     */
    public static FolderReport open(Path folder, Path labels) throws DatasetException {
        return LabelledFolder.of(folder, labels);
    }

    /**
     * Compares a data set with its folder. Of a declared data set, only the folders of its labels are looked at. Which
     * rows of a label table are not used only {@link #open(Path, Path)} knows.
     *
     * @param dataset as it was opened
     * @return the report
     * @throws DatasetException if the folder cannot be listed
     */
    public static FolderReport of(Dataset dataset) throws DatasetException {
        return of(dataset, FolderScan.of(dataset.folder()));
    }

    static FolderReport of(Dataset dataset, FolderScan scan) {
        if (hasTable(dataset)) {
            String layout = dataset.info().source();
            return new FolderReport(
                    dataset,
                    layout,
                    passedOver(dataset, scan.recordings(), List.of()),
                    List.of(),
                    List.of(),
                    scan.unreadable());
        }
        if (isOwn(dataset)) {
            List<Path> recordings = scan.recordings();
            String layout = FolderLayout.of(recordings).description(recordings);
            List<String> withoutSound =
                    scan.foldersWithout().stream().map(PathText::of).toList();
            return new FolderReport(
                    dataset,
                    layout,
                    passedOver(dataset, recordings, scan.others()),
                    List.of(),
                    withoutSound,
                    scan.unreadable());
        }
        return new FolderReport(
                dataset,
                dataset.title() + share(dataset),
                passedOver(dataset, inFolders(scan.recordings()), inFolders(scan.others())),
                List.of(),
                List.of(),
                scan.unreadable());
    }

    FolderReport withSkippedRows(List<String> lines) {
        return new FolderReport(dataset, layout, passedOver, lines, withoutSound, unreadable);
    }

    /**
     * What may make an accuracy too high: groups of own recordings that are not known. Tracks in folders such as {@code
     * train} and {@code test} are thought to be split with care.
     *
     * @return a sentence with numbers; empty if the groups of all tracks are known, or declared with the data set
     */
    public Optional<String> groupWarning() {
        return isOwn(dataset) && !Splits.hasSubsetFolders(dataset) ? GroupWarning.of(dataset) : Optional.empty();
    }

    private static boolean hasTable(Dataset dataset) {
        return dataset.info().source().startsWith(LABELS_OF);
    }

    /** Whether the tracks are those of an {@link AudioFolder}. */
    private static boolean isOwn(Dataset dataset) {
        return dataset.info().rate().isEmpty() && dataset.info().tracks().isEmpty();
    }

    private static String share(Dataset dataset) {
        int all = dataset.info().tracks().size();
        return all == 0 ? "" : ", " + dataset.tracks().size() + " of " + all + " tracks";
    }

    private static List<Path> inFolders(List<Path> files) {
        return files.stream().filter(file -> file.getNameCount() > 1).toList();
    }

    private static List<String> passedOver(Dataset dataset, List<Path> recordings, List<Path> others) {
        Set<Path> used = new HashSet<>();
        Map<String, Path> byName = new HashMap<>();
        for (Track track : dataset.tracks()) {
            Path file = dataset.folder().relativize(track.file());
            used.add(file);
            byName.put(PathText.withoutExtension(PathText.of(file)), file);
        }
        Stream<String> unused = recordings.stream()
                .filter(file -> !used.contains(file))
                .map(file -> PathText.of(file) + ": " + reason(dataset, file, byName));
        Stream<String> noSound = others.stream().map(file -> PathText.of(file) + ": not the extension of a sound file");
        return Stream.concat(unused, noSound).toList();
    }

    private static String reason(Dataset dataset, Path file, Map<String, Path> byName) {
        Path other = byName.get(PathText.withoutExtension(PathText.of(file)));
        if (other != null) {
            return "another format of " + PathText.of(other);
        }
        if (hasTable(dataset)) {
            return "no row in the table";
        }
        return isOwn(dataset) ? "beside the folders of the classes" : "not a track of " + dataset.title();
    }

    private String counts() {
        List<String> labels = dataset.labels();
        return labels.size() > MOST_LABELS
                ? dataset.tracks().size() + " tracks, " + labels.size() + " labels"
                : labels.stream()
                        .map(label -> label + " " + dataset.tracks(label).size())
                        .collect(Collectors.joining(", "));
    }

    /** One line, such as {@code recordings: a folder per class: cat 6, dog 6; 3 files passed over}. */
    @Override
    public String toString() {
        return dataset.folder() + ": " + layout + ": " + counts()
                + (passedOver.isEmpty() ? "" : "; " + notUsed())
                + (withoutSound.isEmpty() ? "" : "; without sound files: " + String.join(", ", withoutSound));
    }

    private String notUsed() {
        String files = passedOver.size() + (passedOver.size() == 1 ? " file" : " files");
        return hasTable(dataset) ? files + " without a row in the table" : files + " passed over";
    }
}
