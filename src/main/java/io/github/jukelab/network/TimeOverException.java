package io.github.jukelab.network;

/** The time of a training was over before its first epoch ended, so that there is nothing to keep. */
public final class TimeOverException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    /** With a message that says what to do. */
    public TimeOverException() {
        super("the time was over before the first epoch ended; nothing is kept: give it more time");
    }
}
