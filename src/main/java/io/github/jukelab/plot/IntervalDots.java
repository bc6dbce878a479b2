package io.github.jukelab.plot;

import io.github.jukelab.evaluation.Interval;
import java.awt.Color;
import java.util.Locale;

/** One series of shares on an axis in per cent: dots with their intervals and, where there is room, their numbers. */
final class IntervalDots {

    /** The space that a number needs, as a share of the axis. */
    private static final double NUMBER = 0.08;

    private final DescribedChart chart;
    private final double rows;
    private final double end;
    private final Points intervals = new Points();
    private final Points shares = new Points();

    /** On a chart of so many rows whose axis goes from 0 to a share. */
    IntervalDots(DescribedChart chart, double rows, double end) {
        this.chart = chart;
        this.rows = rows;
        this.end = end;
    }

    /** Adds a share at the height of a row. */
    void add(double share, Interval interval, double row) {
        intervals.add(100 * interval.low(), row).add(100 * interval.high(), row).gap();
        shares.add(100 * share, row);
        chart.addAnnotation(number(share, interval, row / rows).font(Palette.SMALL));
    }

    /** Draws what was added, as an entry of the legend. */
    void draw(String name, Color colour) {
        chart.line("intervals of " + name, intervals, colour, 2, false)
                .setMarker(ShapeMarker.bar(2, 9))
                .setShowInLegend(false);
        chart.markers(name, shares, colour, ShapeMarker.dot(10));
    }

    /** Right of the interval, left of it, or above it, where there is room. */
    private TextAnnotation number(double share, Interval interval, double height) {
        String number = String.format(Locale.ROOT, "%.1f", 100 * share);
        if (interval.high() < (1 - NUMBER) * end) {
            return TextAnnotation.at(number, 100 * interval.high(), height).moved(8, 5);
        }
        if (interval.low() > NUMBER * end) {
            return TextAnnotation.at(number, 100 * interval.low(), height)
                    .rightAligned()
                    .moved(-8, 5);
        }
        TextAnnotation above = TextAnnotation.at(number, 100 * share, height);
        return share > end / 2 ? above.rightAligned().moved(-8, -3) : above.moved(8, -3);
    }
}
