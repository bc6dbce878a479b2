package io.github.jukelab.network;

/** An engine cannot be used; the message is one line with the reason and what to do. */
public final class EngineException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    /**
     * With a message.
     *
     * @param message one line
     */
    public EngineException(String message) {
        super(message);
    }
}
