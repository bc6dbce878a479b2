package io.github.jukelab.network;

/** Training cannot go on; the message says where it stood and what usually helps. */
public final class TrainingException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    /**
     * Says why.
     *
     * @param message where training stood, what happened, what usually helps
     */
    public TrainingException(String message) {
        super(message);
    }
}
