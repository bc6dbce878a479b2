package io.github.jukelab.feature;

import java.util.List;
import java.util.stream.IntStream;

/** Helpers of the features computed from a chroma: its check, and shares per frame. */
final class PitchClasses {

    private PitchClasses() {}

    static void require(FrameSeries chroma, String feature) {
        if (!chroma.rows().equals(ChromaStft.PITCH_CLASSES)) {
            throw new IllegalArgumentException(feature + " needs a chroma of the pitch classes C to B, got " + chroma
                    + " with rows " + chroma.rows());
        }
    }

    /** The names of the classes: those of twelve from C to B, others by number. */
    static List<String> names(int count) {
        return count == 12
                ? ChromaStft.PITCH_CLASSES
                : IntStream.rangeClosed(1, count).mapToObj(c -> "chroma" + c).toList();
    }

    /** The share of each class in the sum of its frame, [pitch class][frame], rounded to float; 0 in silent frames. */
    static float[][] shares(FrameSeries chroma) {
        double[] sums = new double[chroma.frames()];
        for (int c = 0; c < 12; c++) {
            for (int t = 0; t < sums.length; t++) {
                sums[t] += Math.abs(chroma.value(c, t));
            }
        }
        float[][] shares = new float[12][sums.length];
        for (int c = 0; c < 12; c++) {
            for (int t = 0; t < sums.length; t++) {
                shares[c][t] = (float) (chroma.value(c, t) / divisor(sums[t]));
            }
        }
        return shares;
    }

    /** The norm of a frame, or 1 if the frame is silent (norm below the smallest normal float). */
    static double divisor(double norm) {
        return norm < Float.MIN_NORMAL ? 1 : norm;
    }
}
