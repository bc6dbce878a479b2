package io.github.jukelab.audio;

import java.io.IOException;
import java.nio.file.Path;

/** A sound file that cannot be used: which one and why. The message is {@code <file>: <reason>}. */
public final class AudioException extends IOException {

    private final String file;
    private final Problem problem;

    /**
     * A file that cannot be used.
     *
     * @param file the file
     * @param problem what kind of trouble
     * @param reason the trouble in words, for a person
     */
    public AudioException(Path file, Problem problem, String reason) {
        this(file, problem, reason, null);
    }

    /**
     * A file that cannot be used, because of something deeper.
     *
     * @param file the file
     * @param problem what kind of trouble
     * @param reason the trouble in words, for a person
     * @param cause what was caught
     */
    public AudioException(Path file, Problem problem, String reason, Throwable cause) {
        super(file + ": " + reason, cause);
        this.file = file.toString();
        this.problem = problem;
    }

    /**
     * The file.
     *
     * @return its path, as it was given
     */
    public Path file() {
        return Path.of(file);
    }

    /**
     * The kind of trouble.
     *
     * @return never null
     */
    public Problem problem() {
        return problem;
    }

    /** The kinds of trouble that a sound file can give. */
    public enum Problem {
        /** There is no such file, or it may not be read. */
        MISSING,
        /** The file has no bytes at all. */
        EMPTY,
        /** The file ends before its first sample. */
        TRUNCATED,
        /** The bytes are not a sound file, or one whose header makes no sense. */
        NOT_AUDIO,
        /** A sound file of a kind that nothing here can decode. */
        UNSUPPORTED,
        /** A proper sound file, but with no sample in it, or none in the part asked for. */
        NO_SAMPLES,
        /** A sample is infinite or not a number. */
        NOT_FINITE
    }
}
