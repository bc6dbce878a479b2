package io.github.jukelab.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.jukelab.evaluation.Reports;
import io.github.jukelab.evaluation.RobustnessReport;
import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

class RobustnessPlotTest {

    private static final RobustnessReport FOUR = Reports.four();

    @Test
    void dotsAreDrawnAtTheShareOfEachModel() {
        Figure figure = Plots.robustness("GTZAN", List.of("SVM", "network"), List.of(FOUR, FOUR.withAbstain(0.75)));
        BufferedImage image = figure.image();
        XYChart chart = (XYChart) figure.chart();
        Figure.of(chart); // its axes know their places then

        double band = 2.6;
        double[] firsts = {0, 50, 25};
        double[] seconds = {50, 50, 0};
        for (int change = 0; change < 3; change++) {
            double row = band * (3 - change) - 0.8;
            assertThat(image.getRGB(x(chart, firsts[change]), y(chart, row)))
                    .isEqualTo(Palette.line(0).getRGB());
            assertThat(image.getRGB(x(chart, seconds[change]), y(chart, row - 1)))
                    .isEqualTo(Palette.line(1).getRGB());
        }
        assertThat(image.getRGB(x(chart, 35), y(chart, band * 3 - 0.3))).isEqualTo(0xFFFFFFFF);
    }

    private static int x(XYChart chart, double percent) {
        return (int) Math.round(chart.getScreenXFromChart(percent));
    }

    private static int y(XYChart chart, double row) {
        return (int) Math.round(chart.getScreenYFromChart(row));
    }

    @Test
    void alternativeTextGivesAllNumbers() {
        Figure figure = Plots.robustness("GTZAN", List.of("SVM"), List.of(FOUR));
        assertThat(figure.alternativeText())
                .isEqualTo(
                        "Share of answers on GTZAN that are different after a change of the sound, with 95 % intervals. "
                                + "SVM, 4 tracks: same 0.0 % (0.0 to 49.0), worse 50.0 % (15.0 to 85.0), other 25.0 % (4.6 to "
                                + "69.9)");
        assertThat(figure.png()).hasSizeLessThan(60_000);
    }

    @Test
    void rejectsOtherChangesAndNumbers() {
        RobustnessReport other = new RobustnessReport(FOUR.before(), Map.of("noise", FOUR.before()), 0, List.of());
        assertThatThrownBy(() -> Plots.robustness("GTZAN", List.of("a", "b"), List.of(FOUR, other)))
                .hasMessage(
                        "reports must have the same changes in the same order, got [[same, worse, other], [noise]]");
        assertThatThrownBy(() -> Plots.robustness("GTZAN", List.of(), List.of()))
                .hasMessage("there must be 1 to 8 models and a report for each, got 0 models and 0 reports");
        assertThatThrownBy(() -> Plots.robustness("GTZAN", List.of("a"), Collections.nCopies(2, FOUR)))
                .hasMessage("there must be 1 to 8 models and a report for each, got 1 models and 2 reports");
    }
}
