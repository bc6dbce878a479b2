package io.github.jukelab.feature;

/** What the features made of a chroma ask of it and do with it. */
final class PitchClasses {

    private PitchClasses() {}

    static void require(FrameSeries chroma, String feature) {
        if (!chroma.rows().equals(ChromaStft.PITCH_CLASSES)) {
            throw new IllegalArgumentException(feature + " needs a chroma of the pitch classes C to B, got " + chroma
                    + " with rows " + chroma.rows());
        }
    }

    /** Each class's share of its frame's sum, shape [pitch class][frame], rounded to float; 0 in silent frames. */
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

    /** The norm of a frame, or 1 where that is as good as nothing. */
    static double divisor(double norm) {
        return norm < Float.MIN_NORMAL ? 1 : norm;
    }
}
