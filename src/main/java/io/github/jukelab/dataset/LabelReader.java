package io.github.jukelab.dataset;

import io.github.jukelab.PathText;
import io.github.jukelab.TimeSpan;
import io.github.jukelab.dataset.LabelSheet.Line;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Makes the rows of one label table. */
final class LabelReader {

    private static final List<String> GROUPS = List.of("group", "speaker", "animal", "artist", "site", "session");

    private static final Pattern SEVERAL = Pattern.compile("[;|]");

    // Columns of Raven, in lower case.
    private static final String SELECTION = "selection";
    private static final String VIEW = "view";
    private static final String OFFSET = "file offset (s)";
    private static final String END_FILE = "end file";

    private final LabelRows target;
    private final LabelSheet sheet;
    private final String name;
    private final String prefix;
    private final Optional<String> file;
    private final String label;
    private final Optional<String> group;
    private final boolean timed;
    private final Set<List<String>> selections = new HashSet<>();

    LabelReader(LabelRows target, LabelSheet sheet, String name, String prefix) throws DatasetException {
        LabelFormat format = sheet.format();
        this.target = target;
        this.sheet = sheet;
        this.name = name;
        this.prefix = prefix;
        this.file = format == LabelFormat.CSV
                ? Optional.of(sheet.require("file", format.file()))
                : sheet.column("file", format.file());
        this.label = sheet.require("label", format.label());
        this.group = sheet.column("group", GROUPS);
        this.timed = sheet.column("start", format.start()).isPresent()
                || sheet.column("end", format.end()).isPresent();
        if (timed) {
            sheet.require("start", format.start());
            sheet.require("end", format.end());
        }
    }

    void read() throws DatasetException {
        checkFiles();
        for (Line line : sheet.lines()) {
            if (!isSecondView(line)) {
                row(line);
            }
        }
    }

    /** Raven counts the time from the begin of the first of several files. */
    private void checkFiles() throws DatasetException {
        if (sheet.format() != LabelFormat.RAVEN || file.isEmpty() || sheet.has(OFFSET)) {
            return;
        }
        long files = sheet.lines().stream()
                .map(line -> sheet.field(line, file.get()))
                .distinct()
                .count();
        if (files > 1) {
            throw new DatasetException(
                    sheet.table(),
                    "has selections in " + files + " files, and times that are counted from the begin of the first;"
                            + " save it with the column File Offset (s)");
        }
    }

    /** Raven lists a selection once per view, such as waveform and spectrogram. */
    private boolean isSecondView(Line line) {
        if (sheet.format() != LabelFormat.RAVEN || !sheet.has(SELECTION) || !sheet.has(VIEW)) {
            return false;
        }
        List<String> selection = List.of(
                sheet.field(line, SELECTION),
                file.map(column -> sheet.field(line, column)).orElse(""),
                sheet.field(line, sheet.format().start().get(0)),
                sheet.field(line, sheet.format().end().get(0)));
        return !selections.add(selection);
    }

    private void row(Line line) throws DatasetException {
        String text = sheet.field(line, label);
        if (SEVERAL.matcher(text).find()) {
            throw new DatasetException(
                    sheet.table(),
                    LabelSheet.at(line) + ": several labels for one sound are not supported, got " + text);
        }
        Optional<TimeSpan> part = part(line);
        if (text.isEmpty()) {
            skip(line, "has no label");
        } else if (file.isPresent() && sheet.field(line, file.get()).isEmpty()) {
            skip(line, "names no file");
        } else if (part.isPresent() && part.get().start() == part.get().end()) {
            skip(line, "is a point in time, not a part of the sound: " + text);
        } else if (sheet.has(END_FILE) && file.isPresent() && spansFiles(line)) {
            skip(line, "is a selection across two files");
        } else {
            add(line, PathText.label(text), part);
        }
    }

    private boolean spansFiles(Line line) {
        return !sheet.field(line, END_FILE).equals(sheet.field(line, file.orElseThrow()));
    }

    private void add(Line line, String text, Optional<TimeSpan> part) {
        String called = file.map(column -> sheet.field(line, column)).orElse("its recording");
        try {
            Path found = file.isPresent() ? find(called) : target.recordings().findBeside(name);
            Optional<String> known = group.map(column -> sheet.field(line, column))
                    .filter(value -> !value.isEmpty())
                    .map(PathText::label);
            target.rows().add(new LabelRow(prefix + LabelSheet.at(line), found, text, known, part));
        } catch (RecordingIndex.NotFoundException e) {
            skip(line, called + ": " + e.getMessage());
        }
    }

    private Path find(String called) throws RecordingIndex.NotFoundException {
        return sheet.format() == LabelFormat.RAVEN
                ? target.recordings().findNear(name, called)
                : target.recordings().find(called);
    }

    private void skip(Line line, String reason) {
        target.skipped().add(prefix + LabelSheet.at(line) + ": " + reason);
    }

    private Optional<TimeSpan> part(Line line) throws DatasetException {
        LabelFormat format = sheet.format();
        if (!timed || isWhole(line)) {
            return Optional.empty();
        }
        double start = sheet.number(line, format.start().get(0));
        double end = sheet.number(line, format.end().get(0));
        if (format == LabelFormat.RAVEN && file.isPresent() && sheet.has(OFFSET)) {
            double offset = sheet.number(line, OFFSET);
            end += offset - start;
            start = offset;
        }
        if (!(start >= 0 && end >= start)) {
            throw new DatasetException(
                    sheet.table(),
                    LabelSheet.at(line) + ": a part must begin at 0 s or later and end after its begin, got " + start
                            + " to " + end);
        }
        return Optional.of(new TimeSpan(start, end).toMilliseconds());
    }

    /** In our own tables, a row without times is about the whole file. */
    private boolean isWhole(Line line) {
        return sheet.format() == LabelFormat.CSV
                && sheet.field(line, "start").isEmpty()
                && sheet.field(line, "end").isEmpty();
    }
}
