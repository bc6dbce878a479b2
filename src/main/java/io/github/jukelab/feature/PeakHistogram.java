package io.github.jukelab.feature;

import io.github.jukelab.signal.Spectrogram;
import java.util.OptionalInt;

/**
 * Spectral peaks, counted by their height and by their distance from the nearest step of a scale, so that the tuning of
 * a sound of any length is found block by block.
 *
 * <p>Only peaks at least as high as the median count, and the median of all peaks is known only at the end. So peaks are
 * counted in ranges of height first: all floats with the same upper 16 bits, less than 1 % wide. Mostly the distance
 * with the most peaks is the same wherever in its range the median lies. If not, {@link #narrowed} counts the peaks of
 * this range once more, by their lower 16 bits, each height separately. Memory is at most 26 MB, mostly 2 MB.
 */
final class PeakHistogram {

    /** Bins of distance, of a hundredth of a step each. */
    static final int BINS = 100;

    private static final double LOWEST = 150;
    private static final double HIGHEST = 4000;
    private static final float THRESHOLD = 0.1f;
    private static final float A0 = 27.5f;

    private static final int HALF_OF_BITS = 16;
    private static final int ALL = -1;

    private final int stepsPerOctave;
    /** The upper bits of the heights that are counted, or {@link #ALL}. */
    private final int range;
    /** Peaks above this range by their bin. */
    private final long[] above;
    /** Peaks below this range. */
    private final long below;
    /** [upper or lower bits of the height][bin]; null where there are no peaks. */
    private final int[][] counts = new int[1 << HALF_OF_BITS][];

    private PeakHistogram(int stepsPerOctave, int range, long[] above, long below) {
        this.stepsPerOctave = stepsPerOctave;
        this.range = range;
        this.above = above;
        this.below = below;
    }

    /** A histogram without peaks. */
    static PeakHistogram of(int stepsPerOctave) {
        return new PeakHistogram(stepsPerOctave, ALL, new long[BINS], 0);
    }

    /** Counts the peaks of a spectrogram, magnitude or power. */
    void add(Spectrogram spectrogram) {
        double[] frequencies = spectrogram.frequencies();
        float[] thresholds = thresholds(spectrogram);
        for (int bin = 1; bin < frequencies.length - 1; bin++) {
            if (frequencies[bin] >= LOWEST && frequencies[bin] < HIGHEST) {
                add(spectrogram, bin, frequencies[1], thresholds);
            }
        }
    }

    private static float[] thresholds(Spectrogram spectrogram) {
        float[] thresholds = new float[spectrogram.frames()];
        for (int bin = 0; bin < spectrogram.bins(); bin++) {
            for (int t = 0; t < thresholds.length; t++) {
                float value = spectrogram.value(bin, t);
                thresholds[t] = value > thresholds[t] ? value : thresholds[t];
            }
        }
        for (int t = 0; t < thresholds.length; t++) {
            thresholds[t] *= THRESHOLD;
        }
        return thresholds;
    }

    private void add(Spectrogram spectrogram, int bin, double spacing, float[] thresholds) {
        for (int t = 0; t < thresholds.length; t++) {
            float value = spectrogram.value(bin, t);
            if (value > thresholds[t]) {
                float below = spectrogram.value(bin - 1, t);
                float above = spectrogram.value(bin + 1, t);
                if (value > below && value >= above) {
                    add(bin, spacing, below, value, above);
                }
            }
        }
    }

    /** Adds a peak, refined by the parabola through three bins. */
    private void add(int bin, double spacing, float below, float value, float above) {
        double curvature = (above + below) - 2.0 * value;
        double slope = (above - below) / 2.0;
        float shift = Math.abs(slope) >= Math.abs(curvature) ? 0 : (float) (-slope / curvature);
        float pitch = (float) ((bin + (double) shift) * spacing);
        add(value + 0.5f * ((above - below) / 2) * shift, bin(deviation(pitch)));
    }

    /** Adds a peak of a positive height; greater floats have greater bits. */
    void add(float height, int bin) {
        int bits = Float.floatToRawIntBits(height);
        int upper = bits >>> HALF_OF_BITS;
        if (range == ALL || range == upper) {
            int key = range == ALL ? upper : bits & (counts.length - 1);
            if (counts[key] == null) {
                counts[key] = new int[BINS];
            }
            counts[key][bin]++;
        }
    }

    private float deviation(float pitch) {
        float position = stepsPerOctave * (float) (Math.log(pitch / A0) / Math.log(2));
        float residual = position - (float) Math.floor(position);
        return residual >= 0.5f ? residual - 1 : residual;
    }

    private static int bin(float deviation) {
        int bin = Math.min(BINS - 1, (int) ((deviation + 0.5) * BINS));
        while (deviation < edge(bin)) {
            bin--;
        }
        while (bin < BINS - 1 && deviation >= edge(bin + 1)) {
            bin++;
        }
        return bin;
    }

    /** Where a bin of distance begins, in steps. */
    static double edge(int bin) {
        return bin * (1.0 / BINS) - 0.5;
    }

    /**
     * The bin with the most peaks at least as high as the median, the lowest of equals; that of distance 0 without any
     * peak; empty if that depends on where in its range the median lies.
     */
    OptionalInt largest() {
        long peaks = peaks();
        if (peaks == 0) {
            return OptionalInt.of(BINS / 2);
        }
        int lower = key((peaks - 1) / 2);
        int upper = key(peaks / 2);
        if (range != ALL) {
            return OptionalInt.of(largest(sum(firstCounted(lower, upper))));
        }
        if (lower < upper) {
            return OptionalInt.of(largest(sum(upper)));
        }
        long[] sure = sum(upper + 1);
        long[] possible = sum(upper);
        int largest = largest(sure);
        for (int bin = 0; bin < BINS; bin++) {
            boolean overtakes = possible[bin] > sure[largest] || possible[bin] == sure[largest] && bin < largest;
            if (bin != largest && overtakes) {
                return OptionalInt.empty();
            }
        }
        return OptionalInt.of(largest);
    }

    /** The lower of the middle two heights counts only if their mean, the median, is rounded down to it. */
    private int firstCounted(int lower, int upper) {
        return (height(lower) + height(upper)) / 2 > height(lower) ? upper : lower;
    }

    private float height(int key) {
        return Float.intBitsToFloat(range << HALF_OF_BITS | key);
    }

    /** An empty histogram for the peaks in the median's range only, which knows the others. */
    PeakHistogram narrowed() {
        int key = key(peaks() / 2);
        return new PeakHistogram(stepsPerOctave, key, sum(key + 1), peaks() - total(sum(key)));
    }

    private long peaks() {
        return below + total(sum(0));
    }

    /** Which range or height the peak of a rank, from the lowest of all on, belongs to. */
    private int key(long rank) {
        long passed = below;
        int key = -1;
        while (passed <= rank) {
            key++;
            passed += counts[key] == null ? 0 : total(counts[key]);
        }
        return key;
    }

    /** The peaks above this range, and those in it from a key on, by their bin. */
    private long[] sum(int from) {
        long[] sum = above.clone();
        for (int key = from; key < counts.length; key++) {
            for (int bin = 0; counts[key] != null && bin < BINS; bin++) {
                sum[bin] += counts[key][bin];
            }
        }
        return sum;
    }

    private static long total(long[] counts) {
        long total = 0;
        for (long count : counts) {
            total += count;
        }
        return total;
    }

    private static long total(int[] counts) {
        long total = 0;
        for (int count : counts) {
            total += count;
        }
        return total;
    }

    private static int largest(long[] counts) {
        int largest = 0;
        for (int i = 1; i < counts.length; i++) {
            largest = counts[i] > counts[largest] ? i : largest;
        }
        return largest;
    }
}
