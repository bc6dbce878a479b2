package io.github.jukelab.table;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The eigenvalues and eigenvectors of a symmetric matrix by Jacobi rotations: each rotates one pair of axes so that
 * their off-diagonal element becomes 0, until the matrix is diagonal. 57 features need a few milliseconds.
 */
final class Symmetric {

    private static final int SWEEPS = 50;
    private static final double SMALL = 1e-22;

    private final double[][] matrix;
    private final double[][] vectors;

    private Symmetric(double[][] matrix) {
        this.matrix = matrix;
        this.vectors = new double[matrix.length][matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            vectors[i][i] = 1;
        }
    }

    /** The matrix is copied. */
    static Symmetric of(double[][] matrix) {
        double[][] copy = new double[matrix.length][];
        for (int i = 0; i < matrix.length; i++) {
            copy[i] = matrix[i].clone();
        }
        Symmetric eigen = new Symmetric(copy);
        for (int sweep = 0; sweep < SWEEPS && eigen.offDiagonal() > SMALL; sweep++) {
            eigen.sweep();
        }
        return eigen;
    }

    /** The indices of the largest eigenvalues, in descending order. */
    int[] largest(int count) {
        return IntStream.range(0, matrix.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -value(i)))
                .mapToInt(Integer::intValue)
                .limit(count)
                .toArray();
    }

    double value(int index) {
        return matrix[index][index];
    }

    /** The eigenvector, of length 1. */
    double[] vector(int index) {
        double[] vector = new double[matrix.length];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = vectors[i][index];
        }
        return vector;
    }

    /** The sum of squares off the diagonal, as a share of all. */
    private double offDiagonal() {
        double off = 0;
        double all = 0;
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < matrix.length; j++) {
                double square = matrix[i][j] * matrix[i][j];
                all += square;
                off += i == j ? 0 : square;
            }
        }
        return all == 0 ? 0 : off / all;
    }

    private void sweep() {
        for (int p = 0; p < matrix.length; p++) {
            for (int q = p + 1; q < matrix.length; q++) {
                if (matrix[p][q] != 0) {
                    rotate(p, q);
                }
            }
        }
    }

    private void rotate(int p, int q) {
        double slope = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
        double tangent = Math.copySign(1, slope) / (Math.abs(slope) + Math.sqrt(slope * slope + 1));
        double cosine = 1 / Math.sqrt(tangent * tangent + 1);
        double sine = tangent * cosine;
        for (double[] row : matrix) {
            rotate(row, p, q, cosine, sine);
        }
        for (int k = 0; k < matrix.length; k++) {
            double first = matrix[p][k];
            double second = matrix[q][k];
            matrix[p][k] = cosine * first - sine * second;
            matrix[q][k] = sine * first + cosine * second;
        }
        for (double[] row : vectors) {
            rotate(row, p, q, cosine, sine);
        }
    }

    private static void rotate(double[] row, int p, int q, double cosine, double sine) {
        double first = row[p];
        double second = row[q];
        row[p] = cosine * first - sine * second;
        row[q] = sine * first + cosine * second;
    }
}
