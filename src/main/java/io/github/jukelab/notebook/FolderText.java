package io.github.jukelab.notebook;

import io.github.jukelab.Printable;
import io.github.jukelab.dataset.FolderReport;
import java.util.ArrayList;
import java.util.List;

/** A report on a folder as text below a cell: of each kind of problem the first ten. */
final class FolderText {

    private static final int MOST = 10;

    private final List<String> lines = new ArrayList<>();

    private FolderText() {}

    static String of(FolderReport folder) {
        FolderText text = new FolderText();
        text.lines.add(folder.toString());
        text.add("passed over", folder.passedOver());
        text.add("rows of the label table not used", folder.skippedRows());
        text.add("cannot be read", folder.unreadable());
        folder.groupWarning().ifPresent(text.lines::add);
        return String.join("\n", text.lines.stream().map(Printable::of).toList());
    }

    private void add(String title, List<String> problems) {
        if (!problems.isEmpty()) {
            lines.add(title + ": " + problems.size());
            problems.stream().limit(MOST).forEach(problem -> lines.add("  " + problem));
        }
        if (problems.size() > MOST) {
            lines.add("  … and " + (problems.size() - MOST) + " more");
        }
    }
}
