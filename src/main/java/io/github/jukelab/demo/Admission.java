package io.github.jukelab.demo;

import java.util.HashMap;
import java.util.Map;

/** Decides whether a request is worked on: few at a time in all, and fewer of one client. */
final class Admission {

    private final int inAll;
    private final int perClient;
    private final Map<String, Integer> inside = new HashMap<>();
    private int count;

    Admission(int inAll, int perClient) {
        this.inAll = inAll;
        this.perClient = perClient;
    }

    /** A place, until it is closed. */
    @FunctionalInterface
    interface Place extends AutoCloseable {

        @Override
        void close();
    }

    /**
     * Takes a place.
     *
     * @param client its address
     * @throws RequestFailure if the client has too many, or all are taken
     */
    synchronized Place enter(String client) throws RequestFailure {
        if (inside.getOrDefault(client, 0) >= perClient) {
            throw RequestFailure.tooMany(perClient);
        }
        if (count >= inAll) {
            throw RequestFailure.busy();
        }
        count++;
        inside.merge(client, 1, Integer::sum);
        return () -> leave(client);
    }

    private synchronized void leave(String client) {
        count--;
        inside.computeIfPresent(client, (address, places) -> places == 1 ? null : places - 1);
    }
}
