package io.github.jukelab.spark;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Says after each batch how far the work is. The time left is estimated by bytes. */
final class BatchProgress {

    private static final double NANOS = 1e9;
    private static final int MINUTE = 60;

    private final PrintWriter out;
    private final String what;
    private final long files;
    private final long bytes;
    private final long start = System.nanoTime();
    private long doneFiles;
    private long doneBytes;

    /**
     * Of work that begins now.
     *
     * @param what is computed, in a word
     * @param files to be computed
     * @param bytes of them
     */
    BatchProgress(PrintWriter out, String what, long files, long bytes) {
        this.out = out;
        this.what = what;
        this.files = files;
        this.bytes = bytes;
    }

    /** What the next batch is, for Spark's own pages. */
    String next(List<List<SoundEntry>> batch) {
        return String.format(
                Locale.ROOT, "%s of files %,d to %,d of %,d", what, doneFiles + 1, doneFiles + count(batch), files);
    }

    private static long count(List<List<SoundEntry>> batch) {
        return batch.stream().mapToLong(List::size).sum();
    }

    void done(List<List<SoundEntry>> batch, long bad) {
        doneFiles += count(batch);
        doneBytes += batch.stream()
                .flatMap(List::stream)
                .mapToLong(SoundEntry::bytes)
                .sum();
        double seconds = (System.nanoTime() - start) / NANOS;
        out.printf(
                Locale.ROOT,
                "jukelab: %,d of %,d files, %,d bad, %.1f files/s, %s%n",
                doneFiles,
                files,
                bad,
                doneFiles / seconds,
                doneFiles == files ? "in " + text(seconds) : text(seconds * (bytes - doneBytes) / doneBytes) + " left");
        out.flush();
    }

    private static String text(double seconds) {
        Duration time = Duration.ofSeconds(Math.round(seconds));
        return time.toHours() > 0
                ? time.toHours() + " h " + time.toMinutesPart() + " min"
                : time.toSeconds() >= MINUTE
                        ? time.toMinutes() + " min " + time.toSecondsPart() + " s"
                        : time.toSeconds() + " s";
    }
}
