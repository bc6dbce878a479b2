package io.github.jukelab.classic;

/** A kernel: the similarity of a query to each row. */
@FunctionalInterface
interface KernelFunction {

    double[] of(ColumnMatrix rows, double[] query);

    static KernelFunction rbf(double gamma) {
        return (rows, query) -> {
            double[] values = rows.squaredDistances(query);
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.exp(-gamma * values[i]);
            }
            return values;
        };
    }
}
