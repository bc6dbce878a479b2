package io.github.jukelab.network;

/** The device asked for cannot be used; the message is one line that says why and what to do. */
public final class DeviceException extends IllegalStateException {

    private static final long serialVersionUID = 1;

    /**
     * Says why.
     *
     * @param message one line
     */
    public DeviceException(String message) {
        super(message);
    }
}
