package io.github.jukelab.codec;

import java.io.IOException;

/** An audio file cannot be used. The message is {@code <source>: <reason>}. */
public final class AudioException extends IOException {

    private final String source;
    private final Problem problem;
    private final String reason;

    /**
     * Names the source and the reason.
     *
     * @param source name of the source, for a file its path
     * @param problem the kind of problem
     * @param reason why, for a person to read
     */
    public AudioException(String source, Problem problem, String reason) {
        this(source, problem, reason, null);
    }

    /**
     * Names the source and the reason, with a cause.
     *
     * @param source name of the source, for a file its path
     * @param problem the kind of problem
     * @param reason why, for a person to read
     * @param cause the exception behind it
     */
    public AudioException(String source, Problem problem, String reason, Throwable cause) {
        super(source + ": " + reason, cause);
        this.source = source;
        this.problem = problem;
        this.reason = reason;
    }

    /**
     * The name of the source.
     *
     * @return for a file its path, as given
     */
    public String source() {
        return source;
    }

    /**
     * Why the file cannot be used.
     *
     * @return the message without the name of the source
     */
    public String reason() {
        return reason;
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
        NOT_FINITE,
        /** The sound is valid, but too short or too loud for what is computed of it, or its rate is too low. */
        NOT_COMPUTABLE,
        /** The sound, or what is computed of it, is longer than memory, an array or a limit allows. */
        TOO_LONG
    }
}
