package io.github.jukelab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.evaluation.History;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
import org.knowm.xchart.HeatMapChart;
import org.knowm.xchart.HeatMapChartBuilder;
import org.knowm.xchart.PieChart;
import org.knowm.xchart.PieChartBuilder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

class FigureTest {

    private static BufferedImage image(int colours) {
        BufferedImage image = new BufferedImage(100, 10, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < 1000; i++) {
            image.setRGB(i % 100, i / 100, 0xFF000000 | (i % colours) * 1000);
        }
        return image;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 255, 256, 257, 1000})
    void pngKeepsEveryColour(int colours) throws IOException {
        BufferedImage drawn = image(colours);
        BufferedImage read =
                ImageIO.read(new ByteArrayInputStream(Figure.of(drawn, "noise").png()));
        for (int i = 0; i < 1000; i++) {
            assertThat(read.getRGB(i % 100, i / 100)).isEqualTo(drawn.getRGB(i % 100, i / 100));
        }
    }

    @Test
    void figuresDoNotChange() {
        BufferedImage drawn = image(5);
        Figure figure = Figure.of(drawn, "five");
        drawn.setRGB(0, 0, -1);
        figure.image().setRGB(1, 0, -1);
        assertThat(figure.image().getRGB(0, 0)).isEqualTo(0xFF000000);
        assertThat(figure.image().getRGB(1, 0)).isEqualTo(0xFF000000 + 1000);
    }

    @Test
    void refusesABlankAlternativeText() {
        assertThatThrownBy(() -> Figure.of(image(1), " "))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a figure needs an alternative text, got a blank one");
    }

    @Test
    void yourOwnChartsGetAnAlternativeText() {
        XYChart chart = new XYChartBuilder()
                .width(300)
                .height(200)
                .title("Tempo")
                .xAxisTitle("track")
                .yAxisTitle("beats per minute")
                .build();
        assertThat(Figure.of(chart).alternativeText())
                .isEqualTo("Chart: Tempo of beats per minute over track, no series");
        chart.addSeries("blues", new double[] {1, 2}, new double[] {90, 120});
        Figure figure = Figure.of(chart);
        assertThat(figure.alternativeText())
                .isEqualTo("Chart: Tempo of beats per minute over track. blues: 2 values from 90.0 to 120");
        assertThat(figure.image().getWidth()).isEqualTo(300);
        assertThat(Figure.of(chart, "my text")).hasToString("my text");
    }

    @Test
    void barChartsGetAnAlternativeText() {
        CategoryChart bars = new CategoryChartBuilder().width(300).height(200).build();
        bars.addSeries("tracks", List.of("blues", "rock"), List.of(10, 11));
        assertThat(Figure.of(bars).alternativeText()).isEqualTo("Chart. tracks: 2 values from 10.0 to 11.0");
    }

    @Test
    void heatMapsAndPiesGetAnAlternativeText() {
        HeatMapChart map = new HeatMapChartBuilder().width(300).height(200).build();
        map.addSeries("confusion", new int[] {0, 1}, new int[] {0, 1}, new int[][] {{7, 2}, {3, 8}});
        assertThat(Figure.of(map).alternativeText()).isEqualTo("Chart. confusion: 4 values from 2.00 to 8.00");

        PieChart pie =
                new PieChartBuilder().width(300).height(200).title("Tracks").build();
        pie.addSeries("blues", 10);
        pie.addSeries("rock", 11.5);
        assertThat(Figure.of(pie).alternativeText()).isEqualTo("Chart: Tracks. blues: 10.0; rock: 11.5");
    }

    private static Figure strip() {
        return Plots.strip("Centroid in Hz", Map.of("rock", new double[] {1000, 1500, 3000}));
    }

    @Test
    void aChartIsStyledWithItsLibraryAndKeepsItsText() {
        Figure figure = strip();
        XYChart chart = (XYChart) figure.chart();
        chart.getStyler().setXAxisMax(4000.0);
        Figure styled = Figure.of(chart);

        assertThat(styled.alternativeText()).isEqualTo(figure.alternativeText());
        assertThat(styled.png()).isNotEqualTo(figure.png());
        assertThat(Figure.of(figure.chart()).png()).isEqualTo(figure.png());
        assertThat(figure.chart()).isNotSameAs(figure.chart());
    }

    @Test
    void aChartShowsTheValuesAsTheyWere() {
        double[] values = {1000, 1500, 3000};
        Figure figure = Plots.strip("Centroid in Hz", Map.of("rock", values));
        values[0] = -1;

        assertThat(((XYChart) figure.chart()).getSeries("tracks").getXData()).containsExactly(1000, 1500, 3000);
    }

    @Test
    void onlyAFigureOfOneChartHasAChart() {
        Figure picture = Figure.of(image(5), "five");
        assertThat(picture.charts()).isEmpty();
        assertThatThrownBy(picture::chart)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this figure is not drawn by XChart and has no chart");
        Figure history = Plots.history(new History(List.of()));
        assertThat(history.charts()).hasSize(2).allMatch(XYChart.class::isInstance);
        assertThatThrownBy(history::chart)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("this figure has 2 charts: take one of charts()");
    }

    @Test
    void savesPngAndSvg(@TempDir Path folder) throws IOException {
        Figure figure = strip();
        figure.save(folder.resolve("a/strip.PNG"));
        assertThat(folder.resolve("a/strip.PNG")).hasBinaryContent(figure.png());

        figure.save(folder.resolve("strip.svg"));
        assertThat(folder.resolve("strip.svg")).content().contains("<svg", "width=\"800px\"", ">rock</text>");
    }

    @Test
    void historiesAreSavedWithBothCharts(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("history.svg");
        Plots.history(new History(List.of())).save(file);
        assertThat(file).content().contains("width=\"800px\"").containsSubsequence(">training<", ">training<");
    }

    @Test
    void savesNothingElse(@TempDir Path folder) {
        Figure picture = Figure.of(image(5), "five");
        Path gif = folder.resolve("five.gif");
        assertThatThrownBy(() -> picture.save(gif))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a figure can be saved as .png or .svg, got " + gif);
        assertThatThrownBy(() -> picture.save(folder.resolve("five.svg")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("only a figure that is drawn by XChart can be saved as .svg, save this one as .png");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void svgNeedsItsLibrary(@TempDir Path folder) throws Exception {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<URL> urls = new ArrayList<>();
        for (String entry : all.split(File.pathSeparator)) {
            if (!entry.contains("VectorGraphics2D")) {
                urls.add(Path.of(entry).toUri().toURL());
            }
        }
        try (URLClassLoader without =
                new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader())) {
            Object figure = without.loadClass(Plots.class.getName())
                    .getMethod("strip", String.class, Map.class)
                    .invoke(null, "Centroid in Hz", Map.of("rock", new double[] {1000, 1500}));
            Method save = figure.getClass().getMethod("save", Path.class);
            assertThatThrownBy(() -> save.invoke(figure, folder.resolve("strip.svg")))
                    .cause()
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessage(
                            "saving .svg needs the optional library de.erichseifert.vectorgraphics2d:VectorGraphics2D,"
                                    + " which is not on the class path");
        }
        assertThat(folder).isEmptyDirectory();
    }
}
