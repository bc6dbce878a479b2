package io.github.jukelab.demo;

import io.github.jukelab.Require;

/**
 * What one request may cost.
 *
 * @param bytes of an upload, at most
 * @param seconds of its sound, at most
 * @param requestSeconds that an upload may take, and as many again for waiting and predicting
 * @param perClient requests of one address that are worked on at a time
 */
public record DemoLimits(long bytes, double seconds, int requestSeconds, int perClient) {

    /** 64 MiB, half an hour of sound, a minute, four at a time. */
    public static final DemoLimits DEFAULT = new DemoLimits(64L << 20, 1800, 60, 4);

    /**
     * Checks the values.
     *
     * @param bytes positive
     * @param seconds positive
     * @param requestSeconds at least 1
     * @param perClient at least 1
     * @throws IllegalArgumentException if one is out of its range
     */
    public DemoLimits {
        Require.positive("bytes", bytes);
        Require.positive("seconds", seconds);
        Require.atLeast("requestSeconds", 1, requestSeconds);
        Require.atLeast("perClient", 1, perClient);
    }
}
