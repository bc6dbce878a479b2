package io.github.jukelab.plot;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Chart;
import org.knowm.xchart.internal.chartpart.IChart;

/** Charts as one picture: side by side if together they are at most as wide as a plot, else below each other. */
record Panels(List<? extends Chart<?, ?>> charts) implements IChart {

    private boolean beside() {
        return charts.stream().mapToInt(Chart::getWidth).sum() <= Canvas.WIDTH;
    }

    @Override
    public int getWidth() {
        return beside()
                ? charts.stream().mapToInt(Chart::getWidth).sum()
                : charts.stream().mapToInt(Chart::getWidth).max().orElseThrow();
    }

    @Override
    public int getHeight() {
        return beside()
                ? charts.stream().mapToInt(Chart::getHeight).max().orElseThrow()
                : charts.stream().mapToInt(Chart::getHeight).sum();
    }

    @Override
    public String getTitle() {
        return "";
    }

    @Override
    public void paint(Graphics2D graphics, int width, int height) {
        AffineTransform start = graphics.getTransform();
        for (Chart<?, ?> chart : charts) {
            chart.paint(graphics, chart.getWidth(), chart.getHeight());
            graphics.translate(beside() ? chart.getWidth() : 0, beside() ? 0 : chart.getHeight());
        }
        graphics.setTransform(start);
    }
}
