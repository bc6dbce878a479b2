package io.github.jukelab.audio;

import java.util.Arrays;
import java.util.List;

/**
 * Changes the rate of a sound as soxr's high-quality recipe does ({@code soxr_hq}), which librosa uses: by one to three
 * linear-phase low-pass filters, two for most ratios, and zeros outside of the sound.
 *
 * <p>What lies below 0.9137 of the lower Nyquist frequency is kept (within 0.01 dB), what lies above that Nyquist
 * frequency is at least 120 dB down. Agreement with soxr 0.1.3 by python-soxr 1.1, largest difference by largest value,
 * over some 40 ratios from 1:100 to 192:1 and noise, clicks, chirps up to the Nyquist frequency and music: 1.4e-6, and
 * 9e-6 where the ratio has terms that are too large to be worked out exactly (22254 to 22050). On every fixture 1e-6.
 * Where librosa fills up with zeros, because it rounds the length up and soxr to the nearest number, so does this.
 *
 * <p>Cost: long filters by Fourier transforms of blocks, in float, so that time grows with the length of the sound and
 * hardly depends on the ratio; beside input and output about 6 MB and the sound as it is between two filters.
 *
 * <p>Source: J. F. Kaiser, Nonrecursive digital filter design using the I0-sinh window function (1974); for
 * the recipe, which filters and how wide and deep, libsoxr 0.1.3 by R. Sykes. Fixtures {@code resample_44100},
 * {@code resample_16000}, {@code resample_11025}, {@code soxr_hq_2to1_fir389}.
 */
public final class Resampler {

    private final int from;
    private final int to;
    private final List<Stage> stages;

    private Resampler(int from, int to, List<Stage> stages) {
        this.from = from;
        this.to = to;
        this.stages = stages;
    }

    /**
     * The resampler from one rate to another.
     *
     * @param from the rate there is in Hz, positive
     * @param to the rate wanted in Hz, positive
     * @return the resampler
     * @throws IllegalArgumentException if a rate is not positive
     */
    public static Resampler of(int from, int to) {
        if (from <= 0 || to <= 0) {
            throw new IllegalArgumentException("rate must be positive, got " + from + " to " + to);
        }
        return new Resampler(from, to, from == to ? List.of() : SoxrDesign.stages(from, to));
    }

    /**
     * How many samples a sound will have.
     *
     * @param length samples before, at least 0
     * @return {@code ceil(length * to / from)}
     * @throws ArithmeticException if that is more than an array can hold
     */
    public int length(int length) {
        return Math.toIntExact((long) Math.ceil(length * ((double) to / from)));
    }

    /**
     * The sound at the new rate.
     *
     * @param samples shape [n]
     * @return shape [{@code length(n)}]; a copy if both rates are the same. A result may exceed the range of the input
     *     slightly.
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public float[] resample(float[] samples) {
        int length = length(samples.length);
        int rounded = (int) (samples.length / ((double) from / to) + 0.5);
        float[] result = rounded == 0 ? new float[0] : filtered(samples, stages.size(), rounded);
        return Arrays.copyOf(result, length);
    }

    /** The first samples of the sound after some of the stages, which takes as many of it after those before. */
    private float[] filtered(float[] samples, int stages, int count) {
        if (stages == 0) {
            return samples;
        }
        Stage last = this.stages.get(stages - 1);
        return last.apply(filtered(samples, stages - 1, last.needed(count)), count);
    }

    @Override
    public String toString() {
        return "Resampler[" + from + " to " + to + " Hz]";
    }
}
