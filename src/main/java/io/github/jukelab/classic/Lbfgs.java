package io.github.jukelab.classic;

import io.github.jukelab.Progress;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Finds the minimum of a smooth convex function: the limited-memory method of Broyden, Fletcher, Goldfarb and Shanno
 * (Liu and Nocedal 1989), which estimates the curvature from the last few steps.
 */
final class Lbfgs {

    private static final int MEMORY = 10;
    private static final int MAX_STEPS = 10_000;
    private static final int MAX_HALVINGS = 200;
    private static final double SUFFICIENT = 1e-4;
    /** Values with a smaller relative difference count as equal. */
    private static final double ROUNDING = 64 * Math.ulp(1.0);

    /** A function with its gradient. */
    @FunctionalInterface
    interface Smooth {

        /** Returns the value at a point and writes the gradient. */
        double at(double[] point, double[] gradient);
    }

    /** How point and gradient changed in one step. */
    private record Change(double[] point, double[] gradient) {

        double product() {
            return dot(point, gradient);
        }
    }

    private final Smooth function;
    private final Deque<Change> newest = new ArrayDeque<>();
    private double[] point;
    private double[] gradient;
    private double value;

    private Lbfgs(Smooth function, int size) {
        this.function = function;
        this.point = new double[size];
        this.gradient = new double[size];
        this.value = function.at(point, gradient);
    }

    /**
     * The point where no component of the gradient exceeds the tolerance, or where the value no longer falls by more
     * than rounding; the search starts at 0.
     */
    static double[] minimum(Smooth function, int size, double tolerance) {
        Lbfgs search = new Lbfgs(function, size);
        for (int step = 0; step < MAX_STEPS; step++) {
            Progress.checkInterrupted();
            double before = search.value;
            if (largest(search.gradient) <= tolerance || !search.step()) {
                return search.point;
            }
            if (before - search.value <= ROUNDING * Math.abs(before)) {
                return search.point;
            }
        }
        throw new IllegalArgumentException(
                "no optimum after " + MAX_STEPS + " steps: standardise the features, or choose a smaller c");
    }

    private static double largest(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** Halves the step until the value falls sufficiently (Armijo's rule); false if it never does. */
    private boolean step() {
        double[] direction = direction();
        double slope = dot(direction, gradient);
        double length = newest.isEmpty() ? 1 / Math.sqrt(-slope) : 1;
        for (int halving = 0; halving < MAX_HALVINGS; halving++) {
            double[] next = sum(point, length, direction);
            double[] nextGradient = new double[next.length];
            double nextValue = function.at(next, nextGradient);
            if (nextValue < value + SUFFICIENT * length * slope) {
                remember(new Change(sum(next, -1, point), sum(nextGradient, -1, gradient)));
                point = next;
                gradient = nextGradient;
                value = nextValue;
                return true;
            }
            length /= 2;
        }
        return false;
    }

    private void remember(Change change) {
        if (change.product() > 0) {
            newest.addFirst(change);
        }
        if (newest.size() > MEMORY) {
            newest.removeLast();
        }
    }

    /** The negative gradient, corrected by the estimated curvature. */
    private double[] direction() {
        double[] direction = sum(new double[gradient.length], -1, gradient);
        Deque<Double> factors = new ArrayDeque<>();
        for (Change change : newest) {
            double factor = dot(change.point, direction) / change.product();
            factors.addFirst(factor);
            direction = sum(direction, -factor, change.gradient);
        }
        if (!newest.isEmpty()) {
            Change last = newest.getFirst();
            double scale = last.product() / dot(last.gradient, last.gradient);
            direction = sum(direction, scale - 1, direction);
        }
        Iterator<Change> oldest = newest.descendingIterator();
        for (double factor : factors) {
            Change change = oldest.next();
            double already = dot(change.gradient, direction) / change.product();
            direction = sum(direction, factor - already, change.point);
        }
        return direction;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** a + factor · b. */
    private static double[] sum(double[] a, double factor, double[] b) {
        double[] sum = new double[a.length];
        for (int i = 0; i < sum.length; i++) {
            sum[i] = a[i] + factor * b[i];
        }
        return sum;
    }
}
