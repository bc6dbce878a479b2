package io.github.jukelab.cli;

import io.github.jukelab.dataset.DatasetException;
import io.github.jukelab.dataset.FolderReport;
import java.io.PrintWriter;
import java.nio.file.Path;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options {@code --data} and {@code --labels}: the tracks of a command. */
final class DataOptions {

    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "One folder per class, perhaps in folders train and test; a copy of GTZAN, of cats and "
                    + "dogs, or a synthetic data set. Or a label table in the folder of its recordings.")
    private Path data;

    @Mixin
    private LabelsOption labels;

    /** Opens the tracks, without a word. */
    FolderReport open() throws DatasetException {
        return labels.open(data);
    }

    /** Says what the tracks are, and what of the folder and the table is not used. */
    static void print(FolderReport folder, PrintWriter err) {
        Problems.printFolder(err, folder);
        Problems.print(err, "skipped", folder.unreadable());
    }
}
