package io.github.jukelab.audio;

import io.github.jukelab.codec.AudioException;
import io.github.jukelab.codec.AudioException.Problem;
import io.github.jukelab.codec.AudioSource;
import io.github.jukelab.codec.SoundDecoder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;

/**
 * Work on one audio file: reading it and computing something of it. Whatever the file makes the work throw becomes an
 * {@link AudioException}, so that a run over many files needs to catch one exception only.
 *
 * <p>An {@link IllegalArgumentException} means that the sound is too short or too loud, or that its rate is too low. An
 * {@link OutOfMemoryError}, or more samples than an array holds, means that the sound is too long. Any other {@link
 * RuntimeException} is a fault of the program that this file brings out; its text becomes the reason.
 *
 * <p>A {@link CancellationException} and an {@link UncheckedIOException} pass unchanged: the work was stopped, or
 * something else than the file failed, such as a full disk.
 *
 * @see FileBatch
 */
public final class FileWork {

    private static final double BYTES_PER_MB = 1 << 20;
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;

    private static final String TOO_LONG = "too long for ";
    private static final String MEMORY = "this memory";

    private FileWork() {}

    /** What is done with a file. */
    @FunctionalInterface
    public interface Work<T> {

        /**
         * Reads and computes.
         *
         * @return the result
         * @throws IOException an {@link AudioException} if the file cannot be used, another one if something else fails
         */
        T run() throws IOException;
    }

    /**
     * Runs the work.
     *
     * @param file that the work reads
     * @param work reads and computes
     * @param <T> type of the result
     * @return the work's result
     * @throws AudioException if the file cannot be used
     * @throws IOException if something else failed
     * @throws CancellationException if the work was stopped
     */
    public static <T> T run(Path file, Work<T> work) throws IOException {
        try {
            return work.run();
        } catch (RuntimeException e) {
            throw unusable(file, e);
        } catch (OutOfMemoryError e) {
            throw tooLong(file, MEMORY, String.format(Locale.ROOT, "heap %.0f MB", heapMegabytes()), e);
        }
    }

    /**
     * Says why a file cannot be used.
     *
     * @param file that the work read
     * @param fault what the work threw
     * @return the exception, with a reason in words
     * @throws CancellationException if the fault is one
     * @throws UncheckedIOException if the fault is one
     */
    public static AudioException unusable(Path file, RuntimeException fault) {
        if (fault instanceof CancellationException || fault instanceof UncheckedIOException) {
            throw fault;
        }
        if (isArrayLimit(fault)) {
            return tooLong(file, "an array", "2147483647 samples", fault);
        }
        boolean ofSound = fault instanceof IllegalArgumentException && fault.getMessage() != null;
        String reason = ofSound ? fault.getMessage() : fault.toString();
        return new AudioException(file.toString(), Problem.NOT_COMPUTABLE, reason, fault);
    }

    /** {@link Math#toIntExact} throws the one, an allocation whose size was not checked the other. */
    private static boolean isArrayLimit(RuntimeException fault) {
        return fault instanceof NegativeArraySizeException
                || fault instanceof ArithmeticException && "integer overflow".equals(fault.getMessage());
    }

    private static AudioException tooLong(Path file, String what, String limit, Throwable cause) {
        String reason = TOO_LONG + what + ": " + length(file) + " (" + limit + ")";
        return new AudioException(file.toString(), Problem.TOO_LONG, reason, cause);
    }

    /**
     * Whether a file was only too long for the memory of this program, so that another one might use it.
     *
     * @param reason of an exception of {@link #run}
     * @return whether memory is the reason
     */
    public static boolean isLackOfMemory(String reason) {
        return reason.startsWith(TOO_LONG + MEMORY);
    }

    private static double heapMegabytes() {
        return Runtime.getRuntime().maxMemory() / BYTES_PER_MB;
    }

    /** How long the sound is by its header, or else how large the file is. */
    private static String length(Path file) {
        try (AudioSource source = AudioSource.open(file)) {
            OptionalDouble seconds = SoundDecoder.seconds(source);
            return seconds.isPresent()
                    ? time(seconds.getAsDouble())
                    : String.format(Locale.ROOT, "a file of %.0f MB", source.size() / BYTES_PER_MB);
        } catch (IOException e) {
            return e.getMessage();
        }
    }

    private static String time(double seconds) {
        if (seconds >= HOUR) {
            return String.format(Locale.ROOT, "%.1f hours", seconds / HOUR);
        }
        return seconds >= MINUTE
                ? String.format(Locale.ROOT, "%.1f minutes", seconds / MINUTE)
                : String.format(Locale.ROOT, "%.1f seconds", seconds);
    }
}
