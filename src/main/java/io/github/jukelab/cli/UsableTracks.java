package io.github.jukelab.cli;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetException;
import io.github.jukelab.dataset.IntegrityReport;
import java.io.PrintWriter;

/** What of a data set can be learnt from. */
final class UsableTracks {

    /** Tracks of a label, for three subsets and folds. */
    private static final int LEAST = 5;

    private UsableTracks() {}

    /** The tracks that can be read, of labels that have enough; what is left out is said. */
    static Dataset tracks(Dataset all, PrintWriter err) throws DatasetException {
        err.println(all);
        IntegrityReport validation = all.validate(new TerminalProgress(err));
        Problems.list(
                err,
                "skipped",
                validation.findings().stream()
                        .filter(finding -> validation.unusable().contains(finding.track()))
                        .map(finding -> finding.file() + ": " + finding.detail())
                        .toList());
        Dataset readable = all.without(validation.unusable());
        Dataset enough = readable.withAtLeastPerLabel(LEAST);
        Problems.list(
                err,
                "skipped labels, fewer than " + LEAST + " tracks",
                readable.labels().stream()
                        .filter(label -> !enough.labels().contains(label))
                        .toList());
        return enough;
    }
}
