package io.github.jukelab.spark;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Computes a batch. A file that ends the JVM of its executor, as an error in native code can, makes Spark give up the
 * whole job after a few attempts. Then the batch is cut into halves, with one file per task, until the file is alone; it
 * gets a row with that reason, all others get theirs.
 */
final class BatchRun {

    /** The problem of a file that ended its JVM. */
    private static final String LOST = "EXECUTOR_LOST";

    private static final List<String> SIGNS =
            List.of("ExecutorLostFailure", "java.lang.OutOfMemoryError", "java.lang.StackOverflowError");

    private final Batches batches;
    private final TableSchema schema;
    private final FileRows work;

    BatchRun(Batches batches, TableSchema schema, FileRows work) {
        this.batches = batches;
        this.schema = schema;
        this.work = work;
    }

    /** Computes and writes the rows of all files of the tasks. */
    void run(List<List<SoundEntry>> tasks) {
        try {
            batches.compute(tasks, work);
        } catch (Exception e) { // Scala's methods throw checked exceptions that they do not declare.
            if (!endedItsJvm(e)) {
                throw e;
            }
            List<SoundEntry> files = tasks.stream().flatMap(List::stream).toList();
            if (files.size() == 1) {
                batches.add(schema.bad(files.get(0), LOST, "ended the program that read it: " + sign(e).orElseThrow()));
            } else {
                run(alone(files.subList(0, files.size() / 2)));
                run(alone(files.subList(files.size() / 2, files.size())));
            }
        }
    }

    private static List<List<SoundEntry>> alone(List<SoundEntry> files) {
        return files.stream().map(List::of).collect(Collectors.toList());
    }

    private static Stream<Throwable> causes(Throwable e) {
        return Stream.iterate(e, cause -> cause != null, Throwable::getCause);
    }

    private static boolean endedItsJvm(Exception e) {
        return sign(e).isPresent();
    }

    /** What Spark says about the end of the JVM, from the sign on. */
    private static Optional<String> sign(Exception e) {
        return causes(e)
                .map(String::valueOf)
                .flatMap(text -> SIGNS.stream().filter(text::contains).map(sign -> text.substring(text.indexOf(sign))))
                .flatMap(String::lines)
                .findFirst();
    }
}
