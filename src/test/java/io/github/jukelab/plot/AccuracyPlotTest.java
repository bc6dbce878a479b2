package io.github.jukelab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.github.jukelab.evaluation.BenchmarkResult;
import io.github.jukelab.evaluation.Evaluation;
import io.github.jukelab.evaluation.Prediction;
import io.github.jukelab.evaluation.Predictions;
import java.awt.image.BufferedImage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

class AccuracyPlotTest {

    private static final int BLUE = Palette.BLUE.getRGB();

    /** A hundred tracks of two labels, {@code correct} of them predicted correctly. */
    private static Predictions tracks(int correct) {
        return new Predictions(
                List.of("x", "y"),
                IntStream.range(0, 100)
                        .mapToObj(i -> new Prediction(
                                "s" + i,
                                "s" + i,
                                i % 2,
                                i < correct == (i % 2 == 0) ? new float[] {1, 0} : new float[] {0, 1}))
                        .toList());
    }

    private static BenchmarkResult result(String protocol, int first, int second) {
        Map<String, Predictions> predictions = new LinkedHashMap<>();
        predictions.put("5-NN", tracks(first));
        predictions.put("SVM", tracks(second));
        return new BenchmarkResult(protocol, predictions, Map.of(), 1);
    }

    @Test
    void dotsAreDrawnAtTheAccuracy() {
        Figure figure = Plots.accuracies("GTZAN", List.of(result("by segment", 80, 90), result("by artist", 30, 40)));
        BufferedImage image = figure.image();
        XYChart chart = painted(figure);

        assertThat(image.getRGB(x(chart, 80), y(chart, 5.2 - 0.8))).isEqualTo(BLUE);
        assertThat(image.getRGB(x(chart, 30), y(chart, 2.6 - 0.8))).isEqualTo(BLUE);
        assertThat(image.getRGB(x(chart, 60), y(chart, 5.2 - 0.8))).isNotEqualTo(BLUE);
        assertThat(image.getRGB(0, 0)).isEqualTo(0xFFFFFFFF);
    }

    /** The figure's chart, after which its axes know their places. */
    private static XYChart painted(Figure figure) {
        XYChart chart = (XYChart) figure.chart();
        Figure.of(chart);
        return chart;
    }

    private static int x(XYChart chart, double percent) {
        return (int) Math.round(chart.getScreenXFromChart(percent));
    }

    private static int y(XYChart chart, double row) {
        return (int) Math.round(chart.getScreenYFromChart(row));
    }

    @Test
    void alternativeTextGivesAllNumbers() {
        Figure figure = Plots.accuracies("GTZAN", List.of(result("by segment", 80, 90), result("by artist", 0, 100)));

        assertThat(figure.alternativeText())
                .startsWith("Accuracy on GTZAN with 95 % intervals. by segment, 100 test tracks: 5-NN 80.0 % (")
                .contains("SVM 90.0 % (")
                .endsWith("by artist, 100 test tracks: 5-NN 0.0 % (0.0 to 0.0), SVM 100.0 % (100.0 to 100.0), "
                        + "chance 50.0 %, majority 50.0 %");
        assertThat(figure.png()).hasSizeLessThan(100_000);
    }

    @Test
    void theNumberIsInsideIfTheIntervalFillsTheBox() {
        Map<String, String> halves =
                IntStream.range(0, 100).boxed().collect(Collectors.toMap(i -> "s" + i, i -> i < 50 ? "a" : "b"));
        BenchmarkResult two = new BenchmarkResult("two groups", Map.of("SVM", tracks(50)), halves, 1);
        assertThat(two.interval("SVM")).hasToString("95 % interval 0.0–100.0 %");
        Figure figure = Plots.accuracies("GTZAN", List.of(two));
        XYChart chart = painted(figure);
        BufferedImage image = figure.image();
        int left = (int) chart.getYAxisLeftWidth();
        int middle = (int) IntStream.range(0, image.getHeight())
                .filter(y -> image.getRGB(x(chart, 50), y) == BLUE)
                .average()
                .orElseThrow();

        assertThat(inked(image, left - 11, left - 4, middle)).isFalse();
        assertThat(inked(image, x(chart, 100) + 8, image.getWidth(), middle)).isFalse();
        assertThat(inked(image, x(chart, 50) + 8, x(chart, 50) + 33, middle - 8))
                .isTrue();
    }

    /** Whether anything is drawn in these pixels of a row. */
    private static boolean inked(BufferedImage image, int from, int to, int y) {
        return IntStream.range(from, to).anyMatch(x -> image.getRGB(x, y) != 0xFFFFFFFF);
    }

    @Test
    void modelsHaveARowEach() {
        List<String> models = List.of("a network with a long name that does not fit", "5-NN");
        List<Evaluation> evaluations = List.of(Evaluation.of(tracks(80)), Evaluation.of(tracks(30)));
        Figure figure = Plots.accuracies("GTZAN", models, evaluations);
        XYChart chart = painted(figure);

        assertThat(height(figure, x(chart, 80))).isCloseTo(height(figure, x(chart, 30)) - 21, within(3.0));
        assertThat(figure.alternativeText())
                .startsWith("Accuracy on GTZAN with 95 % intervals, 100 test tracks: a network")
                .contains(" 80.0 % (71.1 to 86.7), 5-NN 30.0 % (")
                .endsWith(", chance 50.0 %, majority 50.0 %");
        assertThatThrownBy(() -> Plots.accuracies("GTZAN", models, List.of()))
                .hasMessage(
                        "there must be at least one model and an evaluation for each, got 2 models and 0 evaluations");
        Predictions few = new Predictions(List.of("x", "y"), tracks(80).rows().subList(0, 3));
        assertThatThrownBy(() -> Plots.accuracies("GTZAN", models, List.of(evaluations.get(0), Evaluation.of(few))))
                .hasMessage("models must have the same test set, got [{x=50, y=50}, {x=2, y=1}]");
    }

    /** Below the axis, which it may be wider than. */
    @Test
    void aWideLegendEndsWithinTheChart() {
        Map<String, Predictions> predictions = new LinkedHashMap<>();
        List.of("5-NN", "SVM", "logistic regression", "dense network")
                .forEach(model -> predictions.put(model, tracks(80)));
        BenchmarkResult result = new BenchmarkResult("segments at random", predictions, Map.of(), 1);
        BufferedImage image = Plots.accuracies("GTZAN", List.of(result)).image();
        int end = image.getWidth() - ChartStyle.PADDING;
        assertThat(IntStream.range(end + 2, image.getWidth())
                        .flatMap(x -> IntStream.range(image.getHeight() - ChartStyle.PADDING, image.getHeight())
                                .map(y -> image.getRGB(x, y))))
                .containsOnly(0xFFFFFFFF);
    }

    /** The mean height of what is blue in a column of pixels. */
    private static double height(Figure figure, int x) {
        BufferedImage image = figure.image();
        return IntStream.range(0, image.getHeight())
                .filter(y -> image.getRGB(x, y) == BLUE)
                .average()
                .orElseThrow();
    }

    @Test
    void refusesResultsOfDifferentModels() {
        BenchmarkResult other = new BenchmarkResult("by artist", Map.of("SVM", tracks(50)), Map.of(), 1);
        assertThatThrownBy(() -> Plots.accuracies("GTZAN", List.of(result("by segment", 80, 90), other)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "results must be at least one and have the same models, at most 8, got [[5-NN, SVM], [SVM]]");
        assertThatThrownBy(() -> Plots.accuracies("GTZAN", List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("results must be at least one and have the same models, at most 8, got []");
    }
}
