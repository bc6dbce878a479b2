package io.github.jukelab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.style.markers.Marker;

/** A marker of its own size, filled or hollow. XChart's own have one size per chart and are filled. */
final class ShapeMarker extends Marker {

    private final int width;
    private final int height;
    private final boolean round;
    private final boolean filled;
    private final int margin;

    private ShapeMarker(int width, int height, boolean round, boolean filled, int margin) {
        this.width = width;
        this.height = height;
        this.round = round;
        this.filled = filled;
        this.margin = margin;
    }

    /** A filled circle. */
    static ShapeMarker dot(int size) {
        return new ShapeMarker(size, size, true, true, 0);
    }

    /** A hollow circle. */
    static ShapeMarker ring(int size) {
        return new ShapeMarker(size, size, true, false, 0);
    }

    /** A hollow square. */
    static ShapeMarker square(int size) {
        return new ShapeMarker(size, size, false, false, 0);
    }

    /** An upright bar. */
    static ShapeMarker bar(int width, int height) {
        return new ShapeMarker(width, height, false, true, 0);
    }

    /** The same marker with a white margin, which separates it from others below it. */
    ShapeMarker withMargin(int pixels) {
        return new ShapeMarker(width, height, round, filled, pixels);
    }

    @Override
    public void paint(Graphics2D graphics, double x, double y, int markerSize) {
        if (margin > 0) {
            Color own = graphics.getColor();
            graphics.setColor(Color.WHITE);
            graphics.fill(shape(x, y, margin));
            graphics.setColor(own);
        }
        if (filled) {
            graphics.fill(shape(x, y, 0));
        } else {
            graphics.setStroke(new BasicStroke(Math.max(1, width / 6f)));
            graphics.draw(shape(x, y, 0));
        }
    }

    /** On whole pixels: fewer shades, smaller files. */
    private Shape shape(double x, double y, int larger) {
        double left = Math.round(x - width / 2.0) - larger;
        double top = Math.round(y - height / 2.0) - larger;
        return round
                ? new Ellipse2D.Double(left, top, width + 2 * larger, height + 2 * larger)
                : new Rectangle2D.Double(left, top, width + 2 * larger, height + 2 * larger);
    }
}
