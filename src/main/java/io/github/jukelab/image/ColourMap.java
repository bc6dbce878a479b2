package io.github.jukelab.image;

import io.github.jukelab.Csv;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/**
 * A colour map: colours for values from 0 to 1, in 256 steps. Immutable.
 */
public final class ColourMap {

    /** From dark violet to yellow, perceptually uniform, also for colour-blind readers and in grey. */
    public static final ColourMap VIRIDIS = read("viridis");

    private final String name;
    private final double[][] colours;
    private final int[] levels;

    private ColourMap(String name, double[][] colours) {
        this.name = name;
        this.colours = colours;
        this.levels = Arrays.stream(colours).mapToInt(ColourMap::levels).toArray();
    }

    private static int levels(double[] colour) {
        return level(colour[0]) << 16 | level(colour[1]) << 8 | level(colour[2]);
    }

    private static ColourMap read(String name) {
        String table = name + ".csv";
        try (Csv colours = Csv.of(table, ColourMap.class.getResourceAsStream(table))) {
            return new ColourMap(
                    name, colours.rows().stream().map(ColourMap::colour).toArray(double[][]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double[] colour(List<String> row) {
        return row.stream().mapToDouble(Double::parseDouble).toArray();
    }

    /**
     * The colour of a value, as in matplotlib: step {@code 256 value}, rounded down; levels are rounded down too.
     *
     * @param value 0 is the first colour, 1 the last; values outside get the nearer of these, NaN the first
     * @return red, green and blue in 24 bits, {@code 0xRRGGBB}
     */
    public int rgb(double value) {
        return levels[step(value)];
    }

    /** Red, green and blue from 0 to 1; must not be changed. */
    double[] colour(double value) {
        return colours[step(value)];
    }

    private int step(double value) {
        return Math.max(0, Math.min(colours.length - 1, (int) (value * colours.length)));
    }

    private static int level(double value) {
        return (int) (255 * value);
    }

    /**
     * All colours.
     *
     * @return a copy, shape [256][3], red, green and blue from 0 to 1
     */
    public double[][] colours() {
        double[][] copy = new double[colours.length][];
        for (int i = 0; i < copy.length; i++) {
            copy[i] = colours[i].clone();
        }
        return copy;
    }

    @Override
    public String toString() {
        return "ColourMap[" + name + ", " + colours.length + " colours]";
    }
}
