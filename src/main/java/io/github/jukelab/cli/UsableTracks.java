package io.github.jukelab.cli;

import io.github.jukelab.dataset.Dataset;
import io.github.jukelab.dataset.DatasetException;
import io.github.jukelab.dataset.IntegrityReport;
import io.github.jukelab.input.ExampleCollector;
import io.github.jukelab.input.Preprocessing;
import io.github.jukelab.recipe.Recipe;
import java.io.PrintWriter;
import java.util.Collection;

/**
 * The tracks of a data set that can be used. Each file is read once, to check it and to extract its examples.
 *
 * @param dataset the readable tracks, of labels with enough of them
 * @param examples of these tracks
 */
record UsableTracks(Dataset dataset, ExampleCollector examples) {

    /** Reads all tracks and prints what is skipped. */
    static UsableTracks read(Dataset all, Collection<? extends Preprocessing> preprocessings, PrintWriter err)
            throws DatasetException {
        err.println(all);
        err.println("reading " + all.tracks().size() + " tracks");
        ExampleCollector examples = new ExampleCollector(preprocessings);
        IntegrityReport report = all.validate(examples, new TerminalProgress(err));
        Problems.print(
                err,
                "skipped",
                report.findings().stream()
                        .filter(finding -> report.unusable().contains(finding.track()))
                        .map(finding -> finding.file() + ": " + finding.detail())
                        .toList());
        Dataset readable = all.without(report.unusable());
        Dataset usable = readable.withAtLeastPerLabel(Recipe.MIN_TRACKS);
        Problems.print(
                err,
                "skipped labels, fewer than " + Recipe.MIN_TRACKS + " tracks",
                readable.labels().stream()
                        .filter(label -> !usable.labels().contains(label))
                        .toList());
        return new UsableTracks(usable, examples);
    }
}
