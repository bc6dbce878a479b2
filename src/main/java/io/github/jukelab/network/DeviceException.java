package io.github.jukelab.network;

/** The requested device cannot be used; the message is one line with the reason and what to do. */
public final class DeviceException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    /**
     * With a message.
     *
     * @param message one line
     */
    public DeviceException(String message) {
        super(message);
    }
}
