package io.github.jukelab.feature;

import io.github.jukelab.signal.Spectrogram;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * One or more named values per frame: a matrix of shape [value, frame], like the features of librosa. Immutable.
 *
 * <p>Notebook: 01-explore-gtzan
 */
public final class FrameSeries {

    private final String name;
    private final String unit;
    private final List<String> rows;
    private final float[] values;
    private final int frames;
    private final double secondsPerFrame;

    private FrameSeries(
            String name, String unit, List<String> rows, float[] values, int frames, double secondsPerFrame) {
        this.name = name;
        this.unit = unit;
        this.rows = rows;
        this.values = values;
        this.frames = frames;
        this.secondsPerFrame = secondsPerFrame;
    }

    /**
     * A series of the given values, which are copied.
     *
     * @param name the feature's name, such as {@code spectral centroid}
     * @param unit such as {@code Hz}; empty if the values have none
     * @param rows a name for each row, unique, at least one
     * @param values row after row, index {@code row * frames + frame}
     * @param secondsPerFrame time from one frame to the next in seconds, positive
     * @return the series
     * @throws IllegalArgumentException if sizes do not fit, names repeat, or a value is not a number
     */
    public static FrameSeries of(String name, String unit, List<String> rows, float[] values, double secondsPerFrame) {
        if (rows.isEmpty() || rows.stream().distinct().count() != rows.size()) {
            throw new IllegalArgumentException("rows must have unique names, got " + rows);
        }
        if (values.length == 0 || values.length % rows.size() != 0) {
            throw new IllegalArgumentException(values.length + " values do not make whole frames of " + rows.size());
        }
        if (!(secondsPerFrame > 0)) {
            throw new IllegalArgumentException("secondsPerFrame must be positive, got " + secondsPerFrame);
        }
        return owning(name, unit, rows, values.clone(), secondsPerFrame);
    }

    /**
     * The values of a spectrogram as they are, one row per bin, for a heat map whose colours are not decibels.
     *
     * @param spectrogram of any scale
     * @return the series; rows are named by their Hz, or by their numbers if two bins are in the same Hz
     */
    public static FrameSeries of(Spectrogram spectrogram) {
        List<String> hertz = Arrays.stream(spectrogram.frequencies())
                .mapToObj(frequency -> String.format(Locale.ROOT, "%.0f", frequency))
                .distinct()
                .toList();
        boolean unique = hertz.size() == spectrogram.bins();
        return owning(
                unique ? "Frequency in Hz" : "Bin",
                switch (spectrogram.scale()) {
                    case MAGNITUDE -> "magnitude";
                    case POWER -> "power";
                    case DECIBEL -> "dB";
                },
                unique ? hertz : numbers(spectrogram.bins()),
                spectrogram.values(),
                spectrogram.secondsPerFrame());
    }

    private static List<String> numbers(int rows) {
        return IntStream.rangeClosed(1, rows).mapToObj(Integer::toString).toList();
    }

    /** Keeps the array without copying; the caller must not use it afterwards. */
    static FrameSeries owning(String name, String unit, List<String> rows, float[] values, double secondsPerFrame) {
        for (float value : values) {
            if (Float.isNaN(value)) {
                throw new IllegalArgumentException(name + " holds a value that is not a number");
            }
        }
        return new FrameSeries(name, unit, List.copyOf(rows), values, values.length / rows.size(), secondsPerFrame);
    }

    /**
     * The feature's name.
     *
     * @return such as {@code spectral centroid}
     */
    public String name() {
        return name;
    }

    /**
     * The unit of the values.
     *
     * @return such as {@code Hz}; empty if they have none
     */
    public String unit() {
        return unit;
    }

    /**
     * The names of the rows.
     *
     * @return one per row
     */
    public List<String> rows() {
        return rows;
    }

    /**
     * The number of frames.
     *
     * @return columns, at least 1
     */
    public int frames() {
        return frames;
    }

    /**
     * One value.
     *
     * @param row from 0 to {@code rows().size() - 1}
     * @param frame from 0 to {@code frames() - 1}
     * @return the value in {@link #unit()}
     * @throws IndexOutOfBoundsException if there is no such value
     */
    public float value(int row, int frame) {
        return values[row * frames + Objects.checkIndex(frame, frames)];
    }

    /**
     * One row over time.
     *
     * @param row from 0 to {@code rows().size() - 1}
     * @return a copy, shape [frame]
     * @throws IndexOutOfBoundsException if there is no such value
     */
    public float[] row(int row) {
        Objects.checkIndex(row, rows.size());
        return Arrays.copyOfRange(values, row * frames, (row + 1) * frames);
    }

    /**
     * All values.
     *
     * @return a copy, row after row
     */
    public float[] values() {
        return values.clone();
    }

    /**
     * Time between frames.
     *
     * @return seconds
     */
    public double secondsPerFrame() {
        return secondsPerFrame;
    }

    /**
     * The same series under another name, such as a track id, to distinguish several series in one figure.
     *
     * @param name any
     * @return the series, renamed
     */
    public FrameSeries withName(String name) {
        return new FrameSeries(name, unit, rows, values, frames, secondsPerFrame);
    }

    /**
     * Some rows of the series, such as MFCC without the first.
     *
     * @param from first row, from 0 to {@code rows().size() - 1}
     * @param to the row after the last, from {@code from + 1} to {@code rows().size()}
     * @return the series of these rows
     * @throws IllegalArgumentException if the range is empty or exceeds the rows
     */
    public FrameSeries withRows(int from, int to) {
        if (from < 0 || to > rows.size() || from >= to) {
            throw new IllegalArgumentException(
                    "rows must be a non-empty range within 0 to " + rows.size() + ", got " + from + " to " + to);
        }
        float[] kept = Arrays.copyOfRange(values, from * frames, to * frames);
        return new FrameSeries(name, unit, rows.subList(from, to), kept, frames, secondsPerFrame);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "FrameSeries[%s, %d x %d frames]", name, rows.size(), frames);
    }
}
