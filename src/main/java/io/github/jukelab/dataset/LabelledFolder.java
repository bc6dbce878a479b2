package io.github.jukelab.dataset;

import io.github.jukelab.PathText;
import io.github.jukelab.RelativePath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Joins a folder of recordings with its label table. */
final class LabelledFolder {

    private final Path folder;
    private final Path labels;
    private final FolderScan scan;
    private final LabelRows table;
    private final List<String> several = new ArrayList<>();

    private LabelledFolder(Path folder, Path labels, FolderScan scan) throws DatasetException {
        this.folder = folder;
        this.labels = labels;
        this.scan = scan;
        this.table = LabelRows.read(labels, folder, new RecordingIndex(folder, scan));
    }

    /**
     * The tracks that a table names.
     *
     * @param folder of the recordings
     * @param labels a table, or a folder of tables
     * @return with the rows that are not used
     */
    static FolderReport of(Path folder, Path labels) throws DatasetException {
        if (!Files.exists(labels)) {
            throw new DatasetException(labels, "no such file or folder" + RelativePath.lookedIn(labels));
        }
        return new LabelledFolder(folder, labels, FolderScan.of(folder)).report();
    }

    private FolderReport report() throws DatasetException {
        Map<String, List<LabelRow>> byId = new TreeMap<>();
        for (LabelRow row : table.rows()) {
            String id = PathText.withoutExtension(PathText.of(row.file()));
            byId.computeIfAbsent(id, key -> new ArrayList<>()).add(row);
        }
        List<Track> tracks = new ArrayList<>();
        for (Map.Entry<String, List<LabelRow>> file : byId.entrySet()) {
            tracks.addAll(tracks(file.getKey(), file.getValue()));
        }
        check(tracks);
        tracks.sort(Comparator.comparing(Track::label).thenComparing(Track::id));
        String name = AudioFolder.name(labels);
        DatasetInfo info =
                AudioFolder.info(AudioFolder.name(folder) + " (" + name + ")", tracks, FolderReport.LABELS_OF + name);
        return FolderReport.of(new Dataset(info, folder, tracks), scan).withSkippedRows(table.skipped());
    }

    private void check(List<Track> tracks) throws DatasetException {
        if (!several.isEmpty()) {
            throw new DatasetException(
                    labels,
                    "several labels for one sound are not supported: " + several.get(0)
                            + (several.size() == 1 ? "" : "; in all " + several.size() + " such pairs of rows"));
        }
        if (tracks.isEmpty()) {
            List<String> skipped = table.skipped();
            throw new DatasetException(
                    labels,
                    skipped.isEmpty()
                            ? "has no row"
                            : "none of its " + skipped.size() + " rows can be used for the recordings in " + folder
                                    + "; the first: " + skipped.get(0));
        }
    }

    /** The tracks of one file, in order of time. */
    private List<Track> tracks(String id, List<LabelRow> rows) throws DatasetException {
        requireOneGroup(rows);
        List<LabelRow> distinct = distinct(rows);
        distinct.sort(Comparator.comparingDouble((LabelRow row) -> row.span().start())
                .thenComparing(row -> row.span().end()));
        findSeveralLabels(distinct);
        boolean isWhole = distinct.size() == 1 && distinct.get(0).part().isEmpty();
        return distinct.stream()
                .map(row -> track(id, row, row.group().or(() -> isWhole ? Optional.empty() : Optional.of(id))))
                .toList();
    }

    private Track track(String id, LabelRow row, Optional<String> group) {
        Track whole = new Track(id, row.label(), group, folder.resolve(row.file()), row.part());
        return new Track(id + whole.partId(), row.label(), group, whole.file(), row.part());
    }

    /** Parts of one file are alike, so they must be in one group. */
    private void requireOneGroup(List<LabelRow> rows) throws DatasetException {
        LabelRow first = rows.get(0);
        for (LabelRow row : rows) {
            if (!row.group().equals(first.group())) {
                throw new DatasetException(
                        labels,
                        PathText.of(row.file()) + " must be in one group, got " + group(first) + " and " + group(row));
            }
        }
    }

    private static String group(LabelRow row) {
        return row.group().orElse("none") + " in " + row.place();
    }

    /** Each sound with each label once. */
    private List<LabelRow> distinct(List<LabelRow> rows) {
        Map<List<Object>, LabelRow> distinct = new LinkedHashMap<>();
        for (LabelRow row : rows) {
            LabelRow first = distinct.putIfAbsent(List.of(row.label(), row.span()), row);
            if (first != null) {
                table.skipped().add(row.place() + ": the same as " + first.place());
            }
        }
        return new ArrayList<>(distinct.values());
    }

    /** In order of time, a row is compared with the one before it that ends last. */
    private void findSeveralLabels(List<LabelRow> rows) {
        LabelRow last = rows.get(0);
        for (LabelRow row : rows.subList(1, rows.size())) {
            if (row.span().overlaps(last.span()) && !row.label().equals(last.label())) {
                several.add(PathText.of(row.file()) + " is " + last.claim() + ", and " + row.claim());
            }
            if (row.span().end() > last.span().end()) {
                last = row;
            }
        }
    }
}
