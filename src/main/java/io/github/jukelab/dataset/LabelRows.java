package io.github.jukelab.dataset;

import io.github.jukelab.PathText;
import io.github.jukelab.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The rows of a label table, or of a folder of those that Audacity and Raven write. Rows that cannot be used are named,
 * and the rest goes on; a table that contradicts itself is refused.
 *
 * @param recordings where the files of the rows are looked for
 * @param rows whose recordings were found
 * @param skipped a line for each row or table that is not used
 */
record LabelRows(RecordingIndex recordings, List<LabelRow> rows, List<String> skipped) {

    /** Reads a table, or a folder of tables, about the recordings of a folder. */
    static LabelRows read(Path labels, Path folder, RecordingIndex recordings) throws DatasetException {
        LabelRows all = new LabelRows(recordings, new ArrayList<>(), new ArrayList<>());
        if (Files.isDirectory(labels)) {
            all.addFolder(labels);
        } else {
            new LabelReader(all, LabelSheet.read(labels), inFolder(labels, folder), "").read();
        }
        return all;
    }

    /** Where a table is within the folder of the recordings; if it is not there, as if it were directly in it. */
    private static String inFolder(Path table, Path folder) {
        Path absolute = table.toAbsolutePath().normalize();
        Path root = folder.toAbsolutePath().normalize();
        return PathText.of(absolute.startsWith(root) ? root.relativize(absolute) : absolute.getFileName());
    }

    private void addFolder(Path labels) throws DatasetException {
        List<Path> texts = FolderScan.of(labels).others().stream()
                .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".txt"))
                .toList();
        for (Path text : texts) {
            Progress.checkInterrupted();
            Path table = labels.resolve(text);
            String name = PathText.of(text);
            if (LabelSheet.format(table) == LabelFormat.CSV) {
                skipped.add(name + ": not a label table of Audacity or Raven");
            } else {
                new LabelReader(this, LabelSheet.read(table), name, name + ", ").read();
            }
        }
        if (rows.isEmpty() && skipped.isEmpty()) {
            throw new DatasetException(labels, "has no label table of Audacity or Raven, which are named .txt");
        }
    }
}
