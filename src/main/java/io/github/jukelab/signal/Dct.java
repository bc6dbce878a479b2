package io.github.jukelab.signal;

/**
 * The discrete cosine transform of type II with orthonormal scaling, which describes a spectrum's shape in few numbers:
 * {@code y[k] = s sum over n of x[n] cos(pi k (2 n + 1) / (2 N))} with {@code s = sqrt(1 / N)} for {@code k = 0}, else
 * {@code sqrt(2 / N)}. With all {@code N} coefficients it keeps the sum of squares. Equal to {@code scipy.fft.dct(x,
 * type=2, norm="ortho")} to float rounding. Immutable.
 */
public final class Dct {

    private final int size;
    private final int coefficients;
    private final double[][] basis;

    private Dct(int size, int coefficients, double[][] basis) {
        this.size = size;
        this.coefficients = coefficients;
        this.basis = basis;
    }

    /**
     * A transform to the first coefficients.
     *
     * @param size number of input values N, at least 1
     * @param coefficients number of output values, from 1 to N
     * @return the transform
     * @throws IllegalArgumentException if the number of coefficients is not from 1 to N
     */
    public static Dct of(int size, int coefficients) {
        if (coefficients < 1 || coefficients > size) {
            throw new IllegalArgumentException("coefficients must be 1 to " + size + ", got " + coefficients);
        }
        double[][] basis = new double[coefficients][size];
        for (int k = 0; k < coefficients; k++) {
            double scale = Math.sqrt((k == 0 ? 1.0 : 2.0) / size);
            for (int n = 0; n < size; n++) {
                basis[k][n] = scale * Math.cos(Math.PI * k * (2 * n + 1) / (2 * size));
            }
        }
        return new Dct(size, coefficients, basis);
    }

    /**
     * The transform of every frame of a spectrogram, along its bins.
     *
     * @param spectrogram any scale, with {@code size} bins
     * @return shape [coefficient, frame], coefficient after coefficient
     * @throws IllegalArgumentException if the number of bins differs
     */
    public float[] apply(Spectrogram spectrogram) {
        if (spectrogram.bins() != size) {
            throw new IllegalArgumentException(
                    "this transform takes " + size + " bins, got a spectrogram of " + spectrogram.bins());
        }
        int frames = spectrogram.frames();
        double[][] sums = new double[coefficients][frames];
        double[] bin = new double[frames];
        for (int n = 0; n < size; n++) {
            for (int t = 0; t < frames; t++) {
                bin[t] = spectrogram.value(n, t);
            }
            for (int k = 0; k < coefficients; k++) {
                add(sums[k], basis[k][n], bin);
            }
        }
        return rounded(sums);
    }

    private static void add(double[] sums, double weight, double[] bin) {
        for (int t = 0; t < bin.length; t++) {
            sums[t] += weight * bin[t];
        }
    }

    private static float[] rounded(double[][] rows) {
        int frames = rows[0].length;
        float[] rounded = new float[rows.length * frames];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (float) rows[i / frames][i % frames];
        }
        return rounded;
    }

    @Override
    public String toString() {
        return "Dct[" + size + " values to " + coefficients + " coefficients]";
    }
}
