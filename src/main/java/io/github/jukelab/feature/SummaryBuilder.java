package io.github.jukelab.feature;

/**
 * Gathers the mean and the variance of values that come piece by piece. They are summed in chunks of one size, so the
 * result does not depend, not even by rounding, on the pieces. Each chunk is summed twice, as in {@link Summary}; four
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
        if (filled > 0) {
            double mean = sum() / filled;
            join(filled, mean, squares(mean));
            filled = 0;
        }
    }

    private void join(long more, double itsMean, double itsSquares) {
        double distance = itsMean - mean;
        double share = (double) more / Math.max(1, count + more);
        mean += distance * share;
        squares += itsSquares + distance * distance * share * count;
        count += more;
    }

    private double sum() {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < filled; i += 4) {
            a += chunk[i];
            b += chunk[i + 1];
            c += chunk[i + 2];
            d += chunk[i + 3];
        }
        for (; i < filled; i++) {
            a += chunk[i];
        }
        return a + b + (c + d);
    }

    private double squares(double mean) {
        double a = 0;
        double b = 0;
        double c = 0;
        double d = 0;
        int i = 0;
        for (; i + 3 < filled; i += 4) {
            a += square(chunk[i] - mean);
            b += square(chunk[i + 1] - mean);
            c += square(chunk[i + 2] - mean);
            d += square(chunk[i + 3] - mean);
        }
        for (; i < filled; i++) {
            a += square(chunk[i] - mean);
        }
        return a + b + (c + d);
    }

    private static double square(double x) {
        return x * x;
    }
}
