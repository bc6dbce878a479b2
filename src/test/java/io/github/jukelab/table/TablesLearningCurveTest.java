package io.github.jukelab.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.jukelab.evaluation.LearningCurve;
import io.github.jukelab.evaluation.LearningCurve.Line;
import io.github.jukelab.evaluation.LearningCurve.Point;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

class TablesLearningCurveTest {

    @Test
    void hasARowPerSizeAndAColumnPerModel() {
        Point one = new Point(1, false, List.of(0.25, 0.75), new TreeMap<>(Map.of("a", 0.5)));
        Point all = new Point(3.5, true, List.of(1.0), new TreeMap<>(Map.of("a", 1.0, "b", 1.0)));
        Table table = Tables.learningCurve(
                new LearningCurve(List.of(new Line("svm", List.of(one, all)), new Line("knn", List.of(all)))));
        assertThat(table.columnNames()).containsExactly("per class", "test tracks", "svm", "knn");
        assertThat(table.stringColumn("per class").asList()).containsExactly("1", "all (3.5)");
        assertThat(table.intColumn("test tracks").asList()).containsExactly(1, 2);
        assertThat(table.stringColumn("svm").asList()).containsExactly("50.0 (30.0–70.0)", "100.0");
        assertThat(table.stringColumn("knn").asList()).containsExactly("", "100.0");
    }
}
