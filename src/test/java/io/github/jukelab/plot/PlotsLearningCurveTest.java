package io.github.jukelab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.evaluation.LearningCurve;
import io.github.jukelab.evaluation.LearningCurve.Line;
import io.github.jukelab.evaluation.LearningCurve.Point;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.style.XYStyler;

class PlotsLearningCurveTest {

    private static Point point(double perClass, Double... accuracies) {
        return new Point(perClass, perClass > 20, List.of(accuracies), new TreeMap<>(Map.of("a", 0.5)));
    }

    private static LearningCurve curve(int models) {
        return new LearningCurve(IntStream.range(0, models)
                .mapToObj(i -> new Line("model " + i, List.of(point(1, 0.25, 0.75), point(8, 0.75), point(32, 1.0))))
                .toList());
    }

    @Test
    void textHasTheNumbers() {
        Figure figure = Plots.learningCurve(curve(1));
        assertThat(figure.alternativeText())
                .isEqualTo("Mean accuracy in % by training recordings per class, and the 10th to 90th percentile of"
                        + " draws. model 0: 1 per class 50.0 (30.0–70.0), 8 per class 75.0, all (32) per class 100.0");
        assertThat(figure.png().length).isBetween(2_000, 100 * 1024);
    }

    /** Doublings are as wide as each other: 1, 8 and 32 lie at 0, 3 and 5. */
    @Test
    void xIsLogarithmic() {
        XYChart chart = (XYChart) Plots.learningCurve(curve(2)).chart();
        assertThat(chart.getSeries("model 1").getXData()).containsExactly(0, 3, 5);
        assertThat(chart.getSeries("model 1").getYData()).containsExactly(50, 75, 100);
        assertThat(chart.getSeries("spread of model 1").getYData()).containsExactly(30, 75, 100, 100, 75, 70);
    }

    /** XChart asks for those beside the plot, too, and draws none if two are alike. */
    @Test
    void ticksAreDoublingsAndDiffer() {
        Function<Double, String> label =
                ((XYChart) Plots.learningCurve(curve(1)).chart()).getStyler().getxAxisTickLabelsFormattingFunction();
        assertThat(IntStream.rangeClosed(-3, 10).mapToObj(place -> label.apply((double) place)))
                .containsSubsequence("1", "2", "4", "8", "16", "32", "64")
                .doesNotHaveDuplicates();
    }

    /** XChart rounds the number of doublings between two ticks: from 0.75 to 1.5 it is 1. The plot is 700 pixels wide. */
    @ParameterizedTest
    @ValueSource(doubles = {1.5, 2, 6.7, 26.8, 1000})
    void aTickPerDoubling(double last) {
        LearningCurve curve = new LearningCurve(List.of(new Line("a", List.of(point(1, 0.5), point(last, 0.75)))));
        XYStyler styler = ((XYChart) Plots.learningCurve(curve).chart()).getStyler();
        double doublings = styler.getXAxisMax() - styler.getXAxisMin();
        assertThat(styler.getXAxisTickMarkSpacingHint() * doublings / 700).isBetween(0.8, 1.4);
    }

    @Test
    void drawsOneSizeAndNotTooManyModels() {
        LearningCurve one = new LearningCurve(List.of(new Line("only", List.of(point(5, 0.5)))));
        assertThat(Plots.learningCurve(one).png()).isNotEmpty();
        assertThatThrownBy(() -> Plots.learningCurve(curve(9)))
                .hasMessage("a learning curve is drawn of at most 8 models, got 9");
    }
}
