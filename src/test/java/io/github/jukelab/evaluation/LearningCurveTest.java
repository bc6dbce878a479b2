package io.github.jukelab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.evaluation.LearningCurve.Line;
import io.github.jukelab.evaluation.LearningCurve.Point;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LearningCurveTest {

    private static final SortedMap<String, Double> ONE_TRACK = new TreeMap<>(Map.of("a", 0.5));

    @TempDir
    Path folder;

    /** Of a hundred tracks, those from one number on are recognised in every draw. */
    private static Point point(double perClass, int wrong) {
        SortedMap<String, Double> tracks = new TreeMap<>();
        for (int i = 0; i < 100; i++) {
            tracks.put(String.format("%03d", i), i < wrong ? 0.0 : 1.0);
        }
        double accuracy = 1 - wrong / 100.0;
        return new Point(perClass, perClass == 26.75, List.of(accuracy, accuracy), tracks);
    }

    /** numpy.percentile([0.1, 0.2, 0.4, 0.8], [10, 90]) gives 0.13 and 0.68. */
    @Test
    void spreadIsThatOfNumPy() {
        Point point = new Point(2, false, List.of(0.8, 0.1, 0.4, 0.2), ONE_TRACK);
        assertThat(point.mean()).isEqualTo(0.375, within(1e-12));
        assertThat(point.low()).isEqualTo(0.13, within(1e-12));
        assertThat(point.high()).isEqualTo(0.68, within(1e-12));
        assertThat(point.text()).isEqualTo("37.5 (13.0–68.0)");
        assertThat(point).hasToString("2 per class: 37.5 (13.0–68.0) % in 4 draws");
    }

    @Test
    void oneDrawHasNoSpread() {
        Point point = new Point(26.75, true, List.of(0.75), ONE_TRACK);
        assertThat(point.low()).isEqualTo(point.high()).isEqualTo(0.75);
        assertThat(point).hasToString("all (26.8) per class: 75.0 % in 1 draw");
    }

    /** 20 of 100 tracks more: mean 0.2, deviation 0.402, so 0.2 ± 1.96 · 0.0402 = 0.121 to 0.279. */
    @Test
    void saysWhoIsAheadAndWhetherItCanBeTold() {
        LearningCurve curve = new LearningCurve(List.of(
                new Line("old", List.of(point(1, 70), point(10, 40), point(26.75, 11))),
                new Line("new", List.of(point(1, 50), point(10, 30), point(26.75, 10)))));
        assertThat(curve.summary())
                .isEqualTo("With 1 recording per class, new recognises 50.0 %, old 30.0 %."
                        + " That can be told: the 95 % interval is from +12.1 to +27.9 points."
                        + " With all (26.8) recordings per class, new recognises 90.0 %, old 89.0 %."
                        + " 100 test tracks are too few to tell: the 95 % interval is from -1.0 to +3.0 points."
                        + " From 10 to all (26.8) recordings per class, new goes from 70.0 % to 90.0 %."
                        + " That can be told: the 95 % interval is from +12.1 to +27.9 points.");
        assertThat(curve.sizes()).containsExactly("1", "10", "all (26.8)");
    }

    @Test
    void oneModelOfOneSizeIsNotCompared() {
        LearningCurve curve = new LearningCurve(List.of(new Line("only", List.of(point(5, 20)))));
        assertThat(curve.summary()).isEqualTo("With 5 recordings per class, only recognises 80.0 %.");
        assertThat(curve).hasToString("LearningCurve[only [5: 80.0 %]]");
    }

    @Test
    void tableHasARowPerDraw() throws IOException {
        Path file = folder.resolve("curve.csv");
        Point two = new Point(2, false, List.of(0.25, 0.5), ONE_TRACK);
        Point all = new Point(3.5, true, List.of(0.75), ONE_TRACK);
        new LearningCurve(List.of(new Line("svm:table", List.of(two, all)))).writeCsv(file);
        assertThat(file)
                .content()
                .isEqualTo("model,per class,all,draw,accuracy\nsvm:table,2.0,false,1,0.25\nsvm:table,2.0,false,2,0.5\n"
                        + "svm:table,3.5,true,1,0.75\n");
        assertThat(LearningCurve.isCsv(file)).isTrue();
        assertThat(LearningCurve.isCsv(Files.writeString(file, "model,accuracy\n")))
                .isFalse();
    }

    @Test
    void refusesWhatIsNoCurve() {
        assertThatThrownBy(() -> new LearningCurve(List.of()))
                .hasMessage("models of a learning curve must be at least 1, got 0");
        Line line = new Line("a", List.of(point(1, 0)));
        assertThatThrownBy(() -> new LearningCurve(List.of(line, line)))
                .hasMessage("models must have different names, got [a, a]");
        assertThatThrownBy(() -> new Line("a", List.of(point(2, 0), point(1, 0))))
                .hasMessageStartingWith("points of a must have more and more recordings, got 2 per class");
        assertThatThrownBy(() -> new Point(1, false, List.of(1.5), ONE_TRACK))
                .hasMessage("accuracies must be in [0, 1], got 1.5");
        assertThatThrownBy(() -> new Point(0, false, List.of(1.0), ONE_TRACK))
                .hasMessage("recordings per class must be more than 0, got 0.0");
        assertThatThrownBy(() -> new Point(1, false, List.of(), ONE_TRACK))
                .hasMessage("draws must be at least 1, got 0");
    }
}
