package io.github.jukelab.evaluation;

import io.github.jukelab.AtomicFile;
import io.github.jukelab.Csv;
import io.github.jukelab.Phrases;
import io.github.jukelab.Require;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Accuracy by the number of recordings per class that models were trained on: it tells what more recordings would bring.
 *
 * <p>Each size was drawn several times, since with few recordings it matters which ones they are. Models of one curve had
 * the same draws.
 *
 * @param lines one per model, at least one; their names differ
 */
public record LearningCurve(List<Line> lines) {

    private static final List<String> COLUMNS = List.of("model", "per class", "all", "draw", "accuracy");

    /**
     * What a model reached.
     *
     * @param model its name, such as {@code logistic:table}
     * @param points from the fewest recordings to the most, at least one
     */
    public record Line(String model, List<Point> points) {

        /**
         * Checks the order.
         *
         * @param model its name
         * @param points from the fewest recordings to the most
         * @throws IllegalArgumentException if there is no point, or one does not have more recordings than the one before
         */
        public Line {
            points = List.copyOf(points);
            Require.atLeast("points of " + model, 1, points.size());
            for (int i = 1; i < points.size(); i++) {
                if (points.get(i).perClass() <= points.get(i - 1).perClass()) {
                    throw new IllegalArgumentException(
                            "points of " + model + " must have more and more recordings, got " + points.get(i - 1)
                                    + " before " + points.get(i));
                }
            }
        }

        /**
         * The point with the fewest recordings.
         *
         * @return the first
         */
        public Point fewest() {
            return points.get(0);
        }

        /**
         * The point with the most recordings.
         *
         * @return the last
         */
        public Point most() {
            return points.get(points.size() - 1);
        }
    }

    /**
     * The draws of one size.
     *
     * @param perClass training recordings per class; their mean if classes have different numbers of them
     * @param whole whether these are all training recordings
     * @param accuracies one per draw, each in [0, 1]; at least one
     * @param tracks id of a test track → share of the draws in which it was recognised, of those that tested it
     */
    public record Point(double perClass, boolean whole, List<Double> accuracies, SortedMap<String, Double> tracks) {

        /**
         * Copies the values and checks them.
         *
         * @param perClass more than 0
         * @param whole whether these are all training recordings
         * @param accuracies at least one
         * @param tracks at least one
         * @throws IllegalArgumentException if there is no draw or no test track, or a number is out of its range
         */
        public Point {
            accuracies = List.copyOf(accuracies);
            tracks = Collections.unmodifiableSortedMap(new TreeMap<>(tracks));
            Require.atLeast("draws", 1, accuracies.size());
            Require.atLeast("test tracks", 1, tracks.size());
            if (!(perClass > 0)) {
                throw new IllegalArgumentException("recordings per class must be more than 0, got " + perClass);
            }
            accuracies.forEach(Point::requireShare);
            tracks.values().forEach(Point::requireShare);
        }

        private static void requireShare(double share) {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("accuracies must be in [0, 1], got " + share);
            }
        }

        /**
         * The mean accuracy.
         *
         * @return over all draws, in [0, 1]
         */
        public double mean() {
            return accuracies.stream()
                    .mapToDouble(accuracy -> accuracy)
                    .average()
                    .orElseThrow();
        }

        /**
         * The lower end of the spread.
         *
         * @return the 10th percentile of the draws' accuracies; the accuracy itself if there is one draw
         */
        public double low() {
            return percentile(0.1);
        }

        /**
         * The upper end of the spread.
         *
         * @return the 90th percentile of the draws' accuracies; the accuracy itself if there is one draw
         */
        public double high() {
            return percentile(0.9);
        }

        /** Between two draws in proportion, as NumPy. */
        private double percentile(double share) {
            double[] sorted = accuracies.stream()
                    .mapToDouble(accuracy -> accuracy)
                    .sorted()
                    .toArray();
            double place = share * (sorted.length - 1);
            int below = (int) place;
            double above = sorted[Math.min(below + 1, sorted.length - 1)];
            return sorted[below] + (place - below) * (above - sorted[below]);
        }

        /**
         * The size in words.
         *
         * @return such as {@code 5} or {@code all (26.8)}
         */
        public String size() {
            String number = number();
            return whole ? "all (" + number + ")" : number;
        }

        /**
         * The mean accuracy and the spread, in per cent.
         *
         * @return such as {@code 62.1 (50.0–71.3)}; without the spread if there is one draw
         */
        public String text() {
            String mean = String.format(Locale.ROOT, "%.1f", 100 * mean());
            return accuracies.size() == 1
                    ? mean
                    : mean + String.format(Locale.ROOT, " (%.1f–%.1f)", 100 * low(), 100 * high());
        }

        private String number() {
            return perClass == Math.rint(perClass)
                    ? String.format(Locale.ROOT, "%.0f", perClass)
                    : String.format(Locale.ROOT, "%.1f", perClass);
        }

        @Override
        public String toString() {
            return size() + " per class: " + text() + " % in " + Phrases.count(accuracies.size(), "draw");
        }
    }

    /**
     * Copies the lines.
     *
     * @param lines at least one
     * @throws IllegalArgumentException if there is no line, or two have the same name
     */
    public LearningCurve {
        lines = List.copyOf(lines);
        Require.atLeast("models of a learning curve", 1, lines.size());
        List<String> models = lines.stream().map(Line::model).toList();
        if (models.stream().distinct().count() < models.size()) {
            throw new IllegalArgumentException("models must have different names, got " + models);
        }
    }

    /**
     * The sizes of all models.
     *
     * @return in words, as by {@link Point#size}, from the fewest recordings to the most
     */
    public List<String> sizes() {
        return lines.stream()
                .flatMap(line -> line.points().stream())
                .sorted(Comparator.comparingDouble(Point::perClass))
                .map(Point::size)
                .distinct()
                .toList();
    }

    /**
     * Writes a table with a row per draw: model, recordings per class, whether these are all, the number of the draw from
     * 1, its accuracy.
     *
     * @param file to write, UTF-8; appears whole or not at all
     * @throws IOException if it cannot be written
     */
    public void writeCsv(Path file) throws IOException {
        List<String> rows = new ArrayList<>();
        rows.add(Csv.line(COLUMNS));
        for (Line line : lines) {
            for (Point point : line.points()) {
                for (int draw = 0; draw < point.accuracies().size(); draw++) {
                    rows.add(Csv.line(List.of(
                            line.model(),
                            "" + point.perClass(),
                            "" + point.whole(),
                            "" + (draw + 1),
                            "" + point.accuracies().get(draw))));
                }
            }
        }
        AtomicFile.write(file, part -> Files.write(part, rows));
    }

    /**
     * Whether a file is a table that {@link #writeCsv} wrote, by its header.
     *
     * @param file any file
     * @return whether it is one
     * @throws IOException if it cannot be read
     */
    public static boolean isCsv(Path file) throws IOException {
        return Csv.hasHeader(file, COLUMNS);
    }

    /**
     * The curve in plain sentences: which model is ahead with the fewest recordings and with the most, and what the last
     * doubling brought, each with whether the test tracks can tell it.
     *
     * @return such as {@code With 2 recordings per class, svm:table recognises 60.0 %, knn:table 50.0 %. That can be told:
     *     the 95 % interval is from +4.0 to +16.0 points.} and so on
     */
    public String summary() {
        return LearningCurveSummary.of(this);
    }

    @Override
    public String toString() {
        return lines.stream()
                .map(line -> line.model() + " "
                        + Arrays.toString(line.points().stream()
                                .map(point ->
                                        point.size() + String.format(Locale.ROOT, ": %.1f %%", 100 * point.mean()))
                                .toArray()))
                .collect(Collectors.joining("; ", "LearningCurve[", "]"));
    }
}
