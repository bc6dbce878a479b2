package io.github.jukelab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Plots of tables: box plots, correlations, scatter plots. */
class PlotsTablesTest {

    private static final int WHITE = 0xFFFFFFFF;

    /** White at the left edge, a small file, a readable text. */
    private static void checkFigure(Figure figure) {
        BufferedImage image = figure.image();
        for (int y = 0; y < image.getHeight(); y++) {
            assertThat(image.getRGB(0, y)).as("left edge at " + y).isEqualTo(WHITE);
        }
        assertThat(figure.png()).hasSizeLessThan(100_000);
        assertThat(figure.alternativeText()).doesNotContain("NaN", "Infinity", "null", "\n");
    }

    @Test
    void boxesReachFromQuartileToQuartile() {
        Map<String, double[]> values = new LinkedHashMap<>();
        values.put("even", new double[] {5, 1, 2, 4, 3, 100});
        values.put("one", new double[] {2});
        values.put("none", new double[0]);
        Figure figure = Plots.box("Loudness", values);

        checkFigure(figure);
        assertThat(figure.alternativeText())
                .isEqualTo("Loudness, 7 values of 3 labels, box plot. even: quartiles 2.250 and 4.750, median 3.500;"
                        + " one: quartiles 2.000 and 2.000, median 2.000; none: no values");
        assertThatThrownBy(() -> Plots.box("x", Map.of("a", new double[] {Double.NaN})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("values by label must be finite and at least one, got 1 for [a]");
    }

    @Test
    void correlationsAreColours() {
        Figure figure =
                Plots.correlations(List.of("a", "b", "c"), new double[][] {{1, 0.1, -0.9}, {0.1, 1, 0}, {-0.9, 0, 1}});

        checkFigure(figure);
        assertThat(figure.alternativeText())
                .isEqualTo("Correlations of 3 columns; the strongest is between a and c, -0.90");
        assertThat(figure.image().getRGB(172 + 12, 12 + 12)).isEqualTo(Palette.BLUE.getRGB());
        assertThat(figure.image().getRGB(172 + 36, 12 + 60)).isEqualTo(WHITE);
        assertThatThrownBy(() -> Plots.correlations(List.of("a", "b"), new double[][] {{1}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("correlations of 2 columns must have the same number of rows and columns, got 1 rows");
    }

    /** The pixels of a mark. */
    private static List<Integer> mark(int label) {
        BufferedImage image = new BufferedImage(15, 15, BufferedImage.TYPE_INT_RGB);
        ShapeMarker.numbered(label, 11).paint(image.createGraphics(), 7, 7, 0);
        return Arrays.stream(image.getRGB(0, 0, 15, 15, null, 0, 15)).boxed().toList();
    }

    @Test
    void scatterOfAThousandPointsOfTenLabels() {
        Random random = new Random(1);
        Map<String, double[][]> points = new LinkedHashMap<>();
        IntStream.range(0, 10)
                .forEach(label -> points.put(
                        "label" + label,
                        random.doubles(100)
                                .mapToObj(x -> new double[] {x + label, random.nextGaussian()})
                                .toArray(double[][]::new)));
        Figure figure = Plots.scatter("Across", "Up", points);

        checkFigure(figure);
        assertThat(IntStream.range(0, 10).mapToObj(PlotsTablesTest::mark)).doesNotHaveDuplicates();
        assertThat(figure.alternativeText())
                .startsWith("1000 points, x: Across, y: Up. Means by label: label0 0.5")
                .contains("; label9 9.");
        assertThatThrownBy(() -> Plots.scatter("x", "y", Map.of("a", new double[0][])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("points by label must be finite and at least one, got 0 for [a]");
    }
}
