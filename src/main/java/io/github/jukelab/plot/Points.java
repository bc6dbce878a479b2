package io.github.jukelab.plot;

import java.util.ArrayList;
import java.util.List;

/** The points of a series, put together one by one. */
final class Points {

    private final List<double[]> points = new ArrayList<>();

    Points add(double x, double y) {
        points.add(new double[] {x, y});
        return this;
    }

    /** Interrupts a line. */
    Points gap() {
        return add(0, Double.NaN);
    }

    int count() {
        return points.size();
    }

    double[] x() {
        return points.stream().mapToDouble(point -> point[0]).toArray();
    }

    double[] y() {
        return points.stream().mapToDouble(point -> point[1]).toArray();
    }
}
