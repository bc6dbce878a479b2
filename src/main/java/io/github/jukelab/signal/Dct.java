package io.github.jukelab.signal;

/**
 * The discrete cosine transform, which describes a spectrum's shape in few numbers. The usual one is of type II with
 * orthonormal scaling: {@code y[k] = s sum over n of x[n] cos(pi k (2 n + 1) / (2 N))} with {@code s = sqrt(1 / N)} for
 * {@code k = 0}, else {@code sqrt(2 / N)}. With all {@code N} coefficients it keeps the sum of squares. Equal to {@code
 * scipy.fft.dct} to float rounding. Immutable.
 */
public final class Dct {

    /** The types that MFCC are computed with, without scaling; numbers as in scipy. */
    public enum Type {
        /** {@code y[k] = x[0] + (-1)^k x[N - 1] + 2 sum over the others of x[n] cos(pi k n / (N - 1))}; N is 2 or more. */
        I {
            @Override
            double weight(int k, int n, int size) {
                return (n == 0 || n == size - 1 ? 1 : 2) * Math.cos(Math.PI * k * n / (size - 1));
            }

            @Override
            double orthonormal(int k, int n, int size) {
                double row = k == 0 || k == size - 1 ? 1 : Math.sqrt(2);
                double column = n == 0 || n == size - 1 ? Math.sqrt(2) : 1;
                return row * column / (2 * Math.sqrt(size - 1.0));
            }
        },
        /** {@code y[k] = 2 sum over n of x[n] cos(pi k (2 n + 1) / (2 N))}. */
        II {
            @Override
            double weight(int k, int n, int size) {
                return 2 * Math.cos(Math.PI * k * (2 * n + 1) / (2 * size));
            }

            @Override
            double orthonormal(int k, int n, int size) {
                return Math.sqrt((k == 0 ? 1.0 : 2.0) / size) / 2;
            }
        },
        /** {@code y[k] = x[0] + 2 sum over the others of x[n] cos(pi (2 k + 1) n / (2 N))}: the inverse of type II. */
        III {
            @Override
            double weight(int k, int n, int size) {
                return (n == 0 ? 1 : 2) * Math.cos(Math.PI * (2 * k + 1) * n / (2 * size));
            }

            @Override
            double orthonormal(int k, int n, int size) {
                return n == 0 ? Math.sqrt(1.0 / size) : Math.sqrt(2.0 / size) / 2;
            }
        };

        /** The weight of value {@code n} in coefficient {@code k}. */
        abstract double weight(int k, int n, int size);

        /** The factor of that weight that makes the transform orthonormal. */
        abstract double orthonormal(int k, int n, int size);
    }

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
        return of(size, coefficients, Type.II, true);
    }

    /**
     * A transform of any type to the first coefficients.
     *
     * @param size number of input values N, at least 1; 2 for type I
     * @param coefficients number of output values, from 1 to N
     * @param type the weights
     * @param orthonormal whether the transform of all N coefficients keeps the sum of squares
     * @return the transform
     * @throws IllegalArgumentException if the number of coefficients is not from 1 to N, or N is 1 for type I
     */
    public static Dct of(int size, int coefficients, Type type, boolean orthonormal) {
        if (coefficients < 1 || coefficients > size) {
            throw new IllegalArgumentException("coefficients must be 1 to " + size + ", got " + coefficients);
        }
        if (type == Type.I && size == 1) {
            throw new IllegalArgumentException("a cosine transform of type I needs at least 2 values, got 1");
        }
        double[][] basis = new double[coefficients][size];
        for (int k = 0; k < coefficients; k++) {
            for (int n = 0; n < size; n++) {
                basis[k][n] = type.weight(k, n, size) * (orthonormal ? type.orthonormal(k, n, size) : 1);
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
