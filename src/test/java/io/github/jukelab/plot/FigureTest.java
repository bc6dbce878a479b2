package io.github.jukelab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.CategoryChart;
import org.knowm.xchart.CategoryChartBuilder;
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
}
