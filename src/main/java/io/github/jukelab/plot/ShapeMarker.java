package io.github.jukelab.plot;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.style.markers.Marker;

/** A marker of its own size, filled or hollow. XChart's own have one size per chart and are filled. */
final class ShapeMarker extends Marker {

    /** The outline of a marker. */
    private enum Form {
        ROUND,
        SQUARE,
        UP,
        DIAMOND,
        DOWN
    }

    private final int width;
    private final int height;
    private final Form form;
    private final boolean filled;
    private final int margin;

    private ShapeMarker(int width, int height, Form form, boolean filled, int margin) {
        this.width = width;
        this.height = height;
        this.form = form;
        this.filled = filled;
        this.margin = margin;
    }

    /** A filled circle. */
    static ShapeMarker dot(int size) {
        return new ShapeMarker(size, size, Form.ROUND, true, 0);
    }

    /** A hollow circle. */
    static ShapeMarker ring(int size) {
        return new ShapeMarker(size, size, Form.ROUND, false, 0);
    }

    /** One of ten different forms, counted from 0: five filled ones, then the same hollow; then again. */
    static ShapeMarker numbered(int number, int size) {
        Form[] forms = Form.values();
        return new ShapeMarker(size, size, forms[number % forms.length], number / forms.length % 2 == 0, 0);
    }

    /** An upright bar. */
    static ShapeMarker bar(int width, int height) {
        return new ShapeMarker(width, height, Form.SQUARE, true, 0);
    }

    /** The same marker with a white margin, which separates it from others below it. */
    ShapeMarker withMargin(int pixels) {
        return new ShapeMarker(width, height, form, filled, pixels);
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
        double right = left + width + 2 * larger;
        double bottom = top + height + 2 * larger;
        double middle = (left + right) / 2;
        double centre = (top + bottom) / 2;
        return switch (form) {
            case ROUND -> new Ellipse2D.Double(left, top, right - left, bottom - top);
            case SQUARE -> new Rectangle2D.Double(left, top, right - left, bottom - top);
            case UP -> polygon(left, bottom, middle, top, right, bottom);
            case DIAMOND -> polygon(left, centre, middle, top, right, centre, middle, bottom);
            case DOWN -> polygon(left, top, middle, bottom, right, top);
        };
    }

    /** A closed polygon: x and y of each corner. */
    private static Shape polygon(double... corners) {
        Path2D polygon = new Path2D.Double();
        polygon.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            polygon.lineTo(corners[i], corners[i + 1]);
        }
        polygon.closePath();
        return polygon;
    }
}
