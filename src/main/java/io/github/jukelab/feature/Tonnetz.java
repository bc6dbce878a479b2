package io.github.jukelab.feature;

import io.github.jukelab.audio.Wave;
import java.util.List;

/**
 * The tonal centroid: the position of a frame's harmony on the circles of fifths, minor thirds and major thirds. On
 * each circle neighbouring pitch classes are one such interval apart, and the position is the centre of gravity of the
 * sounding classes. Related chords lie close to each other; a jump of the centroid is a change of harmony.
 *
 * <p>With {@code s[c]} the share of pitch class {@code c} in its frame: {@code sum of s[c] r sin(pi k c)} and
 * {@code sum of s[c] r cos(pi k c)} with {@code k = 7/6, 3/2, 2/3} and radius {@code r = 1, 1, 0.5}. Silent frames, and
 * frames with equal classes, give 0. Equal to {@code librosa.feature.tonnetz} to 1e-5.
 *
 * @see <a href="https://doi.org/10.1145/1178723.1178727">Harte, Sandler and Gasser (2006)</a>
 */
public final class Tonnetz {

    private static final List<String> AXES =
            List.of("fifth x", "fifth y", "minor third x", "minor third y", "major third x", "major third y");

    /** The angle from one pitch class to the next on each circle, in units of pi. */
    private static final double[] ANGLES = {7.0 / 6, 3.0 / 2, 2.0 / 3};

    private static final double[] RADII = {1, 1, 0.5};

    private Tonnetz() {}

    /**
     * The tonal centroid of a wave's {@link ChromaCqt} with estimated tuning.
     *
     * @param wave of n samples, at 8411 Hz or more
     * @return rows x and y of fifths, minor thirds, major thirds, {@code 1 + n / 512} frames, from -1 to 1
     * @throws IllegalArgumentException if the rate is too low for seven octaves
     */
    public static FrameSeries of(Wave wave) {
        return of(ChromaCqt.of(wave));
    }

    /**
     * The tonal centroid of a chroma.
     *
     * @param chroma such as {@link ChromaCqt}; the scale of its frames does not matter
     * @return rows x and y of fifths, minor thirds, major thirds, the same number of frames, from -1 to 1
     * @throws IllegalArgumentException if the rows are not the pitch classes
     */
    public static FrameSeries of(FrameSeries chroma) {
        PitchClasses.require(chroma, "tonnetz");
        float[][] shares = PitchClasses.shares(chroma);
        int frames = chroma.frames();
        float[] values = new float[AXES.size() * frames];
        for (int axis = 0; axis < AXES.size(); axis++) {
            double[] sums = sums(shares, axis, frames);
            for (int t = 0; t < frames; t++) {
                values[axis * frames + t] = (float) sums[t];
            }
        }
        return FrameSeries.owning("tonnetz", "", AXES, values, chroma.secondsPerFrame());
    }

    private static double[] sums(float[][] shares, int axis, int frames) {
        double[] sums = new double[frames];
        for (int c = 0; c < shares.length; c++) {
            double coordinate = coordinate(axis, c);
            for (int t = 0; t < frames; t++) {
                sums[t] += coordinate * shares[c][t];
            }
        }
        return sums;
    }

    private static double coordinate(int axis, int pitchClass) {
        double angle = Math.PI * ANGLES[axis / 2] * pitchClass;
        return RADII[axis / 2] * (axis % 2 == 0 ? Math.sin(angle) : Math.cos(angle));
    }
}
