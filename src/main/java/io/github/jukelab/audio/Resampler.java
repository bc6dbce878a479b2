package io.github.jukelab.audio;

import java.util.Arrays;
import java.util.List;

/**
 * Resamples a sound like soxr's high-quality setting ({@code soxr_hq}), the default of librosa: with one or a few
 * linear-phase low-pass filters in series. Samples outside the sound count as zero.
 *
 * <p>Frequencies below 0.9137 of the lower Nyquist frequency are kept within 0.01 dB; those above that Nyquist
 * frequency are attenuated by 120 dB. Largest difference from soxr 0.1.3 (python-soxr 1.1), relative to the largest
 * value, on noise, clicks at both ends, chirps up to the Nyquist frequency, a constant and music: 1.4e-6 at every ratio
 * of usual rates except 8000 to 44100 (4e-6); at most 9e-6 over a hundred ratios from 1:100 to 100:1, including unusual
 * ones such as 22254 to 22050; 1.1e-6 on every fixture. librosa rounds the length up where soxr rounds to the nearest,
 * and fills up with zeros; so does this class.
 *
 * <p>Cost: long filters are computed by Fourier transforms of blocks, in float, so the ratio hardly matters: 30 s from
 * 44100 to 22050 Hz take 9 ms, from 48000 Hz 20 ms, two to five times soxr's time. Memory besides input and output:
 * 3 MB, and the sound between two filters.
 *
 * <p>Source: J. F. Kaiser, Nonrecursive digital filter design using the I0-sinh window function (1974); for the choice
 * of filters, their widths and attenuations, libsoxr 0.1.3 by R. Sykes. Fixtures {@code resample_44100},
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
     * A resampler from one rate to another.
     *
     * @param from the input rate in Hz, positive
     * @param to the output rate in Hz, positive
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
     * The number of samples after resampling.
     *
     * @param length number of samples before, at least 0
     * @return {@code ceil(length * to / from)}
     * @throws ArithmeticException if that is more than an array can hold
     */
    public int length(int length) {
        return Math.toIntExact((long) Math.ceil(length * ((double) to / from)));
    }

    /**
     * Resamples a sound.
     *
     * @param samples shape [n]
     * @return shape [{@code length(n)}]; a copy if both rates are equal. Values may slightly exceed the range of the
     *     input.
     * @throws java.util.concurrent.CancellationException if the thread is interrupted
     */
    public float[] resample(float[] samples) {
        int length = length(samples.length);
        int rounded = (int) (samples.length / ((double) from / to) + 0.5);
        float[] result = rounded == 0 ? new float[0] : filtered(samples, stages.size(), rounded);
        return Arrays.copyOf(result, length);
    }

    /** The first {@code count} samples of the sound after the first {@code stages} stages. */
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
