package io.github.jukelab.feature;

/**
 * Gathers the mean and the variance of values that come piece by piece. They are summed in chunks of one size, so the
 * result does not depend, not even by rounding, on the pieces. In a chunk, values and squares are summed as distances
 * from its first value: as that is one of them, the variance keeps 12 digits however far from 0 the values are. Several
 * sums side by side spare the processor from waiting for each addition.
 *
 * <p>Source: Chan, Golub and LeVeque (1979), on joining variances.
 */
final class SummaryBuilder {

    private static final int CHUNK = 1024;

    private final float[] chunk = new float[CHUNK];
    private int filled;

    private long count;
    private double mean;
    /** The sum of squared distances from the mean. */
    private double squares;

    void add(float[] values) {
        add(values, values.length);
    }

    /** Adds the first {@code length} values. */
    void add(float[] values, int length) {
        for (int from = 0; from < length; ) {
            int taken = Math.min(CHUNK - filled, length - from);
            System.arraycopy(values, from, chunk, filled, taken);
            filled += taken;
            from += taken;
            if (filled == CHUNK) {
                joinChunk();
            }
        }
    }

    /** Adds all values of another builder. */
    void add(SummaryBuilder other) {
        joinChunk();
        other.joinChunk();
        join(other.count, other.mean, other.squares);
    }

    /** The summary of all values, at least one. */
    Summary summary() {
        joinChunk();
        if (count == 0) {
            throw new IllegalArgumentException("a summary needs at least one value, got none");
        }
        return new Summary(mean, squares / count);
    }

    private void joinChunk() {
        if (filled == 0) {
            return;
        }
        double first = chunk[0];
        double a = 0;
        double b = 0;
        double aSquares = 0;
        double bSquares = 0;
        for (int i = 0; i + 1 < filled; i += 2) {
            double x = chunk[i] - first;
            double y = chunk[i + 1] - first;
            a += x;
            b += y;
            aSquares += x * x;
            bSquares += y * y;
        }
        double last = filled % 2 == 0 ? 0 : chunk[filled - 1] - first;
        double sum = a + b + last;
        double sumOfSquares = aSquares + bSquares + last * last;
        join(filled, first + sum / filled, Math.max(0, sumOfSquares - sum * sum / filled));
        filled = 0;
    }

    private void join(long more, double itsMean, double itsSquares) {
        double distance = itsMean - mean;
        double share = (double) more / Math.max(1, count + more);
        mean += distance * share;
        squares += itsSquares + distance * distance * share * count;
        count += more;
    }
}
