package io.github.jukelab.classic;

import io.github.jukelab.Require;

/**
 * A kernel: the similarity of a query to each row.
 *
 * @param radial whether it is {@code exp(-gamma distance²)}, else the scalar product
 * @param gamma of a radial one
 */
record KernelFunction(boolean radial, double gamma) {

    KernelFunction {
        if (radial) {
            Require.positive("gamma", gamma);
        }
    }

    static final KernelFunction LINEAR = new KernelFunction(false, 0);

    static KernelFunction rbf(double gamma) {
        return new KernelFunction(true, gamma);
    }

    double[] of(ColumnMatrix rows, double[] query) {
        if (!radial) {
            return rows.products(query);
        }
        double[] values = rows.squaredDistances(query);
        for (int i = 0; i < values.length; i++) {
            values[i] = Math.exp(-gamma * values[i]);
        }
        return values;
    }
}
