package io.github.jukelab.audio;

import java.io.IOException;
import java.nio.file.Path;

/** An audio file cannot be used. The message is {@code <file>: <reason>}. */
public final class AudioException extends IOException {

    private final String file;
    private final Problem problem;

    /**
     * Names the file and the reason.
     *
     * @param file the file
     * @param problem the kind of problem
     * @param reason why, for a person to read
     */
    public AudioException(Path file, Problem problem, String reason) {
        this(file, problem, reason, null);
    }

    /**
     * Names the file and the reason, with a cause.
     *
     * @param file the file
     * @param problem the kind of problem
     * @param reason why, for a person to read
     * @param cause the exception behind it
     */
    public AudioException(Path file, Problem problem, String reason, Throwable cause) {
        super(file + ": " + reason, cause);
        this.file = file.toString();
        this.problem = problem;
    }

    /**
     * The file.
     *
     * @return its path, as given
     */
    public Path file() {
        return Path.of(file);
    }

    /**
     * The kind of problem.
     *
     * @return never null
     */
    public Problem problem() {
        return problem;
    }

    /** What can be wrong with an audio file. */
    public enum Problem {
        /** The file does not exist or cannot be read. */
        MISSING,
        /** The file has 0 bytes. */
        EMPTY,
        /** The file ends before its first sample. */
        TRUNCATED,
        /** The content is not audio, or the header is invalid. */
        NOT_AUDIO,
        /** The format or codec cannot be decoded here. */
        UNSUPPORTED,
        /** The file is valid, but has no samples, or none in the requested part. */
        NO_SAMPLES,
        /** A sample is infinite or not a number. */
        NOT_FINITE
    }
}
