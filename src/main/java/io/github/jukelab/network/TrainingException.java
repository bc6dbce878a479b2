package io.github.jukelab.network;

/** Training cannot continue; the message has the epoch and step, the reason and what usually helps. */
public final class TrainingException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    /**
     * With a message.
     *
     * @param message epoch and step, reason, and what usually helps
     */
    public TrainingException(String message) {
        super(message);
    }
}
