package io.github.jukelab.classic;

/** A kernel: how alike a query is to each row. */
@FunctionalInterface
interface Likeness {

    double[] of(Columns rows, double[] query);

    static Likeness rbf(double gamma) {
        return (rows, query) -> {
            double[] alike = rows.squaredDistances(query);
            for (int i = 0; i < alike.length; i++) {
                alike[i] = Math.exp(-gamma * alike[i]);
            }
            return alike;
        };
    }
}
