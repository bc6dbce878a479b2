package io.github.jukelab.extraction;

import io.github.jukelab.Journal;
import io.github.jukelab.Progress;
import io.github.jukelab.audio.FileBatch;
import io.github.jukelab.codec.AudioException;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Work on many sound files, whose results are kept in a journal: a pool works, and only the calling thread writes. Each
 * result is stored at once, and files whose results an earlier run has stored are not read again. No file ends the run:
 * one that cannot be used is skipped.
 */
public final class JournaledFiles {

    private final Journal journal;
    private final List<SourceFile> files;
    private final Map<SourceFile, List<String>> lines = new HashMap<>();
    private int reused;

    /**
     * What the work gives for one file.
     *
     * @param text in ASCII, without spaces and line ends
     * @param warnings about the file, a line each
     */
    public record Result(String text, List<String> warnings) {

        /**
         * Copies the warnings.
         *
         * @param text in ASCII, without spaces and line ends
         * @param warnings a line each
         */
        public Result {
            warnings = List.copyOf(warnings);
        }
    }

    private JournaledFiles(Journal journal, List<SourceFile> files) {
        this.journal = journal;
        this.files = List.copyOf(files);
    }

    /**
     * Does the work on each file that is not in the journal.
     *
     * @param journal open; the results are stored in it
     * @param files each once
     * @param threads how many files are worked on at a time, at least 1
     * @param work on one file, in any thread
     * @param progress told after each file, in this thread
     * @return what became of the files
     * @throws IOException if the journal cannot be written
     * @throws java.util.concurrent.CancellationException if the thread was interrupted; finished files are kept
     */
    public static JournaledFiles run(
            Journal journal,
            List<SourceFile> files,
            int threads,
            FileBatch.Work<SourceFile, Result> work,
            Progress progress)
            throws IOException {
        JournaledFiles run = new JournaledFiles(journal, files);
        List<SourceFile> missing =
                run.files.stream().filter(file -> !run.isDone(file)).toList();
        run.reused = run.files.size() - missing.size();
        new FileBatch<>(missing, SourceFile::path, SourceFile::filename, threads)
                .run(work, run.new Results(), progress);
        return run;
    }

    private boolean isDone(SourceFile file) {
        return journal.contains(file.fingerprint());
    }

    private Stream<String> lines(Stream<SourceFile> of) {
        return of.flatMap(file -> lines.getOrDefault(file, List.of()).stream());
    }

    /**
     * The files that have a result.
     *
     * @return in the order of the files
     */
    public List<SourceFile> usable() {
        return files.stream().filter(this::isDone).toList();
    }

    /**
     * How many files were worked on, with a result.
     *
     * @return 0 or more
     */
    public int computed() {
        return usable().size() - reused;
    }

    /**
     * How many files had a result of an earlier run.
     *
     * @return 0 or more
     */
    public int reused() {
        return reused;
    }

    /**
     * The files that cannot be used.
     *
     * @return a line for each, with file and reason, in the order of the files
     */
    public List<String> skipped() {
        return lines(files.stream().filter(file -> !isDone(file))).toList();
    }

    /**
     * The warnings about the files of this run.
     *
     * @return a line for each, with the file, in the order of the files
     */
    public List<String> warnings() {
        return lines(usable().stream()).toList();
    }

    /**
     * The result for a file.
     *
     * @param file one of {@link #usable}
     * @return its text
     * @throws IOException if the journal cannot be read
     */
    public String text(SourceFile file) throws IOException {
        return journal.text(file.fingerprint());
    }

    @Override
    public String toString() {
        return "JournaledFiles[" + computed() + " computed, " + reused + " reused, of " + files.size() + "]";
    }

    /** Stores results as soon as they are there. */
    private final class Results implements FileBatch.Results<SourceFile, Result> {

        @Override
        public void computed(SourceFile file, Result result) throws IOException {
            journal.add(file.fingerprint(), result.text());
            lines.put(
                    file,
                    result.warnings().stream()
                            .map(warning -> file.name() + ": " + warning)
                            .toList());
        }

        @Override
        public void skipped(SourceFile file, AudioException reason) {
            lines.put(file, List.of(file.name() + ": " + reason.reason()));
        }
    }
}
