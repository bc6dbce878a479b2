package io.github.jukelab.plot;

import io.github.jukelab.evaluation.Interval;

/** Shares over shares, each with its interval, in per cent. */
final class SharePoints {

    private final Points line = new Points();
    private final Points intervals = new Points();

    /** Adds a point; all are shares from 0 to 1. */
    void add(double x, double y, Interval interval) {
        line.add(100 * x, 100 * y);
        intervals
                .add(100 * x, 100 * interval.low())
                .add(100 * x, 100 * interval.high())
                .gap();
    }

    Points line() {
        return line;
    }

    /** A line from end to end of each interval, with gaps between them. */
    Points intervals() {
        return intervals;
    }
}
