package io.github.jukelab.provenance;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What a work cost.
 *
 * @param seconds by the clock on the wall
 * @param processorSeconds of all threads of this process, native ones included
 */
public record Cost(double seconds, double processorSeconds) {

    /** A running measurement. */
    public static final class Stopwatch {

        private final long wall = System.nanoTime();
        private final long processor = processorNanos();

        private Stopwatch() {}

        /**
         * The cost since the start.
         *
         * @return wall and processor seconds
         */
        public Cost elapsed() {
            return new Cost((System.nanoTime() - wall) / 1e9, (processorNanos() - processor) / 1e9);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "Stopwatch[%.1f s]", elapsed().seconds());
        }
    }

    /**
     * Starts a measurement.
     *
     * @return running
     */
    public static Stopwatch start() {
        return new Stopwatch();
    }

    private static long processorNanos() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    /**
     * The cost of two works.
     *
     * @param other not part of this one
     * @return the sums
     */
    public Cost plus(Cost other) {
        return new Cost(seconds + other.seconds, processorSeconds + other.processorSeconds);
    }
}
