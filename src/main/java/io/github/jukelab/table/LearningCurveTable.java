package io.github.jukelab.table;

import io.github.jukelab.evaluation.LearningCurve;
import io.github.jukelab.evaluation.LearningCurve.Line;
import io.github.jukelab.evaluation.LearningCurve.Point;
import java.util.List;
import java.util.Optional;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** A learning curve as a table. */
final class LearningCurveTable {

    private LearningCurveTable() {}

    static Table of(LearningCurve curve) {
        List<String> sizes = curve.sizes();
        Table table = Table.create(
                "accuracy in % (10th to 90th percentile of draws)",
                StringColumn.create("per class", sizes),
                IntColumn.create(
                        "test tracks",
                        sizes.stream().mapToInt(size -> tracks(curve, size)).toArray()));
        for (Line line : curve.lines()) {
            table.addColumns(StringColumn.create(line.model(), sizes.stream().map(size -> point(line, size)
                    .map(Point::text)
                    .orElse(""))));
        }
        return table;
    }

    private static Optional<Point> point(Line line, String size) {
        return line.points().stream().filter(point -> point.size().equals(size)).findFirst();
    }

    /** Of the model that was tested on the most. */
    private static int tracks(LearningCurve curve, String size) {
        return curve.lines().stream()
                .flatMap(line -> point(line, size).stream())
                .mapToInt(point -> point.tracks().size())
                .max()
                .orElseThrow();
    }
}
