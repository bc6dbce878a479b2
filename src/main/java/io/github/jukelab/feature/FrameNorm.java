package io.github.jukelab.feature;

/** What the values of a frame are divided by; librosa's {@code norm} of a chroma. Silent frames are not divided. */
public enum FrameNorm {
    /** The largest absolute value, so that the strongest is 1. */
    INF {
        @Override
        double of(double[][] rows, int frame) {
            double largest = 0;
            for (double[] row : rows) {
                largest = Math.max(largest, Math.abs(row[frame]));
            }
            return largest;
        }
    },
    /** The sum of the absolute values, so that values are shares. */
    L1 {
        @Override
        double of(double[][] rows, int frame) {
            double sum = 0;
            for (double[] row : rows) {
                sum += Math.abs(row[frame]);
            }
            return sum;
        }
    },
    /** The root of the sum of squares. */
    L2 {
        @Override
        double of(double[][] rows, int frame) {
            double sum = 0;
            for (double[] row : rows) {
                sum += row[frame] * row[frame];
            }
            return Math.sqrt(sum);
        }
    },
    /** Values stay as they are. */
    NONE {
        @Override
        double of(double[][] rows, int frame) {
            return 1;
        }
    };

    abstract double of(double[][] rows, int frame);

    /** Writes the divided values of some frames, shape [row][frame], as frames from {@code first} on of {@code frames}. */
    void write(double[][] rows, float[] values, int first, int frames) {
        for (int t = 0; t < rows[0].length; t++) {
            double divisor = PitchClasses.divisor(of(rows, t));
            for (int row = 0; row < rows.length; row++) {
                values[row * frames + first + t] = (float) (rows[row][t] / divisor);
            }
        }
    }
}
