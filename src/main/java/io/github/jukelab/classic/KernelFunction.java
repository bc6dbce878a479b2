package io.github.jukelab.classic;

/** A kernel: how alike a query is to each row. */
@FunctionalInterface
interface KernelFunction {

    double[] of(ColumnMatrix rows, double[] query);

    static KernelFunction rbf(double gamma) {
        return (rows, query) -> {
            double[] alike = rows.squaredDistances(query);
            for (int i = 0; i < alike.length; i++) {
                alike[i] = Math.exp(-gamma * alike[i]);
            }
            return alike;
        };
    }
}
