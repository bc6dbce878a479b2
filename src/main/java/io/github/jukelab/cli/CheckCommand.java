package io.github.jukelab.cli;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.OutputFile;
import io.github.jukelab.Printable;
import io.github.jukelab.Progress;
import io.github.jukelab.check.CheckReport;
import io.github.jukelab.check.Concern;
import io.github.jukelab.check.FolderCheck;
import io.github.jukelab.check.Topic;
import io.github.jukelab.dataset.FolderReport;
import io.github.jukelab.embedding.Embedding;
import io.github.jukelab.embedding.Embeddings;
import io.github.jukelab.embedding.MusicnnPackage;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says what is wrong with a folder of recordings. */
@Command(
        name = "check",
        sortOptions = false,
        description = {
            "Say before training what is wrong with a folder of recordings.",
            "",
            "Errors: the same sound with two labels, in two groups or in two of the folders train, validation and "
                    + "test; a group in two of these folders; fewer than two labels with 5 files that can be used, or "
                    + "a label without any.",
            "",
            "Warnings: files that cannot be read, are incomplete, silent, much shorter than the others, clipped, or "
                    + "of another sample rate or number of channels; the same or nearly the same sound twice; few "
                    + "files, uneven labels; a format or session that tells the label; names that look like groups, "
                    + "or like train and test.",
            "",
            "Every file is read once, also one of many hours; nothing is changed. With a label table, the parts of files "
                    + "that it names are looked at, and no others.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:training can go on, perhaps with warnings",
            "1:training should not go on, or the folder cannot be checked",
            "2:wrong arguments"
        },
        footer = {"", "Example: jukelab check recordings --html check.html"})
final class CheckCommand implements Callable<Integer> {

    @Parameters(
            paramLabel = "DIR",
            description = "Folder of recordings, as for train: a folder per label, a copy of GTZAN or a synthetic set. "
                    + "Or a label table in the folder of its recordings.")
    private Path folder;

    @Mixin
    private LabelsOption labels;

    @Option(
            names = "--embedding",
            description =
                    "Also look for odd labels, and for tracks that may be the same recording, by what they sound like "
                            + "to a network that was trained on music ('make embeddings'). Half a second of one core per 30 s.")
    private boolean embedding;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Also write everything into a page for a browser (default: no page).",
            defaultValue = Option.NULL_VALUE)
    private Optional<Path> html;

    @Mixin
    private ForceOption force;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Optional<OutputFile> page = html.isPresent()
                ? Optional.of(force.place(html.get(), "a page of check", CheckPage::isPage))
                : Optional.empty();
        FolderReport taken = labels.open(folder);
        Problems.printFolder(out, taken);
        Problems.printFirst(out, "cannot be looked at", taken.unreadable());
        out.flush();
        Optional<Embedding> ear = embedding ? Optional.of(Embeddings.get(MusicnnPackage.NAME)) : Optional.empty();
        Progress progress = new TerminalProgress(spec.commandLine().getErr());
        CheckReport report = ear.isPresent()
                ? FolderCheck.of(taken.dataset(), ear.get(), progress)
                : FolderCheck.of(taken.dataset(), progress);
        for (Topic topic : report.topics()) {
            print(topic, report.of(topic), out);
        }
        out.println();
        out.println(Printable.of(report.summary()));
        out.println(report.verdict());
        if (page.isPresent()) {
            String text = CheckPage.of(taken, report);
            AtomicFile.write(page.get().target(), part -> Files.writeString(part, text));
        }
        return report.stops() ? 1 : 0;
    }

    private static void print(Topic topic, List<Concern> concerns, PrintWriter out) {
        String kind = topic.stops() ? "error" : "warning";
        out.printf(Locale.ROOT, "%n%s: %s: %d%n", kind, topic.title(), concerns.size());
        Problems.printFirst(out, concerns.stream().map(Concern::toString).toList());
        out.println("  → " + topic.advice());
    }
}
