package io.github.jukelab.cli;

import io.github.jukelab.dataset.DatasetException;
import io.github.jukelab.dataset.FolderReport;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option {@code --labels}. */
final class LabelsOption {

    @Option(
            names = "--labels",
            paramLabel = "TABLE",
            description =
                    "Label table of the recordings: CSV with file, label, perhaps a group (such as speaker, animal, "
                            + "site), start and end in seconds; or label tracks of Audacity and selection tables of Raven, one or "
                            + "a folder of them (default: the names of folders are the labels).",
            defaultValue = Option.NULL_VALUE)
    private Optional<Path> labels;

    boolean isGiven() {
        return labels.isPresent();
    }

    /** The recordings of a folder with these labels, or what the folder itself is. */
    FolderReport open(Path data) throws DatasetException {
        return labels.isPresent() ? FolderReport.open(data, labels.get()) : FolderReport.open(data);
    }
}
